import type { NextArticle } from '../domain/recommendations.ts';
import type { WorkThread } from '../match/known-work.ts';
import { pathWords } from '../match/path-words.ts';
import type { FoundDocument } from '../match/repository-model.ts';
import { rested } from '../match/rested.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import { type Area, areaKey, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import { interestIn, type PersonView } from './person-view.ts';

/** What finds documents by their words. */
export interface Library {
  documents(text: { title: string; body: string }, k: number): FoundDocument[];
}

/** What somebody works on, in words. */
interface Subject {
  fits: NextArticle['fits'];
  title: string;
  /** 0..1 */
  weight: number;
}

const LATEST_THREADS = 8;
const STRONGEST_AREAS = 4;
const FOUND_EACH = 10;
/** Fewer shared words are chance. */
const LEAST_TERMS = 2;
const SHOWN_TERMS = 3;

/**
 * Documents for somebody: by the words of the last threads they opened, took or joined and of the areas they are most
 * active in. One that they wrote themselves is left out; `also` are threads that count where they have none yet.
 */
export function* articlesFor(
  view: PersonView,
  library: Library,
  { most, also }: { most: number; also: readonly { id: string; title: string }[] },
): Steps<NextArticle[]> {
  const wrote = yield* filesWritten(view);
  const found = new Map<string, { article: NextArticle; sum: number; best: number }>();
  const own = subjectsOf(view);
  const others = also.map(({ id, title }): Subject => ({ fits: { kind: 'thread', id }, title, weight: 1 }));
  yield* rested(own.length > 0 ? own : others, 1, ({ fits, title, weight }) => {
    for (const { id, url, title: name, score, terms } of library.documents({ title, body: '' }, FOUND_EACH)) {
      if (terms.length < LEAST_TERMS || wrote.has(id)) continue;
      const worth = weight * score;
      const known = found.get(id);
      const article = { id, url, title: name, fits, terms: terms.slice(0, SHOWN_TERMS) };
      if (known === undefined) found.set(id, { article, sum: worth, best: worth });
      else
        found.set(id, {
          article: worth > known.best ? article : known.article,
          sum: known.sum + worth,
          best: Math.max(worth, known.best),
        });
    }
  });
  return [...found.values()]
    .sort((a, b) => b.sum - a.sum || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, most)
    .map(({ article }) => article);
}

function subjectsOf(view: PersonView): Subject[] {
  const { work, person } = view;
  if (person === null) return [];
  const isTheirs = ({ author, assignees, participants }: WorkThread) =>
    author === person || assignees.includes(person) || participants.includes(person);
  const threads = work.threads
    .filter(isTheirs)
    .sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1))
    .slice(0, LATEST_THREADS)
    .map(({ id, title, time }): Subject => {
      return { fits: { kind: 'thread', id }, title, weight: decayed(daysBetween(time, work.at)) };
    });
  return [...threads, ...areaSubjects(view)];
}

function areaSubjects(view: PersonView): Subject[] {
  const own = [...view.interests.keys()]
    .map((key) => ({ area: areaOf(key), interest: interestIn(view, key) }))
    .filter(({ interest }) => interest > 0)
    .sort((a, b) => b.interest - a.interest || (areaKey(a.area) < areaKey(b.area) ? -1 : 1));
  const strongest = own[0]?.interest ?? 1;
  return areasApart(own, STRONGEST_AREAS, ({ area }) => area).map(({ area, interest }) => {
    return { fits: { kind: 'area', area }, title: nameWords(area), weight: interest / strongest };
  });
}

function nameWords({ kind, name }: Area): string {
  return kind === 'directory' ? pathWords(name).join(' ') : name;
}

/** Paths of files that they changed: a document of the repository is known by its path. */
function* filesWritten({ work, person }: PersonView): Steps<Set<string>> {
  const nodes = new Set<number>();
  yield* rested(work.changes, 4000, ({ author, files }) => {
    if (author !== null && author === person) for (const file of files) nodes.add(file);
  });
  return new Set([...nodes].map(work.tree.path));
}

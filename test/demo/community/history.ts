import type { NewCommit } from '../../simulator/git-write.ts';
import { type AreaWork, areas, verbs } from './areas.ts';
import { fileTexts } from './file-texts.ts';
import { type PastPull, pastPulls } from './past-pulls.ts';
import { type Area, emailOf, type Member, memberNamed, peopleOf } from './people.ts';
import { type Chance, seededChance } from './seeded-random.ts';

export const historyDays = 540;
const directCommits = 320;

/** A merged pull request to be: `commit` counts from 0. */
export interface PlannedPull {
  area: Area;
  title: string;
  fixes: string | undefined;
  author: string;
  daysAgo: number;
  commit: number;
}

export interface History {
  commits: NewCommit[];
  pulls: PlannedPull[];
}

interface Step {
  area: Area;
  daysAgo: number;
  pull?: PastPull;
}

/** Eighteen months of made-up work, the same for the same `now`. */
export function makeHistory(now: Date): History {
  const chance = seededChance(20_240_517);
  const texts = fileTexts();
  const commits: NewCommit[] = [firstCommit(now, texts.start())];
  const pulls: PlannedPull[] = [];
  for (const step of steps(chance)) {
    const author = authorOf(chance, step);
    const subject = step.pull?.title ?? `${chance.pick(verbs)} ${chance.pick(areas[step.area].nouns)}`;
    const paths = touched(chance, areas[step.area]);
    commits.push({
      branch: 'main',
      from: `:${commits.length}`,
      author: { name: author.name, email: emailOf(author.login) },
      time: timeAgo(now, step.daysAgo),
      message: step.pull === undefined ? subject : `${subject} (#PULL-${pulls.length})`,
      files: Object.fromEntries(paths.map((path) => [path, texts.change(path, subject)])),
    });
    if (step.pull === undefined) continue;
    const { title, fixes } = step.pull;
    const { area, daysAgo } = step;
    pulls.push({ area, title, fixes, author: author.login, daysAgo, commit: commits.length - 1 });
  }
  return { commits, pulls };
}

export function timeAgo(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

function firstCommit(now: Date, files: Record<string, string>): NewCommit {
  const author = memberNamed('hana-novak');
  return {
    branch: 'main',
    from: null,
    author: { name: author.name, email: emailOf(author.login) },
    time: timeAgo(now, historyDays),
    message: 'Import Lumen',
    files,
  };
}

/** Pull requests and plain commits, oldest first. */
function steps(chance: Chance): Step[] {
  const names = Object.keys(areas) as Area[];
  const merged = names.flatMap((area) =>
    pastPulls[area].map((pull): Step => ({ area, daysAgo: 3 + chance.next() * 500, pull })),
  );
  const plain = Array.from({ length: directCommits }, (): Step => {
    const area = chance.pick(names);
    return { area, daysAgo: 0.5 + chance.next() * (historyDays - 5) };
  });
  return [...merged, ...plain].toSorted((a, b) => b.daysAgo - a.daysAgo);
}

function authorOf(chance: Chance, { area, daysAgo, pull }: Step): { login: string; name: string } {
  return pull?.by === undefined ? workerAt(chance, area, daysAgo) : { login: pull.by, name: pull.by };
}

/** Somebody of the area: mostly its own people, in proportion to how much they do; who has gone quiet does nothing. */
export function workerAt(chance: Chance, area: Area, daysAgo: number): Member {
  const active = peopleOf(area).filter(({ quietSince = 0 }) => daysAgo >= quietSince);
  const weighted = active.flatMap((member) =>
    Array<Member>(member.weight * (member.area === area ? 4 : 1)).fill(member),
  );
  return weighted.length === 0 ? memberNamed('diego-fuentes') : chance.pick(weighted);
}

function touched(chance: Chance, { paths }: AreaWork): string[] {
  const first = chance.pick(paths);
  const second = chance.pick(paths);
  const test = paths.find((path) => path.startsWith('tests/'));
  const all = [
    first,
    ...(chance.next() < 0.4 ? [second] : []),
    ...(test !== undefined && chance.next() < 0.4 ? [test] : []),
  ];
  return [...new Set(all)];
}

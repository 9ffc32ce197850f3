import { gini } from '../community/gini.ts';
import { DAY_MS } from '../match/decay.ts';

/** A change whose reviewers are known. */
export interface ReviewedChange {
  time: number;
  author: string | null;
  reviewers: string[];
  paths: string[];
}

/** What would be known by whom if those who are suggested had reviewed, instead of those who did. */
export interface KnowledgeLedger {
  learn(change: ReviewedChange): void;
  /** The person reviews a change to these paths; the change of the same paths that is learnt next loses its real reviewers. */
  suggest(login: string, paths: string[], time: number): void;
  /** Files touched in the year before that at most one person who is still there knows. */
  filesAtRisk(at: number): number;
  /** How unevenly the suggestions lie on those who reviewed or were suggested since the first one: 0 even, 1 all on one. */
  gini(): number;
}

interface Knowledge {
  weight: number;
  time: number;
}

const KNOWLEDGE_HALF_LIFE_MS = 250 * DAY_MS;
const KNOWS_FROM = 0.1;
const SILENT_MS = 180 * DAY_MS;
const TOUCHED_MS = 365 * DAY_MS;

export function createKnowledgeLedger(): KnowledgeLedger {
  const files = new Map<string, { touched: number; people: Map<string, Knowledge> }>();
  const lastActs = new Map<string, number>();
  const suggested = new Set<string>();
  const load = new Map<string, number>();

  function know(person: string, paths: string[], time: number): void {
    const share = Math.sqrt(1 / paths.length);
    for (const path of new Set(paths)) {
      const people = fileOf(path).people;
      const before = people.get(person);
      const weight = share + (before === undefined ? 0 : decayed(before, time));
      people.set(person, { weight, time });
    }
  }

  function fileOf(path: string) {
    const file = files.get(path) ?? { touched: Number.NEGATIVE_INFINITY, people: new Map<string, Knowledge>() };
    files.set(path, file);
    return file;
  }

  function isAlive(person: string, at: number): boolean {
    return at - (lastActs.get(person) ?? Number.NEGATIVE_INFINITY) <= SILENT_MS;
  }

  function act(person: string, time: number): void {
    lastActs.set(person, Math.max(time, lastActs.get(person) ?? time));
  }

  return {
    learn({ time, author, reviewers, paths }) {
      for (const path of paths) fileOf(path).touched = Math.max(time, fileOf(path).touched);
      const actors = reviewers.map(fold);
      const others = actors.filter((login) => author === null || login !== fold(author));
      if (author !== null) {
        act(fold(author), time);
        know(fold(author), paths, time);
      }
      for (const reviewer of others) {
        act(reviewer, time);
        if (load.size > 0) load.set(reviewer, load.get(reviewer) ?? 0);
      }
      if (suggested.delete(keyOf(paths))) return;
      for (const reviewer of others) know(reviewer, paths, time);
    },
    suggest(login, paths, time) {
      const person = fold(login);
      suggested.add(keyOf(paths));
      load.set(person, (load.get(person) ?? 0) + 1);
      know(person, paths, time);
    },
    filesAtRisk(at) {
      let atRisk = 0;
      for (const { touched, people } of files.values()) {
        if (touched > at || at - touched > TOUCHED_MS) continue;
        const knowers = [...people].filter(([person, it]) => decayed(it, at) >= KNOWS_FROM && isAlive(person, at));
        if (knowers.length <= 1) atRisk++;
      }
      return atRisk;
    },
    gini: () => gini([...load.values()]),
  };
}

function fold(login: string): string {
  return login.toLowerCase();
}

function keyOf(paths: string[]): string {
  return paths.toSorted().join('\n');
}

function decayed({ weight, time }: Knowledge, at: number): number {
  return weight * 2 ** (-Math.max(0, at - time) / KNOWLEDGE_HALF_LIFE_MS);
}

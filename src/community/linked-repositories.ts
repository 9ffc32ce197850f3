import type { ThreadFact } from '../domain/fact.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { mentionedRepositories } from '../text/mentioned-repositories.ts';
import { type AreaNeed, urgency } from './area-needs.ts';
import { type Area, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';

/** A repository that threads point to, and what waits in the areas of those threads. */
export interface LinkedRepository {
  /** `owner/name`, as it is written most. */
  repository: string;
  /** Where it lies; null: beside this one, as far as is told. */
  host: string | null;
  /** Threads that point there. */
  threads: number;
  /** Only comparable within one repository; 0 where nothing waits in their areas. */
  score: number;
  fits: LinkedArea[];
}

/** Threads of the area that point there, and what is open in it. */
export interface LinkedArea extends AreaNeed {
  area: Area;
  threads: number;
}

/** One who links often to what is theirs does not make others need it. */
const LEAST_AUTHORS = 2;
const FITS_SHOWN = 3;
const SHOWN = 50;
const THREADS_A_PIECE = 200;

interface Links {
  spellings: Map<string, number>;
  hosts: Map<string, number>;
  authors: Set<string>;
  threads: number;
  areas: Map<string, number>;
}

export interface LinkedOptions {
  threads: readonly ThreadFact[];
  needs: ReadonlyMap<string, AreaNeed>;
  /** Keys of the areas of a thread. */
  areasOf(id: string): readonly string[];
  leftOut(login: string): boolean;
}

/** Repositories that threads of two people or more point to; where most waits in their areas first. */
export function* linkedRepositories({ threads, needs, areasOf, leftOut }: LinkedOptions): Steps<LinkedRepository[]> {
  const found = new Map<string, Links>();
  yield* rested(threads, THREADS_A_PIECE, ({ id, author, title, body }) => {
    if (author === null || leftOut(author)) return;
    for (const { name, host } of mentionedRepositories(`${title}\n\n${body}`)) {
      const key = name.toLowerCase();
      const links = found.get(key) ?? {
        spellings: new Map(),
        hosts: new Map(),
        authors: new Set(),
        threads: 0,
        areas: new Map(),
      };
      found.set(key, links);
      links.threads += 1;
      links.authors.add(author.toLowerCase());
      count(links.spellings, name);
      if (host !== null) count(links.hosts, host);
      for (const area of areasOf(id)) count(links.areas, area);
    }
  });
  const linked = [...found.values()].filter(({ authors }) => authors.size >= LEAST_AUTHORS);
  return linked
    .map((links) => linkedRepository(links, needs))
    .sort((a, b) => b.score - a.score || b.threads - a.threads || (a.repository < b.repository ? -1 : 1))
    .slice(0, SHOWN);
}

function linkedRepository(
  { spellings, hosts, threads, areas }: Links,
  needs: ReadonlyMap<string, AreaNeed>,
): LinkedRepository {
  const ranked = [...areas]
    .flatMap(([key, count]) => {
      const need = needs.get(key);
      return need === undefined ? [] : [{ key, count, need, fit: (urgency(need) * count) / (count + 1) }];
    })
    .sort((a, b) => b.fit - a.fit || (a.key < b.key ? -1 : 1));
  const best = areasApart(ranked, FITS_SHOWN, ({ key }) => areaOf(key));
  const fits = best.map(({ key, count, need }) => ({ area: areaOf(key), threads: count, ...need }));
  const score = best.reduce((sum, { fit }) => sum + fit, 0);
  return { repository: mostOf(spellings) ?? '', host: mostOf(hosts), threads, score, fits };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostOf(counts: ReadonlyMap<string, number>): string | null {
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? null;
}

/** What a repository's own threads point to in it tells of no other. */
export function otherRepositories(linked: readonly LinkedRepository[], own: string): LinkedRepository[] {
  return linked.filter(({ repository }) => repository.toLowerCase() !== own.toLowerCase());
}

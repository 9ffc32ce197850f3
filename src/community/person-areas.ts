import { createPairIndex } from '../match/pair-index.ts';
import { rested } from '../match/rested.ts';
import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { creditOf } from '../match/skill.ts';
import type { Steps } from '../match/steps.ts';
import { type Area, areaKey, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import { ACT_WEIGHTS, type AreaAct } from './interest.ts';

/** What somebody has shown to know, and by what. */
export interface AreaSkill extends Area {
  /** a / (a + 1) of `a` decayed acts, as in S(i,k): above 0 and below 1. */
  skill: number;
  changed: number;
  reviewed: number;
  /** Threads taken on and finished. */
  finished: number;
  /** Since the last of these. */
  lastDays: number;
}

export interface PersonAreas {
  /** I(i,j) where a person stands out most, the strongest first. */
  interests: (Area & { interest: number })[];
  /** What they know and few others do, first. */
  skills: AreaSkill[];
}

const MOST_INTERESTS = 5;
const MOST_SKILLS = 6;
const ACTS_A_PIECE = 3000;
const PEOPLE_A_PIECE = 100;

/**
 * Of everybody the areas that say most of them, none within another: their part in an area times its part that is theirs.
 * What everybody does says nothing of anybody.
 */
export function* personAreas(acts: Iterable<AreaAct>): Steps<Map<number, PersonAreas>> {
  const counts = createCounts();
  yield* rested(acts, ACTS_A_PIECE, (act) => countAct(counts, act));
  const tell = createTelling(counts);
  const found = new Map<number, PersonAreas>();
  yield* rested(counts.pairsOf, PEOPLE_A_PIECE, ([person, pairs]) => found.set(person, tell(pairs)));
  return found;
}

/** Columns by number of a pair of person and area: there are many, and an object of each would be slow. */
function createCounts() {
  return {
    placeOf: new Map<string, number>(),
    areas: [] as { name: string; interest: number; known: number }[],
    pairs: createPairIndex(),
    pairsOf: new Map<number, number[]>(),
    area: [] as number[],
    interest: [] as number[],
    known: [] as number[],
    changed: [] as number[],
    reviewed: [] as number[],
    finished: [] as number[],
    lastDays: [] as number[],
  };
}

type Counts = ReturnType<typeof createCounts>;

function countAct(counts: Counts, act: AreaAct): void {
  const place = placeOf(counts, act.area);
  const pair = pairOf(counts, act.person, place);
  const interest = exact(ACT_WEIGHTS[act.kind] * act.share * decayed(act.ageDays));
  addTo(counts.interest, pair, interest);
  const total = counts.areas[place];
  if (total !== undefined) total.interest += interest;
  const deed = deedOf(act);
  if (deed === null) return;
  const known = exact(Math.sqrt(act.share) * decayed(deed.days));
  addTo(counts.known, pair, known);
  if (total !== undefined) total.known += known;
  addTo(counts[deed.kind], pair, 1);
  counts.lastDays[pair] = Math.min(counts.lastDays[pair] ?? deed.days, deed.days);
}

/** What shows that somebody knows an area: a thread does for those who took it, once it is finished. */
function deedOf(act: AreaAct): { kind: 'changed' | 'reviewed' | 'finished'; days: number } | null {
  const { kind, ageDays, finishedDays = null } = act;
  if (kind === 'changed' || kind === 'reviewed') return { kind, days: ageDays };
  return kind === 'took' && finishedDays !== null ? { kind: 'finished', days: finishedDays } : null;
}

function placeOf({ placeOf: places, areas }: Counts, name: string): number {
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, areas.length);
  return areas.push({ name, interest: 0, known: 0 }) - 1;
}

function pairOf(counts: Counts, person: number, place: number): number {
  const pair = counts.pairs.number(person, place);
  if (pair < counts.area.length) return pair;
  counts.area.push(place);
  for (const column of [counts.interest, counts.known, counts.changed, counts.reviewed, counts.finished])
    column.push(0);
  counts.lastDays.push(Number.POSITIVE_INFINITY);
  const own = counts.pairsOf.get(person);
  if (own === undefined) counts.pairsOf.set(person, [pair]);
  else own.push(pair);
  return pair;
}

function addTo(column: number[], place: number, value: number): void {
  column[place] = (column[place] ?? 0) + value;
}

/** What to tell of the pairs of one person. */
function createTelling(counts: Counts): (own: readonly number[]) => PersonAreas {
  const most = counts.interest.reduce((best, interest) => Math.max(best, interest), 0);
  const nameOf = (pair: number) => counts.areas[counts.area[pair] ?? 0]?.name ?? '';
  const area = (pair: number) => areaOf(nameOf(pair));

  /** The strongest first; what has faded to nothing is none. */
  function strongest(own: readonly number[], of: 'interest' | 'known'): { pair: number; sum: number }[] {
    const some: { pair: number; sum: number; strength: number }[] = [];
    for (const pair of own) {
      const sum = counts[of][pair] ?? 0;
      if (sum > 0) some.push({ pair, sum, strength: (sum * sum) / (counts.areas[counts.area[pair] ?? 0]?.[of] ?? 1) });
    }
    return some.sort((a, b) => b.strength - a.strength || (nameOf(a.pair) < nameOf(b.pair) ? -1 : 1));
  }

  return (own) => {
    const interests = areasApart(strongest(own, 'interest'), MOST_INTERESTS, ({ pair }) => area(pair));
    const skills = areasApart(strongest(own, 'known'), MOST_SKILLS, ({ pair }) => area(pair));
    return {
      interests: interests
        .map(({ pair, sum }) => ({ ...area(pair), interest: sum / most }))
        .sort((a, b) => b.interest - a.interest || (areaKey(a) < areaKey(b) ? -1 : 1)),
      skills: skills.map(({ pair, sum }) => ({
        ...{ ...area(pair), skill: creditOf(sum), changed: counts.changed[pair] ?? 0 },
        ...{ reviewed: counts.reviewed[pair] ?? 0, finished: counts.finished[pair] ?? 0 },
        lastDays: counts.lastDays[pair] ?? 0,
      })),
    };
  };
}

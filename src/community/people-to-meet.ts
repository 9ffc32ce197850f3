import type { PersonToMeet } from '../domain/recommendations.ts';
import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Steps } from '../match/steps.ts';
import { areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import { FADED } from './interaction-graph.ts';
import { INTERACTION_WEIGHTS, type InteractionKind } from './interactions.ts';
import type { PersonView } from './person-view.ts';

export interface MeetingRules {
  most: number;
  /** Who did nothing for longer is not there to be met. */
  silentDays: number;
  /** Who has no part in it, bots aside. */
  leftOut(login: string): boolean;
}

/** Less in common is hardly more than chance. */
const LEAST_LIKENESS = 0.1;
const SHOWN_AREAS = 3;
const AREAS_A_PIECE = 1000;
const FACTS_A_PIECE = 4000;

/**
 * Who works on what they work on: by the cosine of their interests, where an area counts the more the fewer work in it.
 * Of late, and with whom they had no dealings yet: files in common are no dealings, but the best cause for some.
 */
export function* peopleToMeet(view: PersonView, { most, silentDays, leftOut }: MeetingRules): Steps<PersonToMeet[]> {
  const { work, person } = view;
  if (person === null) return [];
  const { alike, areasWith } = yield* likenesses(view, person);
  const dealings = yield* dealingsOf(work, person);
  const last = yield* lastActs(work);
  const isFree = (other: number) =>
    (dealings.get(other) ?? 0) < FADED &&
    daysBetween(last.get(other) ?? Number.NEGATIVE_INFINITY, work.at) <= silentDays &&
    !leftOut(work.login(other));
  return [...alike]
    .filter(([other, likeness]) => likeness >= LEAST_LIKENESS && isFree(other))
    .map(([other, likeness]) => ({ other, login: work.login(other), likeness }))
    .sort((a, b) => b.likeness - a.likeness || (a.login < b.login ? -1 : 1))
    .slice(0, most)
    .map(({ other, ...told }) => ({ ...told, areas: areasWith(other) }));
}

/** Cosine with everybody who shares an area. */
function* likenesses({ interests }: PersonView, person: number) {
  const everybody = new Set<number>();
  yield* rested(interests.values(), AREAS_A_PIECE, (people) => {
    for (const one of people.keys()) everybody.add(one);
  });
  const dots = new Map<number, number>();
  const lengths = new Map<number, number>();
  const rarity = (people: ReadonlyMap<number, number>) => Math.log(1 + everybody.size / people.size);
  yield* rested(interests.values(), AREAS_A_PIECE, (people) => {
    const weight = rarity(people) ** 2;
    const own = people.get(person) ?? 0;
    for (const [other, interest] of people) {
      lengths.set(other, (lengths.get(other) ?? 0) + weight * interest ** 2);
      if (own > 0 && other !== person) dots.set(other, (dots.get(other) ?? 0) + weight * own * interest);
    }
  });
  const length = lengths.get(person) ?? 0;
  const cosine = ([other, dot]: [number, number]) =>
    [other, dot / Math.sqrt(length * (lengths.get(other) ?? 0))] as const;
  return {
    alike: new Map([...dots].filter(([, dot]) => dot > 0).map(cosine)),
    areasWith(other: number) {
      const shared = [...interests].flatMap(([area, people]) => {
        const strength = rarity(people) ** 2 * (people.get(person) ?? 0) * (people.get(other) ?? 0);
        return strength > 0 ? [{ area, strength }] : [];
      });
      const strongest = shared.sort((a, b) => b.strength - a.strength || (a.area < b.area ? -1 : 1));
      return areasApart(
        strongest.map(({ area }) => areaOf(area)),
        SHOWN_AREAS,
        (area) => area,
      );
    },
  };
}

/** What they did for others and others for them, weighted and decayed as the ties of the interaction graph. */
function* dealingsOf(work: KnownWork, person: number): Steps<Map<number, number>> {
  const found = new Map<number, number>();
  const see = (author: number | null, helpers: readonly number[], kind: InteractionKind, time: number) => {
    if (author === null) return;
    const weight = exact(INTERACTION_WEIGHTS[kind] * decayed(daysBetween(time, work.at)));
    for (const other of othersIn(person, author, helpers))
      if (other !== person) found.set(other, (found.get(other) ?? 0) + weight);
  };
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, time }) => see(author, reviewers, 'reviewed', time));
  yield* rested(work.threads, FACTS_A_PIECE, ({ author, assignees, participants, time }) => {
    see(author, assignees, 'took', time);
    see(
      author,
      participants.filter((one) => !assignees.includes(one)),
      'replied',
      time,
    );
  });
  return found;
}

function othersIn(person: number, author: number, helpers: readonly number[]): readonly number[] {
  if (author === person) return helpers;
  return helpers.includes(person) ? [author] : [];
}

function* lastActs(work: KnownWork): Steps<Map<number, number>> {
  const last = new Map<number, number>();
  const see = (people: readonly number[], time: number) => {
    for (const one of people) last.set(one, Math.max(time, last.get(one) ?? time));
  };
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, time }) => {
    see(author === null ? reviewers : [author, ...reviewers], time);
  });
  yield* rested(work.threads, FACTS_A_PIECE, ({ author, assignees, participants, time }) => {
    see([...(author === null ? [] : [author]), ...assignees, ...participants], time);
  });
  return last;
}

import type { ThreadFact } from '../domain/fact.ts';
import type { ToneCount } from './tone-surges.ts';
import { weekAfter } from './week-of.ts';

export type ToneKind = 'negative' | 'toxic';

/** Comments of one topic, or of all, week by week. */
export interface ToneTally {
  /** Of one tone, beside all comments. */
  counts(kind: ToneKind): ToneCount[];
  /** The same of those that a text model was asked about. */
  byModel(kind: ToneKind): ToneCount[];
  add(thread: ThreadFact): void;
  /** Of the weeks from one place to before another; threads are those on which somebody spoke. */
  sum(from: number, to?: number): Record<ToneKind | 'comments' | 'threads', number>;
}

/** The Mondays of so many weeks in a row, the last of them given. */
export function weeksUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => weekAfter(last, index + 1 - count));
}

export function createToneTally(places: ReadonlyMap<string, number>): ToneTally {
  const weeks = noneHeard(places.size);
  const byModel = noneHeard(places.size);
  /** Of each thread, the weeks in which somebody spoke. */
  const threads: number[][] = [];

  return {
    counts: (kind) => countsOf(weeks, kind),
    byModel: (kind) => countsOf(byModel, kind),
    add({ tones = [] }) {
      const heard: number[] = [];
      for (const tone of tones) {
        const place = places.get(tone.week);
        if (place === undefined) continue;
        addTo(weeks[place], tone);
        if (tone.byModel !== undefined) addTo(byModel[place], tone.byModel);
        heard.push(place);
      }
      if (heard.length > 0) threads.push(heard);
    },
    sum(from, to = weeks.length) {
      const sum = { ...NOTHING };
      for (const week of weeks.slice(from, to)) addTo(sum, week);
      const isWithin = (place: number) => place >= from && place < to;
      return { ...sum, threads: threads.filter((heard) => heard.some(isWithin)).length };
    },
  };
}

type Heard = Record<ToneKind | 'comments', number>;

const NOTHING: Heard = { comments: 0, negative: 0, toxic: 0 };

function noneHeard(weeks: number): Heard[] {
  return Array.from({ length: weeks }, () => ({ ...NOTHING }));
}

function addTo(sum: Heard | undefined, more: Heard): void {
  if (sum === undefined) return;
  sum.comments += more.comments;
  sum.negative += more.negative;
  sum.toxic += more.toxic;
}

function countsOf(weeks: readonly Heard[], kind: ToneKind): ToneCount[] {
  return weeks.map((week) => ({ comments: week.comments, told: week[kind] }));
}

import type { ThreadFact } from '../domain/fact.ts';
import type { ToneCount } from './tone-surges.ts';
import { weekAfter } from './week-of.ts';

export type ToneKind = 'negative' | 'toxic';

/** Comments of one topic, or of all, week by week. */
export interface ToneTally {
  /** Of one tone, beside all comments. */
  counts(kind: ToneKind): ToneCount[];
  add(thread: ThreadFact): void;
  /** Of the weeks from one place to before another; threads are those on which somebody spoke. */
  sum(from: number, to?: number): Record<ToneKind | 'comments' | 'threads', number>;
}

/** The Mondays of so many weeks in a row, the last of them given. */
export function weeksUntil(last: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => weekAfter(last, index + 1 - count));
}

export function createToneTally(places: ReadonlyMap<string, number>): ToneTally {
  const weeks = Array.from({ length: places.size }, () => ({ comments: 0, negative: 0, toxic: 0 }));
  /** Of each thread, the weeks in which somebody spoke. */
  const threads: number[][] = [];

  return {
    counts: (kind) => weeks.map((week) => ({ comments: week.comments, told: week[kind] })),
    add({ tones = [] }) {
      const heard: number[] = [];
      for (const { week, comments, negative, toxic } of tones) {
        const place = places.get(week);
        const known = place === undefined ? undefined : weeks[place];
        if (place === undefined || known === undefined) continue;
        known.comments += comments;
        known.negative += negative;
        known.toxic += toxic;
        heard.push(place);
      }
      if (heard.length > 0) threads.push(heard);
    },
    sum(from, to = weeks.length) {
      const sum = { comments: 0, negative: 0, toxic: 0 };
      for (const week of weeks.slice(from, to)) {
        sum.comments += week.comments;
        sum.negative += week.negative;
        sum.toxic += week.toxic;
      }
      const isWithin = (place: number) => place >= from && place < to;
      return { ...sum, threads: threads.filter((heard) => heard.some(isWithin)).length };
    },
  };
}

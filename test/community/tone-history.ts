import { weekAfter } from '../../src/community/week-of.ts';
import type { ThreadFact, WeekTones } from '../../src/domain/fact.ts';

/** A Wednesday. */
export const AT = Date.parse('2026-11-25T12:00:00Z');
export const THIS_WEEK = '2026-11-23';

/** The Monday so many weeks before the present one. */
export const weeksAgo = (weeks: number) => weekAfter(THIS_WEEK, -weeks);

export function toneThread(id: number, tones: WeekTones[] | undefined, over: Partial<ThreadFact> = {}): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id: String(id),
    time: `${weeksAgo(60)}T00:00:00Z`,
    author: 'ann',
    title: `Thread ${id}`,
    body: '',
    labels: [],
    assignees: [],
    participants: ['ann', 'bob', 'cas'],
    state: 'open',
    closedAt: null,
    outcome: null,
    ...(tones && { tones }),
    ...over,
  };
}

export function heard(ago: number, comments: number, negative = 0, toxic = 0): WeekTones {
  return { week: weeksAgo(ago), comments, negative, toxic };
}

/** A quiet year: four threads of five comments each week, one of the twenty displeased. */
export function quietYear(): ThreadFact[] {
  return Array.from({ length: 4 * 60 }, (_, n) =>
    toneThread(1 + n, [heard(Math.floor(n / 4), 5, n % 4 === 0 ? 1 : 0)], { labels: n % 2 === 0 ? ['bug'] : ['docs'] }),
  );
}

import { describe, expect, it } from '@jest/globals';
import type { TimedThread } from '../../src/community/waiting-times.ts';
import { weeklyWork } from '../../src/community/weekly-work.ts';
import { finish } from '../../src/match/steps.ts';

/** A Wednesday: the week that began on Monday the 23rd is not over. */
const NOW = Date.parse('2026-11-25T12:00:00Z');
const on = (day: string) => Date.parse(`2026-${day}T12:00:00Z`);

function issue(opened: number, closedAt: number | null, over: Partial<TimedThread> = {}): TimedThread {
  const standing = closedAt === null ? 'open' : 'finished';
  return { id: `${opened}`, type: 'issue', time: opened, standing, closedAt, firstResponseAt: undefined, ...over };
}

const weeksOf = (threads: TimedThread[], at = NOW) => finish(weeklyWork(threads, at));
const nothing = { response: null, review: null, close: null, merge: null, answer: null };

describe('work by week', () => {
  it('counts what was opened and closed in whole weeks, and what was open at their ends', () => {
    const threads = [
      issue(on('11-02'), on('11-12')),
      issue(on('11-03'), null),
      issue(on('11-10'), on('11-18')),
      issue(on('11-20'), on('11-24')),
    ];

    // Closed after 10 days in the second week, after 8 in the third; of the week that is not over nothing is told.
    expect(weeksOf(threads)).toEqual([
      { week: '2026-11-02', opened: 2, closed: 0, open: 2, days: nothing },
      { week: '2026-11-09', opened: 1, closed: 1, open: 2, days: { ...nothing, close: 10 } },
      { week: '2026-11-16', opened: 1, closed: 1, open: 2, days: { ...nothing, close: 8 } },
    ]);
  });

  it('takes the median of the days until each thing happened, by the week in which it did', () => {
    const responded = (hours: number) => issue(on('11-16'), null, { firstResponseAt: on('11-16') + hours * 3_600_000 });
    const pull = { ...issue(on('11-10'), on('11-20')), type: 'pull', firstResponseAt: on('11-17') } as const;
    const asked = { ...issue(on('11-10'), on('11-17')), type: 'discussion' } as const;

    // 12, 24 and 96 hours.
    expect(weeksOf([responded(12), responded(96), responded(24), pull, asked]).at(-1)?.days).toEqual({
      ...{ response: 1, review: 7, close: null, merge: 10, answer: 7 },
    });
  });

  it('tells of one year, in which what was opened before is still open', () => {
    const weeks = weeksOf([issue(Date.parse('2024-01-01'), null), issue(Date.parse('2024-01-01'), on('11-20'))]);

    expect(weeks).toHaveLength(52);
    expect(weeks[0]).toMatchObject({ week: '2025-11-24', opened: 0, open: 2 });
    expect(weeks.at(-1)).toMatchObject({ week: '2026-11-16', closed: 1, open: 1 });
  });

  it('does not count as open what was closed nobody knows when', () => {
    expect(weeksOf([issue(on('11-02'), null, { standing: 'finished' })])).toMatchObject([
      { opened: 1, open: 0 },
      { open: 0 },
      { open: 0 },
    ]);
  });

  it('has no week to tell of before one is over', () => {
    expect(weeksOf([issue(on('11-24'), null)])).toEqual([]);
    expect(weeksOf([])).toEqual([]);
  });
});

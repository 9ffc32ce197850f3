import { describe, expect, it } from '@jest/globals';
import { type TimedThread, type Wait, waitingTimes } from '../../src/community/waiting-times.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-03-01T00:00:00Z');
const daysAgo = (days: number) => NOW - days * DAY;

const issue: TimedThread = {
  id: '1',
  type: 'issue',
  time: daysAgo(20),
  standing: 'open',
  closedAt: null,
  firstResponseAt: null,
};

function of(wait: Wait, threads: TimedThread[]) {
  return waitingTimes(threads, NOW).find((time) => time.wait === wait);
}

describe('waiting times', () => {
  it('are days from opening to closing, by the month of closing', () => {
    // 10 and 4 days in February, 2 in January.
    const closed = (opened: number, closedAgo: number): TimedThread => ({
      ...issue,
      time: daysAgo(opened),
      standing: 'finished',
      closedAt: daysAgo(closedAgo),
    });

    expect(of('close', [closed(20, 10), closed(9, 5), closed(42, 40)])).toEqual({
      wait: 'close',
      days: { count: 3, lower: 3, median: 4, upper: 7 },
      months: [
        { month: '2026-01', days: { count: 1, lower: 2, median: 2, upper: 2 } },
        { month: '2026-02', days: { count: 2, lower: 5.5, median: 7, upper: 8.5 } },
      ],
    });
  });

  it('tell issues, pulls and discussions apart', () => {
    const end = { standing: 'finished', closedAt: daysAgo(10), firstResponseAt: daysAgo(19) } as const;
    const times = waitingTimes(
      [
        { ...issue, ...end },
        { ...issue, ...end, type: 'pull', closedAt: daysAgo(9) },
        { ...issue, ...end, type: 'discussion', closedAt: daysAgo(8) },
      ],
      NOW,
    );

    expect(times.map(({ wait, days }) => [wait, days?.count, days?.median])).toEqual([
      ['response', 2, 1],
      ['review', 1, 1],
      ['close', 1, 10],
      ['merge', 1, 11],
      ['answer', 1, 12],
    ]);
  });

  it('leave out what was dropped, is not told, ended before the last year or will end later', () => {
    const threads: TimedThread[] = [
      { ...issue, standing: 'dropped', closedAt: daysAgo(1) },
      { ...issue, standing: 'finished', firstResponseAt: undefined },
      { ...issue, time: daysAgo(400), standing: 'finished', closedAt: daysAgo(365) },
      { ...issue, standing: 'finished', closedAt: daysAgo(-1) },
    ];

    expect(waitingTimes(threads, NOW).map(({ days }) => days)).toEqual([null, null, null, null, null]);
  });
});

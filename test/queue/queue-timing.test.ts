import { describe, expect, it } from '@jest/globals';
import { queueTiming, retryAfterMs } from '../../src/queue/queue-timing.ts';

const MINUTE_MS = 60_000;

/** When each attempt begins, in milliseconds from the first, where every one fails at once. */
function attemptsAt(chance: number): number[] {
  const times = [0];
  for (let made = 1; made < queueTiming.attempts; made++) {
    times.push((times.at(-1) ?? 0) + retryAfterMs(made, chance));
  }
  return times;
}

describe('the attempts at a job that fails', () => {
  it('come after five seconds, then less and less often, up to every ten minutes', () => {
    const waits = [1, 2, 3, 7, 8, 9, 40].map((made) => retryAfterMs(made, 0) / 1_000);
    expect(waits).toEqual([5, 10, 20, 320, 600, 600, 600]);
  });

  it('are spread by chance, so that not all jobs come back at once', () => {
    expect([retryAfterMs(1, 0), retryAfterMs(1, 0.5), retryAfterMs(1, 1)]).toEqual([5_000, 4_375, 3_750]);
  });

  it('are few in ten minutes without GitHub, and the next comes within ten minutes after it is back', () => {
    for (const chance of [0, 1]) {
      const within = attemptsAt(chance).filter((at) => at <= 10 * MINUTE_MS);
      const next = attemptsAt(chance).find((at) => at > 10 * MINUTE_MS) ?? Number.POSITIVE_INFINITY;
      expect(within.length).toBeLessThanOrEqual(8);
      expect(next).toBeLessThanOrEqual(20 * MINUTE_MS);
    }
  });

  it('go on for more than four hours', () => {
    expect(attemptsAt(1).at(-1)).toBeGreaterThan(4 * 60 * MINUTE_MS);
    expect(attemptsAt(0).at(-1)).toBeLessThan(7 * 60 * MINUTE_MS);
  });
});

import { describe, expect, it } from '@jest/globals';
import { learningProgress } from '../src/app-progress.ts';

const ref = { owner: 'Acme', repo: 'engine' };

function watched() {
  let now = Date.parse('2026-06-01T00:00:00Z');
  const lines: object[] = [];
  const log = { info: (facts: object, sentence: string) => void lines.push({ ...facts, sentence }) };
  const progress = learningProgress(log, () => now);
  return {
    lines,
    later(seconds: number, done: number, total: number | null = 1000) {
      now += seconds * 1000;
      progress.report(ref, { what: 'threads', done, total });
      return progress.of({ owner: 'acme', repo: 'engine' });
    },
    progress,
  };
}

describe('progress of learning', () => {
  it('tells how far it is, and from its own rate for how long', () => {
    const { later } = watched();

    expect(later(0, 100)).toEqual({ percent: 10, minutesLeft: null, pausedUntil: null });
    expect(later(60, 200)).toEqual({ percent: 20, minutesLeft: 8, pausedUntil: null });
    expect(later(60, 700)).toEqual({ percent: 70, minutesLeft: 1, pausedUntil: null });
    expect(later(1, 1005)).toEqual({ percent: 100, minutesLeft: 0, pausedUntil: null });
  });

  it('tells nothing where the end is not known, or nothing is read', () => {
    const { later, progress } = watched();
    const nothing = { percent: null, minutesLeft: null, pausedUntil: null };

    expect(progress.of(ref)).toEqual(nothing);
    expect(later(0, 100, null)).toEqual(nothing);
    later(1, 100);
    progress.report(ref, null);
    expect(progress.of(ref)).toEqual(nothing);
  });

  it('tells until when it pauses, and goes on with a rate of its own', () => {
    const { later, progress, lines } = watched();
    later(0, 100);
    progress.report(ref, { what: 'pause', ms: 30 * 60_000 });

    expect(progress.of(ref)).toEqual({ percent: null, minutesLeft: null, pausedUntil: '2026-06-01T00:30:00.000Z' });
    expect(lines.at(-1)).toMatchObject({ repository: 'acme/engine', minutes: 30 });
    later(30 * 60, 200);
    expect(later(60, 300).minutesLeft).toBe(7);
  });

  it('is logged once a second at most', () => {
    const { later, lines } = watched();
    later(0, 100);
    later(0.5, 200);
    later(1, 300);

    expect(lines).toMatchObject([
      { repository: 'acme/engine', what: 'threads', done: 100, total: 1000, percent: 10, sentence: 'learning' },
      { done: 300 },
    ]);
  });
});

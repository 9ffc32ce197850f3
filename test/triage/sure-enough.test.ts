import { describe, expect, it } from '@jest/globals';
import { shownAt } from '../../src/triage/coverage-curve.ts';
import { isSureEnough } from '../../src/triage/sure-enough.ts';

describe('what is sure enough to be shown', () => {
  it('is told by what the past has shown, not by what is promised', () => {
    expect(isSureEnough({ probability: 0.7, precision: 0.82 }, 0.8)).toBe(true);
    expect(isSureEnough({ probability: 0.9, precision: 0.76 }, 0.8)).toBe(false);
  });

  it('is told by the promise where nothing else is known', () => {
    expect(isSureEnough({ probability: 0.8 }, 0.8)).toBe(true);
    expect(isSureEnough({ probability: 0.79 }, 0.8)).toBe(false);
  });

  it('is the same in a back-test', () => {
    const given = [
      { name: 'bug', probability: 0.9, precision: 0.76 },
      { name: 'queue', probability: 0.7, precision: 0.82 },
    ];

    expect(shownAt(given, 0.8, 3).map(({ name }) => name)).toEqual(['queue']);
  });
});

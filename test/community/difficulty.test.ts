import { describe, expect, it } from '@jest/globals';
import { difficulty, type TaskCost } from '../../src/community/difficulty.ts';

const tasks = (days: (number | null)[]): TaskCost[] => days.map((each) => ({ days: each, people: null, files: null }));

describe('difficulty', () => {
  it('says where the median of the nearest stands among all', () => {
    // Median of 2 and 6 is 4; of 1, 2, 4, 6, 9 two took less and one the same: 2.5 of 5.
    const found = difficulty(tasks([6, 2]), tasks([1, 2, 4, 6, 9]));

    expect(found.days).toEqual({ typical: 4, percentile: 0.5 });
    expect(found.score).toBe(0.5);
  });

  it('is the mean of what is known of time, people and files', () => {
    const all: TaskCost[] = [
      { days: 1, people: 1, files: 1 },
      { days: 2, people: 2, files: null },
    ];
    // Days 2: 1.5 of 2 = 0.75. People 2: 0.75. Files are not known of the nearest.
    const found = difficulty([{ days: 2, people: 2, files: null }], all);

    expect(found).toEqual({
      score: 0.75,
      days: { typical: 2, percentile: 0.75 },
      people: { typical: 2, percentile: 0.75 },
      files: null,
    });
  });

  it('is not known without closed tasks like it', () => {
    expect(difficulty([], tasks([1]))).toEqual({ score: null, days: null, people: null, files: null });
    expect(difficulty(tasks([null]), tasks([1])).score).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { type SkillEvidence, skill } from '../../src/match/skill.ts';

const nothing: SkillEvidence = { path: [], similar: [], label: [], term: [], language: [] };

describe('skill', () => {
  it('meets a need to a / (a + 1) and weighs the kinds that the task names', () => {
    // Paths (3/4 + 1/2) / 2 = 0.625 with weight 4, label 0/1 = 0 with weight 2: (4 x 0.625 + 2 x 0) / 6.
    expect(skill({ ...nothing, path: [3, 1], label: [0] })).toBeCloseTo(2.5 / 6, 12);
  });

  it('weighs every kind by its own weight', () => {
    // One act in each half meets it; without the language 0.5 x 11 of 12.
    expect(skill({ path: [1], similar: [1], label: [1], term: [1], language: [1] })).toBe(0.5);
    expect(skill({ path: [1], similar: [1], label: [1], term: [1], language: [0] })).toBeCloseTo(5.5 / 12, 12);
  });

  it('is 0 where the task needs nothing that can be told', () => {
    expect(skill(nothing)).toBe(0);
  });

  it('grows with every act and stays below 1', () => {
    const grown = [0, 1, 10, 1e9].map((acts) => skill({ ...nothing, path: [acts] }));

    expect(grown).toEqual([0, 0.5, 10 / 11, expect.closeTo(1, 6)]);
    expect(grown.every((value) => value < 1)).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { skills } from '../../src/match/skill.ts';
import { needsMetBy } from './needs-met-by.ts';

const skill = (acts: Parameters<typeof needsMetBy>[0]) => skills(needsMetBy(acts)).get(1);

describe('skill', () => {
  it('meets a need to a / (a + 1) and weighs the kinds that the task names', () => {
    // Paths (3/4 + 1/2) / 2 = 0.625 with weight 4, label 0/1 = 0 with weight 2: (4 x 0.625 + 2 x 0) / 6.
    expect(skill({ path: [3, 1], label: [0] })).toBeCloseTo(2.5 / 6, 12);
  });

  it('weighs every kind by its own weight', () => {
    // One act in each half meets it; without the language 0.5 x 11 of 12.
    expect(skill({ path: [1], similar: [1], label: [1], term: [1], language: [1] })).toBe(0.5);
    expect(skill({ path: [1], similar: [1], label: [1], term: [1], language: [0] })).toBeCloseTo(5.5 / 12, 12);
  });

  it('is nobody’s where the task needs nothing that can be told', () => {
    expect(skills([])).toEqual(new Map());
  });

  it('grows with every act and stays below 1', () => {
    const grown = [0, 1, 10, 1e9].map((acts) => skill({ path: [acts] }) ?? 1);

    expect(grown).toEqual([0, 0.5, 10 / 11, expect.closeTo(1, 6)]);
    expect(grown.every((value) => value < 1)).toBe(true);
  });

  it('is told of each person by what they alone did', () => {
    const path = new Map([
      [1, 1],
      [2, 3],
    ]);

    expect(skills([{ kind: 'path', acts: path }, ...needsMetBy({ label: [1] })])).toEqual(
      new Map([
        [1, 0.5],
        [2, (4 * 0.75) / 6],
      ]),
    );
  });
});

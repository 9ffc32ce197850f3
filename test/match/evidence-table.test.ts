import { describe, expect, it } from '@jest/globals';
import { DAY_MS, halfLife } from '../../src/match/decay.ts';
import { createEvidenceTable } from '../../src/match/evidence-table.ts';
import { seededRandom, shuffled } from './small-history.ts';

const HALF_LIFE_DAYS = 100;
const AREAS = [0, 1, 2000];

interface Act {
  area: number;
  people: number[];
  time: number;
  share: number;
}

function someActs(seed: number): Act[] {
  const random = seededRandom(seed);
  return Array.from({ length: 300 }, () => ({
    area: AREAS[Math.floor(random() * 3)] ?? 0,
    people: [...new Set([1, 2].map(() => 1 + Math.floor(random() * 40)))],
    time: Math.floor(random() * 1000) * DAY_MS + 7,
    share: random(),
  }));
}

function tableOf(acts: Act[]) {
  const table = createEvidenceTable(halfLife(HALF_LIFE_DAYS));
  for (const { area, people, time, share } of acts) table.count(area, people, time, share, 1);
  return table;
}

function told(table: ReturnType<typeof tableOf>, at: number) {
  return AREAS.map((area) => {
    const into = new Float64Array(64);
    table.addWeights(area, at, 0.3, into);
    return {
      total: table.total(area, at),
      weights: [...into],
      times: table.times(area, at),
      timesOfOne: table.times(area, at, 7),
    };
  });
}

describe('an evidence table', () => {
  it('halves the weight of an act with each half-life', () => {
    const table = tableOf([{ area: 1, people: [7], time: 30 * DAY_MS, share: 0.5 }]);

    const weights = [30, 130, 230].map((day) => table.weights(1, day * DAY_MS).get(7) ?? 0);

    expect(weights.map((weight) => Math.round(weight * 1e5) / 1e5)).toEqual([0.5, 0.25, 0.125]);
    expect(table.total(1, 130 * DAY_MS)).toBe(weights[1]);
  });

  it('knows nothing of areas and people that it never met', () => {
    const table = tableOf([]);

    expect(table.total(5, 0)).toBe(0);
    expect(table.times(5, 0, 7)).toBe(0);
    expect(table.last(5, 0, 7)).toBeNaN();
    expect(table.weights(5, 0).size).toBe(0);
  });

  it('leaves out segments that have not begun', () => {
    const table = tableOf([{ area: 1, people: [7], time: 950 * DAY_MS, share: 1 }]);

    expect(table.total(1, 400 * DAY_MS)).toBe(0);
    expect(table.times(1, 400 * DAY_MS, 7)).toBe(0);
  });

  it.each([1, 2, 3])('says the same to the last bit in any order (seed %i)', (seed) => {
    const acts = someActs(seed);

    const other = tableOf(shuffled(acts, seededRandom(seed + 1)));

    expect(told(other, 1000 * DAY_MS)).toEqual(told(tableOf(acts), 1000 * DAY_MS));
  });

  it.each([1, 2, 3])('forgets to the last bit (seed %i)', (seed) => {
    const acts = someActs(seed);
    const table = tableOf(acts);

    for (const { area, people, time, share } of acts.slice(0, 200)) table.count(area, people, time, share, -1);

    expect(told(table, 1000 * DAY_MS)).toEqual(told(tableOf(acts.slice(200)), 1000 * DAY_MS));
  });

  it('knows the last act of a person, or that it does not know it any more', () => {
    const table = createEvidenceTable(halfLife(HALF_LIFE_DAYS));
    table.count(1, [7], 110 * DAY_MS, 1, 1);
    table.count(1, [7], 120 * DAY_MS, 1, 1);

    expect(table.last(1, 130 * DAY_MS, 7)).toBe(120 * DAY_MS);
    expect(table.last(1, 115 * DAY_MS, 7)).toBeNaN();
    table.count(1, [7], 120 * DAY_MS, 1, -1);
    expect(table.last(1, 130 * DAY_MS, 7)).toBeNaN();
  });
});

import { describe, expect, it } from '@jest/globals';
import { SURGE_RULES, type ToneCount, weekStandings } from '../../src/community/tone-surges.ts';

const week = (told: number, comments = 20): ToneCount => ({ comments, told });
const weeks = (...told: number[]) => told.map((one) => week(one));
const last = (counts: ToneCount[], rules = SURGE_RULES) => weekStandings(counts, rules).at(-1);
const surging = (counts: ToneCount[]) => weekStandings(counts).map((standing) => standing.surging);

/** Eight weeks with shares of 0, 0, 0.05, 0.05, 0.05, 0.05, 0.1 and 0.1. */
const USUAL = weeks(1, 0, 1, 2, 1, 0, 1, 2);

describe('weekStandings', () => {
  it('measures a week by median and MAD of those before it, as worked by hand', () => {
    // Median 0.05; deviations from it 0 0 0 0 0.05 0.05 0.05 0.05: their median 0.025, 1.4826 of it 0.0371.
    // By chance: (8 + 0.5) / (160 + 1) = 0.0528 of 20 deviates by sqrt(0.0528 * 0.9472 / 20) = 0.0500, which is more.
    const standing = last([...USUAL, week(6)]);

    expect(standing?.usual).toBeCloseTo(0.05);
    expect(standing?.z).toBeCloseTo((0.3 - 0.05) / 0.05, 1);
    expect(standing?.surging).toBe(true);
  });

  it('goes by the MAD where weeks differ more than by chance', () => {
    // Median 0.2, deviations 0.2 0.2 0.1 0.1 0.1 0.1 0.2 0.2: their median 0.15, times 1.4826 is 0.2224.
    const uneven = [0, 80, 20, 60, 20, 60, 0, 80].map((told) => week(told, 200));

    expect(last([...uneven, week(160, 200)])?.z).toBeCloseTo((0.8 - 0.2) / 0.22239, 3);
  });

  it('never takes tiny counts for a surge', () => {
    const silence = weeks(0, 0, 0, 0, 0, 0, 0, 0);

    expect(last([...silence, week(2)])).toMatchObject({ surging: false });
    expect(last([...silence, week(3, 14)])).toMatchObject({ surging: false });
    expect(last([...silence, week(3, 15)])).toMatchObject({ surging: true });
  });

  it('says nothing where too few weeks, or weeks of too few comments, are known', () => {
    expect(last([...USUAL.slice(0, 5), week(20)])).toEqual({ usual: null, z: null, surging: false });
    expect(last([...USUAL.map(() => week(0, 4)), week(20)])).toEqual({ usual: null, z: null, surging: false });
    expect(last([...USUAL, week(4, 4)])).toMatchObject({ z: null, surging: false });
  });

  it('looks back over empty weeks, but not for ever', () => {
    const empty = (count: number) => Array.from({ length: count }, () => week(0, 0));

    expect(last([...USUAL, ...empty(18), week(6)])).toMatchObject({ surging: true });
    expect(last([...USUAL, ...empty(26), week(6)])).toEqual({ usual: null, z: null, surging: false });
  });

  it('lets a surge go on at less than it needs to begin, and keeps its weeks from becoming the usual', () => {
    // 3 of 20 are 2 deviations above the usual: too few to begin with.
    expect(surging([...USUAL, week(3)]).at(-1)).toBe(false);
    expect(surging([...USUAL, ...weeks(6, 3, 3, 1, 3)]).slice(8)).toEqual([true, true, true, false, false]);
    expect(last([...USUAL, ...weeks(6, 8, 6)])?.usual).toBeCloseTo(0.05);
  });

  it('takes what goes on for eight weeks for the new usual', () => {
    const after = surging([...USUAL, ...weeks(8, 8, 8, 8, 8, 8, 8, 8, 8, 8)]).slice(8);

    expect(after).toEqual([...Array.from({ length: 8 }, () => true), false, false]);
  });
});

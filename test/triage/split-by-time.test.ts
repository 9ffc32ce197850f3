import { describe, expect, it } from '@jest/globals';
import { isBefore, splitByTime } from '../../src/triage/split-by-time.ts';

function aRow(order: number, time: string | null) {
  return { row: `${order}`, time, order };
}

function sizes(rows: ReturnType<typeof aRow>[], inOrder = true) {
  const split = splitByTime(rows, { inOrder });
  return split === null ? null : [split.order, ...split.splits.map(({ rows: of }) => of.length)];
}

const year = (n: number) => `20${String(n).padStart(2, '0')}-01-01T00:00:00.000Z`;
const twenty = Array.from({ length: 20 }, (_, n) => aRow(n, year(20 - n)));

describe('a split by time', () => {
  it('gives the oldest to train and the newest to test', () => {
    const split = splitByTime(twenty, { inOrder: false });

    expect(sizes(twenty, false)).toEqual(['time', 16, 2, 2]);
    expect(split?.splits.at(-1)).toEqual({ name: 'test', rows: ['1', '0'] });
  });

  it('never splits what was filed at one moment', () => {
    const rows = twenty.map((row, n) => aRow(n, n >= 3 && n < 8 ? year(15) : row.time));

    // Eight tenths would end before the last of the five that were filed at once.
    expect(sizes(rows)).toEqual(['time', 12, 6, 2]);
  });

  it('goes by the order of the source where times do not tell, if that is the order of time', () => {
    const atOnce = twenty.map((_, n) => aRow(n, year(1)));
    const unread = twenty.map((row, n) => aRow(n, n === 7 ? null : row.time));

    expect(sizes(atOnce)).toEqual(['told', 16, 2, 2]);
    expect(sizes(unread)).toEqual(['told', 16, 2, 2]);
    expect(sizes(atOnce, false)).toBeNull();
    expect(sizes(unread, false)).toEqual(['time', 15, 2, 2]);
  });

  it('is none of fewer than ten rows', () => {
    expect(sizes(twenty.slice(0, 9))).toBeNull();
    expect(sizes(twenty.slice(0, 10))).toEqual(['time', 8, 1, 1]);
  });
});

describe('what comes before', () => {
  it('is told by time, or else by the order of the source', () => {
    expect(isBefore(aRow(5, year(1)), aRow(2, year(3)))).toBe(true);
    expect(isBefore(aRow(5, year(1)), aRow(2, year(1)))).toBe(false);
    expect(isBefore(aRow(2, null), aRow(5, year(1)))).toBe(true);
  });
});

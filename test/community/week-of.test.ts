import { describe, expect, it } from '@jest/globals';
import { weekAfter, weekOf } from '../../src/community/week-of.ts';

describe('weekOf', () => {
  it.each([
    ['2026-11-23T00:00:00Z', '2026-11-23'],
    ['2026-11-22T23:59:59.999Z', '2026-11-16'],
    ['2027-01-01T12:00:00Z', '2026-12-28'],
    ['1970-01-01T00:00:00Z', '1969-12-29'],
    ['1969-12-28T23:59:59Z', '1969-12-22'],
  ])('of %s is that of Monday %s', (time, monday) => {
    expect(weekOf(Date.parse(time))).toBe(monday);
  });
});

describe('weekAfter', () => {
  it('goes both ways, over years and leap days', () => {
    expect(weekAfter('2026-11-23', 1)).toBe('2026-11-30');
    expect(weekAfter('2027-01-04', -1)).toBe('2026-12-28');
    expect(weekAfter('2028-02-28', 1)).toBe('2028-03-06');
  });
});

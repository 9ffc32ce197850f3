import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  duePeriod,
  periodAt,
  periodBefore,
  slotOf,
  slotPattern,
  writtenFrom,
} from '../../src/community/digest-period.ts';

const at = (time: string) => Date.parse(time);
const times = fc.integer({ min: at('2000-01-01'), max: at('2100-01-01') });
const cadences = fc.constantFrom('weekly' as const, 'monthly' as const);

describe('the period of a digest', () => {
  it.each([
    ['weekly', '2026-11-16T00:00:00Z', '2026-11-16', '2026-11-23'],
    ['weekly', '2026-11-22T23:59:59Z', '2026-11-16', '2026-11-23'],
    ['weekly', '2026-12-31T12:00:00Z', '2026-12-28', '2027-01-04'],
    ['monthly', '2026-11-01T00:00:00Z', '2026-11-01', '2026-12-01'],
    ['monthly', '2026-12-31T23:59:59Z', '2026-12-01', '2027-01-01'],
    ['monthly', '2028-02-29T12:00:00Z', '2028-02-01', '2028-03-01'],
  ] as const)('%s: %s lies from %s up to %s', (cadence, time, from, to) => {
    expect(periodAt(cadence, at(time))).toEqual({ cadence, from, to });
  });

  it('follows the one before without a gap, whatever clocks are put forward or back', () => {
    fc.assert(
      fc.property(times, cadences, (time, cadence) => {
        const period = periodAt(cadence, time);
        const before = periodBefore(period);

        expect(before.to).toBe(period.from);
        expect(at(period.from) <= time && time < at(period.to)).toBe(true);
      }),
    );
  });

  it('is due from the minute of its slot on, once, and stays so until the next', () => {
    const slot = 6 * 60 + 30;
    const due = (time: string) => duePeriod('weekly', at(time), slot).from;

    expect(due('2026-11-23T06:29:59Z')).toBe('2026-11-09');
    expect(due('2026-11-23T06:30:00Z')).toBe('2026-11-16');
    expect(due('2026-11-30T06:29:59Z')).toBe('2026-11-16');
    expect(due('2026-11-30T06:30:00Z')).toBe('2026-11-23');
  });

  it('is the latest whose slot has come, at any time', () => {
    fc.assert(
      fc.property(times, cadences, fc.integer({ min: 0, max: 23 * 60 + 59 }), (time, cadence, slot) => {
        const due = duePeriod(cadence, time, slot);
        const next = periodAt(cadence, at(due.to));

        expect(writtenFrom(due, slot)).toBeLessThanOrEqual(time);
        expect(writtenFrom(next, slot)).toBeGreaterThan(time);
      }),
    );
  });
});

describe('the slot of a repository', () => {
  it('lies within the hour, the same each time, and spreads many repositories over it', () => {
    const slots = Array.from({ length: 600 }, (_, n) => slotOf(`acme/engine-${n}`, 6));

    expect(slots.every((slot) => slot >= 360 && slot < 420)).toBe(true);
    expect(slotOf('acme/engine', 6)).toBe(slotOf('acme/engine', 6));
    const most = Math.max(...slots.map((slot) => slots.filter((other) => other === slot).length));
    expect(most).toBeLessThan(30);
  });

  it('is a Monday or the first of a month for the queue', () => {
    expect(slotPattern('weekly', 367)).toBe('7 6 * * 1');
    expect(slotPattern('monthly', 0)).toBe('0 0 1 * *');
  });
});

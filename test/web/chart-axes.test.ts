import { describe, expect, it } from '@jest/globals';
import { timeAxis, valueAxis } from '../../src/web/chart-axes.ts';

describe('valueAxis', () => {
  it('ends on a round number above the largest value', () => {
    expect(valueAxis('hours', [3, null, 17])).toEqual({
      name: 'hours',
      from: 0,
      to: 20,
      ticks: [0, 5, 10, 15, 20].map((at) => ({ at, label: String(at) })),
    });
  });

  it('goes below 0 where a value does', () => {
    expect(valueAxis('change', [-4, 8])).toMatchObject({ from: -4, to: 8 });
  });

  it.each([[[]], [[null]], [[0, 0]], [[Number.NaN]]])('has a span where there is none: %j', (values) => {
    expect(valueAxis('', values)).toMatchObject({ from: 0, to: 1 });
  });
});

describe('timeAxis', () => {
  const of = (from: string, to: string, language = 'en') =>
    timeAxis('', [Date.parse(from), Date.parse(to)], language).ticks.map(({ label }) => label);

  it('names the beginnings of months over a year', () => {
    expect(of('2025-12-03', '2026-11-24')).toEqual(['Jan 2026', 'Apr 2026', 'Jul 2026', 'Oct 2026']);
    expect(of('2025-12-03', '2026-11-24', 'zh-CN')[0]).toBe('2026年1月');
  });

  it('names days over weeks', () => {
    expect(of('2026-11-01', '2026-11-24')).toEqual(['Nov 1', 'Nov 8', 'Nov 15', 'Nov 22']);
  });

  it('has a span where there is one time, or none', () => {
    for (const times of [[5], []]) {
      const { from, to } = timeAxis('', times, 'en');
      expect(to).toBeGreaterThan(from);
    }
  });
});

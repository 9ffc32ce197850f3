import { describe, expect, it } from '@jest/globals';
import { bar, cut, sparkline, wrap } from '../../src/cli/drawn.ts';
import { progressText } from '../../src/cli/progress.ts';
import { numberTable } from '../../src/cli/table.ts';

describe('what is drawn with characters', () => {
  it('wraps at blanks', () => {
    expect(wrap('one two three', 7)).toBe('one two\nthree');
    expect(wrap('averylongword b', 5)).toBe('averylongword\nb');
  });

  it('cuts at either end', () => {
    expect(cut('src/match/a.ts', 8, 'start')).toBe('…ch/a.ts');
    expect(cut('Ada Lovelace', 6, 'end')).toBe('Ada L…');
    expect(cut('Ada', 3, 'end')).toBe('Ada');
    expect(cut('缓存崩溃问题', 7, 'end')).toBe('缓存崩…');
    expect(cut('缓存崩溃', 6, 'start')).toBe('…崩溃');
  });

  it('shows shares as bars and as a line', () => {
    expect(bar(0.5, 4)).toBe('██░░');
    expect(sparkline([0, 0.5, 1])).toBe('▁▅█');
  });

  it('aligns numbers at their end, and shows no control characters', () => {
    const rows = [
      ['', 'count', 'MRR'],
      ['a\u001b[31m', '1,200', '0.5'],
      ['bob', '7', '0.75'],
    ];

    expect(numberTable(rows).split('\n')).toEqual(['       count   MRR', 'a[31m  1,200   0.5', 'bob        7  0.75']);
  });
});

describe('a line of progress', () => {
  it('tells percent, items and the time left', () => {
    const step = { what: 'replaying', share: 0.25, items: '500 lines', seconds: 30 };

    expect(progressText(step)).toBe('replaying  █████░░░░░░░░░░░░░░░  25%  500 lines  1 min 30 s left');
  });

  it('does not guess too early, nor where nobody knows how much there is', () => {
    const step = { what: 'reading', items: '5 lines', seconds: 1 };

    expect(progressText({ ...step, share: 0.01 })).toMatch(/1% {2}5 lines$/);
    expect(progressText({ ...step, share: null })).toBe('reading  5 lines');
  });
});

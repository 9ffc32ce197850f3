import { describe, expect, it } from '@jest/globals';
import { fitsAny } from '../../src/config/label-pattern.ts';

describe('fitsAny', () => {
  it.each([
    ['kind/bug', '*'],
    ['security: high', 'security*'],
    ['P0', 'p0'],
    ['area/queue/redis', 'area/*/redis'],
    ['', '*'],
  ])('takes %j for %j', (name, pattern) => {
    expect(fitsAny(name, ['never', pattern])).toBe(true);
  });

  it.each([
    ['insecurity', 'security*'],
    ['P01', 'P0'],
    ['bug', ''],
    ['a.b', 'a?b'],
  ])('does not take %j for %j', (name, pattern) => {
    expect(fitsAny(name, [pattern])).toBe(false);
  });

  it('takes nothing when there is no pattern', () => {
    expect(fitsAny('bug', [])).toBe(false);
  });

  it('ends soon on a pattern that would send a regular expression back and forth', () => {
    expect(fitsAny('a'.repeat(5_000), [`${'*a'.repeat(100)}b`])).toBe(false);
  });
});

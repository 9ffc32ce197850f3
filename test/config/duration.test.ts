import { describe, expect, it } from '@jest/globals';
import { duration } from '../../src/config/duration.ts';

describe('duration', () => {
  it.each([
    ['0s', 0],
    ['90s', 90_000],
    ['2m', 120_000],
    ['6h', 21_600_000],
    ['14d', 1_209_600_000],
    ['2w', 1_209_600_000],
  ])('reads %s', (text, milliseconds) => {
    expect(duration.parse(text)).toBe(milliseconds);
  });

  it.each(['', '5', 'm', '1.5h', '-2m', '2 m', '2M', '1234567d', '2m\n', 120, null])('refuses %j', (text) => {
    expect(duration.safeParse(text).success).toBe(false);
  });
});

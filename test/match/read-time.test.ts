import { describe, expect, it } from '@jest/globals';
import { readTime } from '../../src/match/read-time.ts';

describe('a time', () => {
  it.each([
    ['2024-02-29T12:30:00Z', Date.UTC(2024, 1, 29, 12, 30)],
    ['2024-02-29T12:30:00.250Z', Date.UTC(2024, 1, 29, 12, 30, 0, 250)],
    ['2024-02-29T12:30:00+02:00', Date.UTC(2024, 1, 29, 10, 30)],
    ['2024-02-29T12:30:00', Date.UTC(2024, 1, 29, 12, 30)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    ['2024-02-29 12:30:00 +0200', Date.UTC(2024, 1, 29, 10, 30)],
    ['2024-02-29 12:30:00 UTC', Date.UTC(2024, 1, 29, 12, 30)],
    ['2024-02-29 12:30', Date.UTC(2024, 1, 29, 12, 30)],
    ['31/May/24 13:22', Date.UTC(2024, 4, 31, 13, 22)],
    ['31/Mai/24 13:22', null],
    ['2024-13-01', null],
    ['1700000000', null],
    ['', null],
  ])('%s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });
});

import { describe, expect, it } from '@jest/globals';
import { finish, piecework, type Steps } from '../../src/match/steps.ts';

describe('piecework', () => {
  /** Three pieces for each key, noted as they are done. */
  function counting() {
    const pieces: string[] = [];
    const work = piecework(function* (key: number): Steps<string> {
      for (const piece of ['a', 'b', 'c']) {
        pieces.push(`${key}${piece}`);
        yield;
      }
      return `found ${key}`;
    });
    return { work, pieces };
  }

  it('is done once for a key', () => {
    const { work, pieces } = counting();

    expect(finish(work.of(() => 1))).toBe('found 1');
    expect(finish(work.of(() => 1))).toBe('found 1');
    expect(pieces).toEqual(['1a', '1b', '1c']);
  });

  it('is finished by whoever needs it first, from where it is', () => {
    const { work, pieces } = counting();
    const slow = work.of(() => 1);
    slow.next();
    slow.next();

    expect(finish(work.of(() => 1))).toBe('found 1');
    expect(finish(slow)).toBe('found 1');
    expect(pieces).toEqual(['1a', '1b', '1c']);
  });

  it('goes over to another key, and begins anew when it is told to', () => {
    const { work, pieces } = counting();
    let key = 1;
    const slow = work.of(() => key);
    slow.next();
    key = 2;
    slow.next();
    work.interrupt();

    expect(finish(slow)).toBe('found 2');
    expect(pieces).toEqual(['1a', '2a', '2a', '2b', '2c']);
    work.interrupt();
    finish(work.of(() => key));
    expect(pieces).toHaveLength(5);
    work.forget();
    finish(work.of(() => key));
    expect(pieces).toHaveLength(8);
  });
});

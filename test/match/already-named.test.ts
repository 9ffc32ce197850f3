import { describe, expect, it } from '@jest/globals';
import { alreadyNamed } from '../../src/match/already-named.ts';

const own = { owner: 'Acme', repo: 'engine' };

function thread(id: string) {
  return { kind: 'thread' as const, id, url: null };
}

function named(body: string, title = '') {
  return alreadyNamed({ title, body }, own);
}

describe('what a text names itself', () => {
  it.each([
    ['Like #12', true],
    ['Like acme/engine#12', true],
    ['See https://github.com/acme/engine/issues/12#issuecomment-3', true],
    ['Like acme/other#12', false],
    ['See https://github.com/acme/other/issues/12', false],
    ['Run `grep #12`', false],
    ['> Like #12', false],
  ])('is thread 12 in %j: %s', (body, expected) => {
    expect(named(body)(thread('12'))).toBe(expected);
    expect(named(body)(thread('13'))).toBe(false);
  });

  it('may stand in the title', () => {
    expect(named('', 'Follow up of #12')(thread('12'))).toBe(true);
  });

  it('is a document by its path, by its address and by a part of it', () => {
    const document = { kind: 'document' as const, id: 'docs/queue.md', url: 'https://example.org/docs/queue.md' };

    expect(named('As docs/queue.md says')(document)).toBe(true);
    expect(named('As https://example.org/docs/queue.md#retries says')(document)).toBe(true);
    expect(named('As docs/other.md says')(document)).toBe(false);
  });
});

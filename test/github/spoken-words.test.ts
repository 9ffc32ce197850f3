import { describe, expect, it } from '@jest/globals';
import { firstResponse, lastWord } from '../../src/github/spoken-words.ts';

const word = (day: number, login: string, __typename = 'User') => ({
  createdAt: `2026-06-0${day}T00:00:00Z`,
  author: { __typename, login },
});
const list = (nodes: ReturnType<typeof word>[]) => ({ nodes, pageInfo: { hasPreviousPage: false } });
const lastOf = (nodes: ReturnType<typeof word>[]) => ({ nodes, pageInfo: { hasPreviousPage: true } });
const at = (day: number) => `2026-06-0${day}T00:00:00Z`;

describe('first response', () => {
  it('is that of the first human who is not the author', () => {
    const spoken = list([word(2, 'stale', 'Bot'), word(3, 'Ann'), word(4, 'bob'), word(5, 'cas')]);

    expect(firstResponse('ann', [spoken])).toEqual({ firstResponseAt: at(4) });
  });

  it('is a review or a comment, whichever came first', () => {
    expect(firstResponse('ann', [list([word(4, 'bob')]), list([word(3, 'cas')])])).toEqual({ firstResponseAt: at(3) });
  });

  it('is nobody’s where all is told and nobody else spoke', () => {
    expect(firstResponse('ann', [list([word(2, 'ann')]), list([])])).toEqual({ firstResponseAt: null });
  });

  it('is not told where somebody may have spoken in what was not read', () => {
    expect(firstResponse('ann', [lastOf([word(2, 'ann'), word(3, 'bob')])])).toEqual({});
    expect(firstResponse('ann', [lastOf([word(3, 'ann')]), list([word(2, 'bob')])])).toEqual({});
    expect(firstResponse('ann', [undefined])).toEqual({});
  });
});

describe('last word', () => {
  it('is that of the last human, be it the author', () => {
    const spoken = list([word(2, 'bob'), word(3, 'ann'), word(4, 'stale', 'Bot')]);

    expect(lastWord('ann', [spoken])).toEqual({ lastWord: { at: at(3), byAuthor: true } });
    expect(lastWord('ann', [spoken, list([word(5, 'cas')])])).toEqual({ lastWord: { at: at(5), byAuthor: false } });
  });

  it('is nobody’s where nobody spoke', () => {
    expect(lastWord('ann', [list([])])).toEqual({ lastWord: null });
  });

  it('is told of the last part of a long thread, where somebody spoke there', () => {
    const bots = lastOf([word(4, 'stale', 'Bot')]);

    expect(lastWord('ann', [lastOf([word(2, 'bob')])])).toEqual({ lastWord: { at: at(2), byAuthor: false } });
    expect(lastWord('ann', [bots])).toEqual({});
    expect(lastWord('ann', [bots, list([word(3, 'bob')])])).toEqual({});
    expect(lastWord('ann', [bots, list([word(5, 'bob')])])).toEqual({ lastWord: { at: at(5), byAuthor: false } });
  });
});

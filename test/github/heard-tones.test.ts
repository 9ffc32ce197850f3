import { describe, expect, it } from '@jest/globals';
import { heardTones } from '../../src/github/heard-tones.ts';

const by = (login: string, __typename = 'User') => ({ __typename, login });
const said = (createdAt: string, body: string, author: ReturnType<typeof by> | null = by('bob')) => ({
  createdAt,
  body,
  author,
});
const list = (...nodes: (ReturnType<typeof said> | null)[]) => ({ nodes, pageInfo: { hasPreviousPage: false } });

/** A Sunday; the next day another week begins. */
const SUNDAY = '2026-11-22T23:59:59Z';
const MONDAY = '2026-11-23T00:00:00Z';

const thread = { title: 'Ends too early', body: 'It stops at ten.', createdAt: SUNDAY, author: by('ann') };
const own = { week: '2026-11-16', comments: 1, negative: 0, toxic: 0 };

describe('heardTones', () => {
  it('counts how the thread itself and what was said on it sounded, week by week', () => {
    const spoken = list(
      said(SUNDAY, 'This is really annoying.'),
      said(MONDAY, 'Thank you!'),
      said(MONDAY, 'You are an idiot.'),
    );

    expect(heardTones({ ...thread, spoken })).toEqual({
      tones: [
        { week: '2026-11-16', comments: 2, negative: 1, toxic: 0 },
        { week: '2026-11-23', comments: 2, negative: 1, toxic: 1 },
      ],
    });
  });

  it('hears both languages, and reviews of a pull as well', () => {
    const lists = { spoken: list(said(SUNDAY, '新版本太难用了。')), reviewed: list(said(SUNDAY, 'I hate this.')) };

    expect(heardTones({ ...thread, ...lists })).toEqual({ tones: [{ ...own, comments: 3, negative: 2 }] });
  });

  it.each([
    ['a bot', said(SUNDAY, 'This is really annoying.', by('stale', 'Bot'))],
    ['an automation under the account of a user', said(SUNDAY, 'This is really annoying.', by('k8s-ci-robot'))],
    ['an account that is no more', said(SUNDAY, 'This is really annoying.', null)],
    ['a command', said(SUNDAY, '/commscore why')],
    ['code alone', said(SUNDAY, '```\nthis is annoying\n```')],
    ['nothing', said(SUNDAY, '')],
    ['a comment that is hidden from the app', null],
  ])('does not count %s', (_what, comment) => {
    expect(heardTones({ ...thread, spoken: list(comment) })).toEqual({ tones: [own] });
  });

  it('does not count a thread that a bot opened', () => {
    expect(heardTones({ ...thread, author: by('renovate', 'Bot'), spoken: list() })).toEqual({ tones: [] });
  });

  it('holds no word and no name', () => {
    const told = JSON.stringify(heardTones({ ...thread, spoken: list(said(MONDAY, 'This is really annoying.')) }));

    expect(told).not.toMatch(/annoying|early|ann"|bob/);
  });

  it('tells nothing where the comments are not told', () => {
    expect(heardTones(thread)).toEqual({});
    expect(heardTones({ ...thread, spoken: list(), reviewed: undefined })).toEqual({});
  });

  it('hears the beginning of what is very long', () => {
    const late = `${'word '.repeat(3_000)}. This is really annoying.`;

    expect(heardTones({ ...thread, spoken: list(said(SUNDAY, late)) })).toEqual({ tones: [{ ...own, comments: 2 }] });
  });
});

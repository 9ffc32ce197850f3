import { describe, expect, it } from '@jest/globals';
import { readiness, reasonOf } from '../../src/web/readiness.ts';

describe('readiness', () => {
  it('is ready when every check passes', async () => {
    expect(await readiness({ database: async () => {}, queue: async () => 7 }, 1000)).toEqual({
      ready: true,
      failing: [],
    });
  });

  it('names each failing check and its reason', async () => {
    const checks = {
      database: async () => {},
      queue: async () => {
        throw new Error('Connection is closed.');
      },
      github: () => {
        throw new Error('Bad credentials');
      },
    };

    expect(await readiness(checks, 1000)).toEqual({
      ready: false,
      failing: [
        { check: 'queue', reason: 'Connection is closed.' },
        { check: 'github', reason: 'Bad credentials' },
      ],
    });
  });

  it('does not wait for a check that never answers', async () => {
    const never = () => new Promise<void>(() => {});

    expect(await readiness({ database: never }, 20)).toEqual({
      ready: false,
      failing: [{ check: 'database', reason: 'no answer within 0.02 s' }],
    });
  });
});

describe('reasonOf', () => {
  it.each([
    ['connect to postgres://me:hunter2@db:5432/app failed', 'connect to postgres://db:5432/app failed'],
    ['redis://:hunter2@r refused', 'redis://r refused'],
    ['https://x-access-token:ghs_hunter2@github.com/a/b', 'https://github.com/a/b'],
    ['bad ghs_hunter2 given', 'bad [secret] given'],
    ['github_pat_11hunter2 expired', '[secret] expired'],
    ['Authorization: Bearer hunter2', 'Authorization: Bearer [secret]'],
    ['jwt eyJhbGciOi.eyJpc3M.hunter2', 'jwt [secret]'],
    ['password=hunter2 is wrong', 'password=[secret] is wrong'],
    ['first line\nhunter2', 'first line'],
  ])('tells %j without what lets one in', (message, expected) => {
    expect(reasonOf(new Error(message))).toBe(expected);
  });

  it('falls back to the code of an error without message', () => {
    const refused = Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' });

    expect(reasonOf(refused)).toBe('ECONNREFUSED');
    expect(reasonOf('a string')).toBe('unknown');
  });
});

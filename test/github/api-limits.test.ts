import { describe, expect, it } from '@jest/globals';
import { PutOffError } from '../../src/domain/put-off-error.ts';
import { apiLimits } from '../../src/github/api-limits.ts';

const INSTALLATION = 7;
const MINUTE_MS = 60_000;

function watched({ reserve = 0.5 } = {}) {
  let now = Date.parse('2026-06-01T00:00:00Z');
  const limits = apiLimits({ reserve, now: () => now });
  return {
    limits,
    seconds: () => now / 1000,
    ahead: (ms: number) => {
      now += ms;
    },
    /** For how long the job is put off; null where it may go on. */
    waitOf(run: () => void): number | null {
      try {
        run();
        return null;
      } catch (error) {
        if (error instanceof PutOffError) return error.againInMs;
        throw error;
      }
    },
  };
}

function refusal(message: string, headers: Record<string, string>, status = 403): Error {
  return Object.assign(new Error(message), { status, request: {}, response: { headers } });
}

function rateHeaders(remaining: number, reset: number): Record<string, string> {
  return {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
  };
}

describe('limits of GitHub', () => {
  it('close what is used up, and only that, until the time that GitHub names', () => {
    const { limits, waitOf, seconds, ahead } = watched();
    const error = refusal('API rate limit exceeded', rateHeaders(0, seconds() + 1800));

    expect(waitOf(() => limits.heed(INSTALLATION, 'rest', error))).toBe(1_801_000);
    expect(waitOf(() => limits.pass(INSTALLATION, 'rest'))).toBe(1_801_000);
    expect(waitOf(() => limits.pass(INSTALLATION, 'graphql'))).toBeNull();
    expect(waitOf(() => limits.pass(INSTALLATION + 1, 'rest'))).toBeNull();
    ahead(1_801_000);
    expect(waitOf(() => limits.pass(INSTALLATION, 'rest'))).toBeNull();
  });

  it('are told by an answer of GraphQL too, which is answered 200', () => {
    const { limits, waitOf, seconds } = watched();
    const data = { errors: [{ type: 'RATE_LIMITED', message: 'later' }] };
    const answer = { status: 200, headers: rateHeaders(0, seconds() + 60), data };

    expect(waitOf(() => limits.heed(INSTALLATION, 'graphql', answer))).toBe(61_000);
  });

  it('close everything where too much was asked at once, for the time that GitHub names', () => {
    const { limits, waitOf } = watched();
    const error = refusal('You have exceeded a secondary rate limit', { 'retry-after': '120' });

    expect(waitOf(() => limits.heed(INSTALLATION, 'graphql', error))).toBe(121_000);
    expect(waitOf(() => limits.pass(INSTALLATION, 'rest'))).toBe(121_000);
  });

  it('close for longer each time where GitHub names no time, and for a minute again after an answer', () => {
    const { limits, waitOf } = watched();
    const heed = () => waitOf(() => limits.heed(INSTALLATION, 'rest', refusal('Too many', {}, 429)));

    expect([heed(), heed(), heed()]).toEqual([61_000, 121_000, 241_000]);
    for (let n = 0; n < 9; n++) heed();
    expect(heed()).toBe(15 * MINUTE_MS + 1000);
    limits.heed(INSTALLATION, 'rest', { status: 200, headers: {}, data: {} });
    expect(heed()).toBe(61_000);
  });

  it.each([
    ['a missing permission', refusal('Resource not accessible by integration', {})],
    ['a broken server', refusal('Oops', {}, 500)],
    ['a broken connection', new Error('socket hang up')],
    ['an answer', { status: 200, headers: {}, data: { errors: [{ type: 'NOT_FOUND' }] } }],
  ])('are not what %s tells of', (_what, answer) => {
    const { limits, waitOf } = watched();

    expect(waitOf(() => limits.heed(INSTALLATION, 'rest', answer))).toBeNull();
  });
});

describe('the reserve', () => {
  function answered(remaining: number, cost: number, resetAt: string) {
    const rateLimit = { limit: 1000, cost, remaining, resetAt };
    return { status: 200, headers: {}, data: { data: { rateLimit } } };
  }

  it('is kept for live work, until the limit starts anew', () => {
    const { limits, waitOf, ahead } = watched();
    const resetAt = '2026-06-01T00:30:00Z';
    const keep = () => waitOf(() => limits.keepReserve(INSTALLATION));

    expect(keep()).toBeNull();
    limits.heed(INSTALLATION, 'graphql', answered(506, 6, resetAt));
    expect(keep()).toBeNull();
    limits.heed(INSTALLATION, 'graphql', answered(505, 6, resetAt));
    expect(keep()).toBe(30 * MINUTE_MS + 1000);
    expect(waitOf(() => limits.pass(INSTALLATION, 'graphql'))).toBeNull();
    ahead(30 * MINUTE_MS);
    expect(keep()).toBeNull();
  });

  it('is told by the headers of whatever else is asked', () => {
    const { limits, waitOf, seconds } = watched({ reserve: 0.9 });
    limits.heed(INSTALLATION, 'rest', { status: 200, headers: rateHeaders(1, seconds() + 60), data: {} });
    expect(waitOf(() => limits.keepReserve(INSTALLATION))).toBeNull();

    limits.heed(INSTALLATION, 'graphql', { status: 200, headers: rateHeaders(900, seconds() + 60), data: {} });

    expect(waitOf(() => limits.keepReserve(INSTALLATION))).toBe(61_000);
  });

  it('may be everything, or nothing', () => {
    const resetAt = '2026-06-01T00:30:00Z';
    const [all, nothing] = [watched({ reserve: 1 }), watched({ reserve: 0 })];
    for (const { limits } of [all, nothing]) limits.heed(INSTALLATION, 'graphql', answered(999, 1, resetAt));

    expect(all.waitOf(() => all.limits.keepReserve(INSTALLATION))).not.toBeNull();
    expect(nothing.waitOf(() => nothing.limits.keepReserve(INSTALLATION))).toBeNull();
  });
});

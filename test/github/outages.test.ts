import { describe, expect, it } from '@jest/globals';
import { PutOffError } from '../../src/domain/put-off-error.ts';
import { outages } from '../../src/github/outages.ts';

const INSTALLATION = 7;
const SECOND_MS = 1_000;
const unanswered = Object.assign(new Error('fetch failed'), { status: 500, request: {} });
const notFound = Object.assign(new Error('Not Found'), { status: 404, request: {} });

function watched() {
  let now = 0;
  const outage = outages(() => now);
  return {
    outage,
    ahead: (ms: number) => {
      now += ms;
    },
    now: () => now,
    /** `waits`: for how long it is put off. */
    pass(installationId = INSTALLATION, mayProbe = true): 'open' | 'probe' | { waits: number } {
      try {
        return outage.pass(installationId, mayProbe).probe ? 'probe' : 'open';
      } catch (error) {
        if (error instanceof PutOffError) return { waits: error.againInMs };
        throw error;
      }
    },
    fail(times: number, installationId = INSTALLATION) {
      for (let n = 0; n < times; n++) outage.heed(installationId, unanswered);
    },
  };
}

describe('an outage of GitHub', () => {
  it('is no mishap of a few requests, nor an answer that one does not like', () => {
    const { pass, fail, outage } = watched();
    fail(3);
    expect(pass()).toBe('open');
    outage.heed(INSTALLATION, notFound);
    fail(3);
    expect(pass()).toBe('open');
  });

  it('puts off everything of the installation, and of no other', () => {
    const { pass, fail } = watched();
    fail(4);
    expect(pass()).toEqual({ waits: 5 * SECOND_MS });
    expect(pass(INSTALLATION + 1)).toBe('open');
  });

  it('lets jobs come back apart from each other, within ten minutes', () => {
    const { pass, fail } = watched();
    fail(4);
    const waits = Array.from({ length: 10_000 }, () => pass());
    expect(waits.slice(0, 3)).toEqual([{ waits: 5_000 }, { waits: 5_200 }, { waits: 5_400 }]);
    expect(waits.at(-1)).toEqual({ waits: 605 * SECOND_MS });
  });

  it('is asked by one request whether it is over, while others wait', () => {
    const { pass, fail, ahead, outage } = watched();
    fail(4);
    ahead(5 * SECOND_MS);
    expect([pass(), pass()]).toEqual(['probe', { waits: 30 * SECOND_MS }]);
    outage.heed(INSTALLATION, { status: 200 });
    expect(pass()).toBe('open');
  });

  it('is not asked by the history, whose pages may be too much for GitHub', () => {
    const { pass, fail, ahead } = watched();
    fail(4);
    expect(pass(INSTALLATION, false)).toEqual({ waits: 5 * SECOND_MS });
    ahead(5 * SECOND_MS);
    expect([pass(INSTALLATION, false), pass()]).toEqual(['open', 'probe']);
  });

  it('of ten minutes is asked about less than twenty times, and over within a minute', () => {
    const { pass, fail, ahead, now } = watched();
    fail(4);
    let asked = 0;
    const longest: number[] = [];
    while (now() < 600 * SECOND_MS) {
      const passed = pass();
      if (typeof passed === 'object') {
        longest.push(passed.waits);
        ahead(passed.waits);
      } else {
        asked++;
        fail(1);
      }
    }

    expect(asked).toBe(12);
    expect(Math.max(...longest)).toBe(60 * SECOND_MS);
  });
});

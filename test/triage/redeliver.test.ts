import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/open-store.ts';
import { done, type Job } from '../../src/triage/job.ts';
import { redeliverFailed } from '../../src/triage/redeliver.ts';
import { startWatch, watch } from '../../src/triage/watch.ts';
import { type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START = Date.parse('2026-06-10T00:00:00Z');

describe('deliveries that failed', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: { job: Job; key: string; delayMs: number }[];
  let told: string[];
  let now: number;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    queued = [];
    told = [];
    now = START;
    await store().saveRedelivery({ lookedTo: null, tries: {}, restUntil: null });
  });

  const store = () => createStore(database.pool);
  const at = (ms: number) => new Date(ms).toISOString();
  const hear = (_: object, sentence: string) => void told.push(sentence);
  const ports = () => ({
    github,
    store: store(),
    clock: () => new Date(now),
    log: { info: hear, warn: hear, error: hear },
    queue: {
      add: async (job: Job, options: { key: string; delayMs: number }) => void queued.push({ job, ...options }),
    },
  });
  const look = () => redeliverFailed(ports());

  function fail(...deliveries: { id: number; guid: string; agoMs?: number }[]): void {
    const failed = deliveries.map(({ id, guid, agoMs = MINUTE_MS }) => ({ id, guid, deliveredAt: at(now - agoMs) }));
    github.deliveries = { failed, newest: at(now), complete: true };
  }

  it('are asked for again, of the three days that GitHub keeps', async () => {
    fail({ id: 11, guid: 'a' }, { id: 12, guid: 'b' });

    expect(await look()).toEqual({ asked: 2, againInMs: MINUTE_MS });

    expect(github.redelivered).toEqual([11, 12]);
    expect(github.lookedSince).toEqual([at(START - 3 * DAY_MS)]);
  });

  it('are looked for only since the last look, which a restart does not forget', async () => {
    github.deliveries = { failed: [], newest: at(START - 5 * MINUTE_MS), complete: true };
    expect(await look()).toEqual({ asked: 0, againInMs: null });
    now += HOUR_MS;

    await look();

    expect(github.lookedSince[1]).toBe(at(START - 6 * MINUTE_MS));
  });

  it('are asked for less and less often, and in the end left to the sweep', async () => {
    const waits: (number | null)[] = [];
    for (let n = 1; n <= 8; n++) {
      fail({ id: n, guid: 'stubborn' });
      waits.push((await look()).againInMs);
    }

    expect(waits.slice(0, 3)).toEqual([MINUTE_MS, 5 * MINUTE_MS, 25 * MINUTE_MS]);
    expect(waits.slice(6)).toEqual([null, null]);
    expect(github.redelivered).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are asked for a hundred at a time, the oldest first, and the rest at once after', async () => {
    fail(...Array.from({ length: 150 }, (_, n) => ({ id: n, guid: `g${n}`, agoMs: (200 - n) * MINUTE_MS })));

    expect(await look()).toEqual({ asked: 100, againInMs: 1_000 });
    expect(github.redelivered).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect((await store().readRedelivery()).lookedTo).toBe(at(START - 101 * MINUTE_MS));
  });

  it('are let rest for a day where GitHub does not tell of them, which is said once', async () => {
    github.deliveries = null;
    for (const _ of [1, 2, 3]) await look();
    expect([github.lookedSince.length, told.length]).toEqual([1, 1]);

    now += DAY_MS + 1;
    await look();
    expect(github.lookedSince).toHaveLength(2);
  });

  it('are looked for at a start and every hour by one job, every repository is swept, and new ones are learnt', async () => {
    const acme = { installationId: 7, owner: 'acme', repo: 'engine' };
    await store().repositorySince(acme);
    github.installed = [{ installationId: 7, owner: 'acme', repo: 'new' }];
    await startWatch('start-1', ports());
    expect(queued.map(({ key, delayMs }) => [key, delayMs])).toEqual([
      ['redeliver again', HOUR_MS],
      ['redeliver', 0],
    ]);
    queued = [];

    expect(await watch({ kind: 'redeliver', id: 's', again: false }, ports())).toEqual(done);
    expect(await watch({ kind: 'redeliver', id: 'h', again: true }, ports())).toEqual({
      done: false,
      againInMs: HOUR_MS,
    });

    expect(queued.map(({ job, key }) => [job.kind, key])).toEqual([
      ['sweep', 'sweep acme/engine'],
      ['sweep', 'sweep acme/engine'],
      ['learn', 'learn acme/new'],
    ]);
  });

  it('do not keep the sweep from being made when GitHub cannot be asked', async () => {
    await store().repositorySince({ installationId: 7, owner: 'acme', repo: 'engine' });
    github.failedDeliveries = async () => {
      throw new Error('away');
    };

    const result = await watch({ kind: 'redeliver', id: 'h', again: true }, ports());

    expect(result).toEqual({ done: false, againInMs: HOUR_MS });
    expect(queued.map(({ job }) => job.kind)).toEqual(['sweep']);
    expect(told).toContain('failed deliveries could not be looked for, the next look does it');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import type { Job } from '../../src/triage/job.ts';
import { NOTHING } from '../../src/triage/said-items.ts';
import { sweep } from '../../src/triage/sweep.ts';
import type { UpdatedThread } from '../../src/triage/watch-ports.ts';
import { type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'engine' };
const issue = (number: number): ThreadRef => ({ ...ref, type: 'issue', number });

describe('a sweep', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: Job[];
  let known: number;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    queued = [];
    await store().forgetRepository(ref);
    known = (await store().repositorySince(ref)).getTime();
  });

  const store = () => createStore(database.pool);
  const hear = () => undefined;
  const run = () =>
    sweep(
      { kind: 'sweep', id: 's', repository: ref },
      {
        github,
        store: store(),
        queue: { add: async (job) => void queued.push(job) },
        clock: () => new Date(known + 30 * 86_400_000),
        log: { info: hear, warn: hear, error: hear },
      },
    );

  /** Seconds after the repository was first heard of. */
  const secondsIn = (seconds: number) => new Date((Math.floor(known / 1000) + seconds) * 1000).toISOString();

  function aThread(over: Partial<UpdatedThread> = {}): UpdatedThread {
    return {
      type: 'issue',
      number: 5,
      createdAt: secondsIn(10),
      updatedAt: secondsIn(10),
      open: true,
      authorIsBot: false,
      ...over,
    };
  }

  const answer = (number: number) =>
    store().saveSuggestion(issue(number), { mode: 'suggest', suggestion: NOTHING, comment: 'none', latencyMs: null });

  it('queues a thread that nothing told of, as one that is not fresh', async () => {
    github.updated = [aThread()];

    await run();

    expect(queued).toEqual([
      { kind: 'triage', id: `sweep/acme/engine#5/${secondsIn(10)}`, thread: issue(5), fresh: false },
    ]);
  });

  it('queues none that was read as it stands and answered', async () => {
    github.updated = [aThread(), aThread({ number: 6, updatedAt: secondsIn(20) })];
    await store().recordReading(issue(5), secondsIn(10));
    await answer(5);
    await store().recordReading(issue(6), secondsIn(15));

    await run();

    expect(queued.map((job) => 'thread' in job && job.thread.number)).toEqual([6]);
  });

  it('queues a new one that was read by a comment alone, and never answered, once', async () => {
    github.updated = [aThread(), aThread({ number: 6, createdAt: secondsIn(-100) })];
    await store().recordReading(issue(5), secondsIn(10));
    await store().recordReading(issue(6), secondsIn(10));

    await run();

    expect(queued.map(({ id }) => id)).toEqual(['sweep/acme/engine#5']);
  });

  it('takes what the app itself wrote for no news', async () => {
    await store().recordReading(issue(5), secondsIn(-20));
    await answer(5);
    github.updated = [aThread({ createdAt: secondsIn(-20), updatedAt: secondsIn(0) })];

    await run();

    expect(queued).toEqual([]);
  });

  it('has a thread that was closed unheard only read, and leaves those of bots alone', async () => {
    github.updated = [aThread({ open: false }), aThread({ number: 6, authorIsBot: true })];

    await run();

    expect(queued.map(({ kind, id }) => [kind, id])).toEqual([['observe', `sweep/acme/engine#5/${secondsIn(10)}`]]);
  });

  it('looks only at what was updated since the last one', async () => {
    github.updated = [aThread()];
    await run();
    github.updated = [
      aThread({ number: 4, updatedAt: secondsIn(5) }),
      aThread({ number: 6, updatedAt: secondsIn(12) }),
    ];
    queued = [];

    await run();

    expect(queued.map((job) => 'thread' in job && job.thread.number)).toEqual([6]);
    expect(await store().sweptTo(ref)).toBe(secondsIn(12));
  });

  it('leaves a repository that the app may not see as it is', async () => {
    github.readUpdatedThreads = async () => null;

    await run();

    expect([queued, await store().sweptTo(ref)]).toEqual([[], null]);
  });

  it('settles what nobody acted on, and asks for the configuration only where there is such', async () => {
    let asked = 0;
    const { readConfig } = github;
    github.readConfig = (given) => {
      asked++;
      return readConfig(given);
    };
    await run();
    expect(asked).toBe(0);
    const label = { kind: 'label' as const, subject: 'bug', probability: 0.9, reasons: [], shown: true };
    await store().recordItems(issue(5), [label], secondsIn(0));

    await run();

    expect(asked).toBe(1);
    expect((await store().readItems(issue(5))).map(({ outcome }) => outcome?.is)).toEqual(['ignored']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Suggestion } from '../../src/domain/suggestion.ts';
import type { RepositoryRef, ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import type { SuggestionRecord } from '../../src/triage/store-port.ts';
import { aCursor } from '../fakes/cursors.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };
const thread: ThreadRef = { ...ref, type: 'issue', number: 12 };

const suggestion: Suggestion = {
  labels: [{ name: 'bug', probability: 0.9, reasons: [{ kind: 'terms', terms: ['crash'] }] }],
  assignees: [
    { login: 'ann', score: 2.5, probability: 0.7, reasons: [{ kind: 'took-similar', threads: ['3'], times: 1 }] },
  ],
  reviewers: [],
  related: [],
};

function aRecord(change: Partial<SuggestionRecord> = {}): SuggestionRecord {
  return { mode: 'suggest', suggestion, comment: 'created', latencyMs: null, ...change };
}

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: DatabaseStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.pool);
});
beforeEach(async () => {
  await database.pool.query('truncate commscore.repositories, commscore.jobs_done, commscore.people cascade');
});
afterAll(() => database.close());

describe('suggestions', () => {
  it('come back with their reasons', async () => {
    await store.saveSuggestion(thread, aRecord());

    expect(await store.suggestionOf(thread)).toEqual({
      ...thread,
      ...aRecord(),
      savedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    expect(await store.suggestionOf({ ...thread, number: 13 })).toBeNull();
    expect(await store.readOutcome(thread)).toBe('created');
    expect(await store.readOutcome({ ...thread, number: 13 })).toBeNull();
  });

  it('are replaced by the latest of the thread', async () => {
    await store.saveSuggestion(thread, aRecord());

    await store.saveSuggestion(thread, aRecord({ mode: 'auto', comment: 'updated' }));

    expect(await store.suggestionOf(thread)).toMatchObject({ mode: 'auto', comment: 'updated' });
  });

  it('are listed latest first, as many as are asked for', async () => {
    for (const number of [1, 2, 3]) await store.saveSuggestion({ ...thread, number }, aRecord());
    await store.saveSuggestion({ ...thread, number: 1 }, aRecord());

    expect((await store.recentSuggestions(2)).map((s) => s.number)).toEqual([1, 3]);
  });
});

describe('model snapshots', () => {
  beforeEach(() => store.addFacts(ref, [], 'replace'));

  it('come back byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);

    await store.saveSnapshot(ref, 42, bytes);

    const read = await store.readSnapshot(ref);
    expect(read?.seq).toBe(42);
    expect([...(read?.bytes ?? [])]).toEqual([...bytes]);
  });

  it('never replace one that knows more', async () => {
    await store.saveSnapshot(ref, 42, Uint8Array.of(1));
    await store.saveSnapshot(ref, 41, Uint8Array.of(2));
    await store.saveSnapshot(ref, 42, Uint8Array.of(3));

    expect((await store.readSnapshot(ref))?.bytes[0]).toBe(3);
  });

  it('are not kept of a repository that was forgotten meanwhile', async () => {
    await store.forgetRepository(ref);

    await store.saveSnapshot(ref, 1, Uint8Array.of(1));

    expect(await store.readSnapshot(ref)).toBeNull();
  });
});

describe('the history cursor', () => {
  it('is null until the history was read, then where reading stopped', async () => {
    expect(await store.readHistoryCursor(ref)).toBeNull();

    await store.saveHistoryCursor(ref, aCursor('abc'));
    await store.saveHistoryCursor(ref, aCursor('abd', '2024-05-01T10:00:00.123Z'));

    expect(await store.readHistoryCursor(ref)).toEqual(aCursor('abd', '2024-05-01T10:00:00.123Z'));
  });
});

describe('learning a repository', () => {
  it('has never happened until it is said to run, whatever the cursor says', async () => {
    expect(await store.readLearning(ref)).toBe('never');
    await store.saveHistoryCursor(ref, aCursor('abc'));
    expect(await store.readLearning(ref)).toBe('never');

    await store.saveLearning(ref, 'running');
    await store.saveLearning(ref, 'learnt');

    expect(await store.readLearning(ref)).toBe('learnt');
    expect(await store.readHistoryCursor(ref)).toEqual(aCursor('abc'));
  });
});

describe('jobs that are done', () => {
  it('are known once they are recorded', async () => {
    expect(await store.wasDone('j-1')).toBe(false);

    await store.recordDone('j-1');
    await store.recordDone('j-1');

    expect(await store.wasDone('j-1')).toBe(true);
  });

  it('are forgotten after thirty days', async () => {
    await store.recordDone('old');
    await database.pool.query(`update commscore.jobs_done set done_at = now() - interval '30 days'`);

    expect(await store.wasDone('old')).toBe(false);
    await store.recordDone('new');

    const { rows } = await database.pool.query('select id from commscore.jobs_done');
    expect(rows).toEqual([{ id: 'new' }]);
  });

  it('count again when an old one is done again', async () => {
    await store.recordDone('old');
    await database.pool.query(`update commscore.jobs_done set done_at = now() - interval '31 days'`);

    await store.recordDone('old');

    expect(await store.wasDone('old')).toBe(true);
  });
});

describe('people', () => {
  it('keep what they have set, key by key, per owner', async () => {
    await store.savePerson('Acme', 'Ann', { awayUntil: '2024-06-01T00:00:00Z' });
    await store.savePerson('acme', 'ann', { capacity: 2 });
    await store.savePerson('acme', 'bob', { optedOut: true });
    await store.savePerson('acme', 'ann', { awayUntil: null });
    await store.savePerson('other', 'ann', { optedOut: true });

    expect([...(await store.readPeople('ACME'))]).toEqual([
      ['ann', { awayUntil: null, capacity: 2, optedOut: false }],
      ['bob', { awayUntil: null, capacity: null, optedOut: true }],
    ]);
  });
});

describe('repositories', () => {
  it('are known since they were first heard of', async () => {
    const since = await store.repositorySince(ref);
    await store.addFacts(ref, [], 'replace');

    expect(Math.abs(Date.now() - since.getTime())).toBeLessThan(60_000);
    expect(await store.repositorySince({ ...ref, owner: 'acme' })).toEqual(since);
  });

  it('are listed with how many facts of each kind were learnt and when', async () => {
    await store.addFacts(ref, [{ kind: 'person', login: 'ann', organisation: null, bot: false }], 'replace');
    await store.saveHistoryCursor({ ...ref, repo: 'empty' }, aCursor(null));

    expect(await store.repositories()).toEqual([
      { ...ref, repo: 'empty', facts: {}, learntAt: null, measuredAt: null, learning: 'never' },
      {
        ...ref,
        facts: { person: 1 },
        learntAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        measuredAt: null,
        learning: 'never',
      },
    ]);
  });

  it('take everything with them when they are forgotten', async () => {
    await store.addFacts(ref, [{ kind: 'person', login: 'ann', organisation: null, bot: false }], 'replace');
    await store.saveSnapshot(ref, 1, Uint8Array.of(1));
    await store.saveHistoryCursor(ref, aCursor('abc'));
    await store.saveSuggestion(thread, aRecord());

    await store.forgetRepository({ owner: 'acme', repo: 'ROCKET' });

    expect(await store.repositories()).toEqual([]);
    expect(await store.factsAfter(ref, 0, 10)).toEqual([]);
    expect(await store.readSnapshot(ref)).toBeNull();
    expect(await store.readHistoryCursor(ref)).toBeNull();
    expect(await store.suggestionOf(thread)).toBeNull();
  });

  it('answer to the installation that was seen last', async () => {
    await store.addFacts(ref, [], 'replace');
    await store.addFacts({ ...ref, installationId: 9_007_199_254_740 }, [], 'replace');

    expect((await store.repositories())[0]?.installationId).toBe(9_007_199_254_740);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SaidItem } from '../../src/domain/suggested-item.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const thread: ThreadRef = { installationId: 7, owner: 'Acme', repo: 'Rocket', type: 'issue', number: 12 };
const T1 = '2026-05-01T00:00:00.000Z';
const T2 = '2026-05-02T00:00:00.000Z';
const T3 = '2026-05-20T00:00:00.000Z';

function bug(over: Partial<SaidItem> = {}): SaidItem {
  return { kind: 'label', subject: 'bug', probability: 0.9, reasons: [], shown: true, ...over };
}

const ada = bug({
  kind: 'assignee',
  subject: 'Ada',
  probability: 0.7,
  reasons: [{ kind: 'took-similar', threads: ['3'], times: 1 }],
});

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: DatabaseStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.pool);
});
beforeEach(async () => {
  await database.pool.query('truncate commscore.repositories cascade');
});
afterAll(() => database.close());

describe('suggested items', () => {
  it('come back with their reasons', async () => {
    await store.recordItems(thread, [bug(), ada], T1);

    const open = { native: false, firstSaidAt: T1, lastSaidAt: T1, applied: null, outcome: null };
    expect(await store.readItems(thread)).toEqual([
      { ...ada, ...open },
      { ...bug(), ...open },
    ]);
    expect(await store.readItems({ ...thread, number: 13 })).toEqual([]);
  });

  it('keep what was first promised when they are said again, under any spelling, and stay shown', async () => {
    await store.recordItems(thread, [bug()], T1);

    await store.recordItems(thread, [bug({ subject: 'BUG', probability: 0.5, shown: false })], T2);

    expect(await store.readItems(thread)).toMatchObject([
      { subject: 'bug', probability: 0.9, shown: true, firstSaidAt: T1, lastSaidAt: T2 },
    ]);
  });

  it('take an id of any length', async () => {
    const subject = `https://example.com/${'x'.repeat(10_000)}`;

    await store.recordItems(thread, [bug({ kind: 'related', subject })], T1);

    expect(await store.readItems(thread)).toMatchObject([{ subject }]);
  });

  it('tell who applied them, also where they were never suggested', async () => {
    await store.recordItems(thread, [bug()], T1);

    await store.recordApplied(thread, [bug()], { by: null, at: T2 });
    await store.recordApplied(thread, [{ kind: 'reviewer', subject: 'cy' }], { by: 'bo', at: T2 });

    expect(await store.readItems(thread)).toMatchObject([
      { subject: 'bug', probability: 0.9, applied: { at: T2, by: null } },
      { subject: 'cy', probability: null, shown: false, applied: { at: T2, by: 'bo' } },
    ]);
  });

  it('are settled with who did it and when; applied once more they are open again', async () => {
    await store.recordItems(thread, [ada, bug()], T1);

    const rejected = { kind: 'assignee', subject: 'ada', outcome: 'rejected', by: 'bo', at: T2 } as const;
    await store.settleItems(thread, [rejected, { ...rejected, subject: 'nobody' }]);

    expect(await store.readItems(thread)).toMatchObject([
      { subject: 'Ada', outcome: { is: 'rejected', by: 'bo', at: T2 } },
      { subject: 'bug', outcome: null },
    ]);

    await store.recordApplied(thread, [ada], { by: 'bo', at: T3 });

    expect((await store.readItems(thread))[0]?.outcome).toBeNull();
  });

  it('are ignored after a while, left standing and so accepted where they were applied, and open where they are content', async () => {
    await store.recordItems(thread, [ada, bug(), bug({ kind: 'related', subject: '3' })], T1);
    await store.recordItems(thread, [bug({ subject: 'new' })], T3);
    await store.recordApplied(thread, [bug()], { by: null, at: T1 });

    const settled = await store.settleOverdue(thread, { before: T2, at: T3 });

    expect(settled).toHaveLength(2);
    expect(await store.readItems(thread)).toMatchObject([
      { subject: 'Ada', outcome: { is: 'ignored', by: null, at: T3 } },
      { subject: 'bug', outcome: { is: 'accepted' } },
      { subject: 'new', outcome: null },
      { subject: '3', outcome: null },
    ]);
    expect(await store.settleOverdue(thread, { before: T2, at: T3 })).toEqual([]);
  });

  it('are as if they had never been said when they are withdrawn, unless something came of them', async () => {
    const items = [ada, bug(), bug({ subject: 'docs' })];
    await store.recordItems(thread, items, T1);
    await store.settleItems(thread, [{ kind: 'assignee', subject: 'Ada', outcome: 'changed', by: null, at: T2 }]);
    await store.recordApplied(thread, [bug()], { by: null, at: T2 });

    await store.withdrawItems(thread, items);

    expect(await store.readItems(thread)).toMatchObject([{ subject: 'Ada' }, { subject: 'bug' }]);
  });

  it('tell whether GitHub holds them itself', async () => {
    await store.recordItems(thread, [ada, bug()], T1);

    await store.recordNative(thread, [bug()]);

    expect(await store.readItems(thread)).toMatchObject([{ native: false }, { subject: 'bug', native: true }]);
  });

  it('are counted by kind and label, with what was promised of those that people decided on', async () => {
    for (const [number, outcome] of (['accepted', 'accepted', 'rejected', 'ignored'] as const).entries()) {
      const ref = { ...thread, number };
      await store.recordItems(ref, [bug({ subject: number === 0 ? 'BUG' : 'bug', probability: 0.5 }), ada], T1);
      await store.settleItems(ref, [{ kind: 'label', subject: 'bug', outcome, by: null, at: T2 }]);
    }
    await store.recordApplied(thread, [bug({ subject: 'told' })], { by: 'bo', at: T2 });
    await store.settleItems(thread, [{ kind: 'label', subject: 'told', outcome: 'undone', by: 'bo', at: T2 }]);

    expect(await store.acceptance(thread, T2)).toEqual([
      {
        kind: 'label',
        label: 'BUG',
        outcomes: { accepted: 2, changed: 0, rejected: 1, ignored: 1, undone: 0 },
        promised: 1.5,
      },
    ]);
    expect(await store.acceptance(thread, T3)).toEqual([]);
    expect(await store.acceptance({ ...thread, repo: 'other' }, T2)).toEqual([]);
  });

  it('follow what their label is called, and are no more where it is deleted before anybody acted', async () => {
    const rejected = { kind: 'label', outcome: 'rejected', by: 'bo', at: T2 } as const;
    await store.recordItems(thread, [bug(), bug({ subject: 'Defect' }), ada], T1);
    await store.settleItems(thread, [{ ...rejected, subject: 'bug' }]);

    await store.relabelThreads(thread, 'bug', 'defect');

    expect(await store.readItems(thread)).toMatchObject([
      { subject: 'Ada' },
      { subject: 'defect', outcome: { is: 'rejected' } },
    ]);

    await store.relabelThreads(thread, 'defect', 'Defect');
    await store.recordItems(thread, [bug({ subject: 'open' })], T1);
    for (const name of ['open', 'defect']) await store.relabelThreads(thread, name, null);

    expect((await store.readItems(thread)).map(({ subject }) => subject)).toEqual(['Ada', 'Defect']);
  });

  it('go with their thread and with their repository', async () => {
    await store.recordItems(thread, [bug()], T1);
    await store.recordItems({ ...thread, number: 13 }, [bug()], T1);

    await store.removeThread(thread, { forGood: true });

    expect(await store.readItems(thread)).toEqual([]);
    expect(await store.readItems({ ...thread, number: 13 })).toHaveLength(1);

    await store.forgetRepository(thread);

    expect(await store.readItems({ ...thread, number: 13 })).toEqual([]);
  });
});

describe('suggestions from before there were items', () => {
  it('become items, and those sent back stay refused', async () => {
    const step = migrations.findIndex((sql) => sql.includes('commscore.suggested_items'));
    await database.pool.query('drop schema commscore cascade');
    await migrate(database.pool, migrations.slice(0, step));
    const suggestion = {
      labels: [{ name: 'bug', probability: 0.9, reasons: [{ kind: 'terms', terms: ['crash'] }] }],
      assignees: [{ login: 'Ada', score: 1, probability: 0.7, reasons: [] }],
      reviewers: [],
      related: [{ id: '3', kind: 'thread', score: 0.4, reasons: [] }],
    };
    const outcomes = ['ada', 'cy'].map((subject) => ({ kind: 'rerolled', subject, by: 'bo', at: T2 }));
    await database.pool.query(
      `insert into commscore.repositories (key, owner, repo, installation_id) values ('acme/rocket', 'Acme', 'Rocket', 7)`,
    );
    await database.pool.query(
      `insert into commscore.suggestions (repository_id, number, type, mode, comment, suggestion, outcomes)
       select id, 12, 'issue', 'suggest', 'created', $1, $2 from commscore.repositories`,
      [JSON.stringify(suggestion), JSON.stringify(outcomes)],
    );

    await migrate(database.pool);

    const rejected = { is: 'rejected', by: 'bo', at: T2 };
    expect(await store.readItems(thread)).toMatchObject([
      { kind: 'assignee', subject: 'Ada', probability: 0.7, shown: true, outcome: rejected },
      { kind: 'assignee', subject: 'cy', probability: null, outcome: rejected },
      {
        kind: 'label',
        subject: 'bug',
        probability: 0.9,
        reasons: [{ kind: 'terms', terms: ['crash'] }],
        outcome: null,
      },
      { kind: 'related', subject: '3', probability: 0.4, outcome: null },
    ]);
  });
});

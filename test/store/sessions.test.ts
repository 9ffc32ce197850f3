import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const HOUR_MS = 3_600_000;
const TERMS = { longestMs: 24 * HOUR_MS, idleMs: 8 * HOUR_MS };
const mara = { personId: 7, login: 'mara' };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let store: DatabaseStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = createStore(database.pool);
});
beforeEach(() => database.pool.query('truncate commscore.sessions'));
afterAll(() => database.close());

async function happened(idHash: string, { started, seen }: { started: string; seen: string }): Promise<void> {
  await database.pool.query(
    'update commscore.sessions set started_at = now() - $2::interval, seen_at = now() - $3::interval where id_hash = $1',
    [idHash, started, seen],
  );
}

async function known(): Promise<string[]> {
  const { rows } = await database.pool.query<{ hash: string }>(
    'select id_hash as hash from commscore.sessions order by 1',
  );
  return rows.map(({ hash }) => hash);
}

describe('sessions', () => {
  it('tell who signed in, until they are ended', async () => {
    await store.startSession('a', mara, TERMS);

    expect(await store.findSession('a', TERMS)).toEqual(mara);
    expect(await store.findSession('b', TERMS)).toBeNull();
    await store.endSession('a');
    expect(await store.findSession('a', TERMS)).toBeNull();
  });

  it.each([
    ['lasts while it is used', '23 hours', '7 hours', true],
    ['is over when it was not used for long', '9 hours', '481 minutes', false],
    ['is over some day, however much it is used', '1441 minutes', '0 minutes', false],
  ])('one %s', async (_what, started, seen, runs) => {
    await store.startSession('a', mara, TERMS);
    await happened('a', { started, seen });

    expect(await store.findSession('a', TERMS)).toEqual(runs ? mara : null);
  });

  it('are kept alive by use', async () => {
    await store.startSession('a', mara, TERMS);
    await happened('a', { started: '7 hours', seen: '7 hours' });
    await store.findSession('a', TERMS);

    const { rows } = await database.pool.query<{ fresh: boolean }>(
      "select seen_at > now() - interval '1 minute' as fresh from commscore.sessions",
    );
    expect(rows).toEqual([{ fresh: true }]);
  });

  it('that are over are removed when somebody signs in', async () => {
    for (const id of ['idle', 'old', 'running']) await store.startSession(id, mara, TERMS);
    await happened('idle', { started: '9 hours', seen: '9 hours' });
    await happened('old', { started: '25 hours', seen: '0 hours' });
    await store.startSession('new', mara, TERMS);

    expect(await known()).toEqual(['new', 'running']);
  });
});

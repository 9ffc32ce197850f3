import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { createStore } from '../../src/store/open-store.ts';
import { aCursor } from '../fakes/cursors.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'rocket' };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('where reading the history stopped', () => {
  it('is kept page by page', async () => {
    const store = createStore(database.pool);
    const unfinished = { newest: '2026-05-02T00:00:00Z', after: 'Y3Vyc29y', given: 100 };
    const { threads } = aCursor('abc');
    const cursor = { commit: 'abc', threads: { ...threads, pull: { updatedAt: null, unfinished } } };

    await store.saveHistoryCursor(ref, cursor);

    expect(await store.readHistoryCursor(ref)).toEqual(cursor);
  });

  it('was one time for threads of every kind before, and is that time for each of them now', async () => {
    const step = migrations.findIndex((sql) => sql.includes("read_to ? 'threadsUpdatedAt'"));
    await database.pool.query('drop schema commscore cascade');
    await migrate(database.pool, migrations.slice(0, step));
    await database.pool.query(
      `with repository as (
         insert into commscore.repositories (key, owner, repo, installation_id)
         values ('acme/rocket', 'acme', 'rocket', 7) returning id
       )
       insert into commscore.histories (repository_id, read_to)
       select id, '{"commit":"abc","threadsUpdatedAt":"2026-05-01T00:00:00Z"}' from repository`,
    );

    await migrate(database.pool);

    const read = { updatedAt: '2026-05-01T00:00:00Z', unfinished: null };
    expect(await createStore(database.pool).readHistoryCursor(ref)).toEqual({
      commit: 'abc',
      threads: { issue: read, pull: read, discussion: read },
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import { createStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'rocket' };
const other = { ...ref, repo: 'engine' };

function aPerson(login: string): Fact {
  return { kind: 'person', login, organisation: null, bot: false };
}

describe('the list of repositories', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('follows what is learnt, replaced and removed, though it counts only where something changed', async () => {
    const store = createStore(database.pool);
    const persons = async () =>
      Object.fromEntries((await store.repositories()).map(({ repo, facts }) => [repo, facts.person ?? 0]));

    await store.addFacts(ref, [aPerson('ann'), aPerson('bob')], 'replace');
    await store.addFacts(other, [aPerson('cy')], 'replace');
    expect(await persons()).toEqual({ rocket: 2, engine: 1 });
    expect(await persons()).toEqual({ rocket: 2, engine: 1 });

    await store.addFacts(ref, [aPerson('dee')], 'replace');
    expect(await persons()).toEqual({ rocket: 3, engine: 1 });

    await store.removeFact(ref, 'person', 'ann');
    expect(await persons()).toEqual({ rocket: 2, engine: 1 });

    await store.forgetRepository(other);
    expect(await persons()).toEqual({ rocket: 2 });
  });

  it('gives of the wanted only those that are there', async () => {
    const names = (await createStore(database.pool).repositories(['acme/rocket', 'acme/nowhere'])).map(
      ({ repo }) => repo,
    );

    expect(names).toEqual(['rocket']);
  });
});

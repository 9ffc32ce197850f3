import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { aCursor } from '../fakes/cursors.ts';
import { openTestDatabase } from './open-test-database.ts';

const old: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Motor' };
const now: RepositoryRef = { ...old, repo: 'Engine' };

function aChange(id: string, title = ''): ChangeFact {
  const time = '2026-06-01T00:00:00Z';
  return { kind: 'change', id, time, author: 'ann', reviewers: [], files: [], title, body: '' };
}

describe('names of repositories', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: ReturnType<typeof createStore>;
  beforeAll(async () => {
    database = await openTestDatabase();
    store = createStore(database.pool);
  });
  beforeEach(async () => {
    for (const table of ['people', 'former_names', 'suspended_installations', 'repositories']) {
      await database.pool.query(`delete from commscore.${table}`);
    }
  });
  afterAll(() => database.close());

  const changes = async (ref: RepositoryRef) =>
    (await store.factsAfter(ref, 0, 100)).map(({ id, fact }) => [id, fact?.kind === 'change' ? fact.title : null]);
  const names = async () => (await store.repositories()).map(({ owner, repo }) => `${owner}/${repo}`);
  const say = (ref: RepositoryRef, number: number) =>
    store.saveSuggestion(
      { ...ref, type: 'issue', number },
      {
        mode: 'suggest',
        suggestion: { labels: [], assignees: [], reviewers: [], related: [] },
        comment: 'created',
        latencyMs: 1,
      },
    );

  it('are as given where nothing else is known', async () => {
    expect(await store.presentName(old)).toEqual(old);
  });

  it('change without anything being lost', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.saveLearning(old, 'learnt');
    await store.saveHistoryCursor(old, aCursor('c1'));
    await say(old, 5);
    const since = await store.repositorySince(old);

    await store.renameRepository(now, old);

    expect(await names()).toEqual(['Acme/Engine']);
    expect(await changes(now)).toEqual([['c1', '']]);
    expect(await store.readLearning(now)).toBe('learnt');
    expect(await store.readHistoryCursor(now)).toEqual(aCursor('c1'));
    expect(await store.repositorySince(now)).toEqual(since);
    expect(await store.suggestionsOf(now, 5)).toHaveLength(1);
  });

  it('of the past stand for the present one, however late they come', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.renameRepository(now, old);

    expect(await store.presentName({ ...old, repo: 'MOTOR' })).toEqual(now);
    await store.addFacts(old, [aChange('c2')], 'replace');
    await store.repositorySince(old);

    expect(await names()).toEqual(['Acme/Engine']);
    expect(await changes(now)).toEqual([
      ['c1', ''],
      ['c2', ''],
    ]);
  });

  it('may change twice, told in either order, or told twice', async () => {
    const last = { ...old, repo: 'Turbine' };
    await store.addFacts(old, [aChange('c1')], 'replace');

    await store.renameRepository(last, now);
    await store.renameRepository(now, old);
    await store.renameRepository(now, old);
    await store.renameRepository(last, now);

    expect(await names()).toEqual(['Acme/Turbine']);
    expect(await store.presentName(old)).toEqual(last);
    expect(await store.presentName(now)).toEqual(last);
    expect(await changes(last)).toEqual([['c1', '']]);
  });

  it('may change back', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.renameRepository(now, old);

    await store.markPresent(old);
    await store.renameRepository(old, now);

    expect(await names()).toEqual(['Acme/Motor']);
    expect(await store.presentName(now)).toEqual(old);
    expect(await store.presentName(old)).toEqual(old);
  });

  it('join what was learnt under the new one before anybody told of it', async () => {
    await store.addFacts(old, [aChange('c1', 'old'), aChange('c2', 'old')], 'replace');
    await say(old, 5);
    await store.addFacts(now, [aChange('c2', 'new'), aChange('c3', 'new')], 'replace');
    await say(now, 5);
    await say(now, 6);
    const since = await store.repositorySince(old);

    await store.renameRepository(now, old);

    expect(await names()).toEqual(['Acme/Engine']);
    expect(await changes(now)).toEqual([
      ['c1', 'old'],
      ['c2', 'new'],
      ['c3', 'new'],
    ]);
    expect((await store.suggestionsOf(now, 5)).map(({ number }) => number).toSorted()).toEqual([5, 6]);
    expect(await store.repositorySince(now)).toEqual(since);
  });

  it('are free again for another repository', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.renameRepository(now, old);

    await store.markPresent(old);
    await store.addFacts(old, [aChange('c9')], 'replace');

    expect(await names()).toEqual(['Acme/Engine', 'Acme/Motor']);
    expect(await changes(now)).toEqual([['c1', '']]);
    expect(await changes(old)).toEqual([['c9', '']]);
  });

  it('of removed repositories stand for none, until GitHub says that it is there', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.markGone(old);
    await store.forgetRepository(old);

    expect(await store.presentName(old)).toBeNull();
    await store.addFacts(old, [aChange('c2')], 'replace');
    expect(await names()).toEqual([]);
    await expect(store.repositorySince(old)).rejects.toThrow('removed');

    await store.markPresent(old);
    await store.addFacts(old, [aChange('c3')], 'replace');
    expect(await changes(old)).toEqual([['c3', '']]);
  });

  it('of the past go with the repository', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.renameRepository(now, old);

    await store.forgetRepository(now);

    expect(await store.presentName(old)).toBeNull();
  });

  it('follow the account, with what its people have set', async () => {
    const other = { installationId: 8, owner: 'Acme', repo: 'Foreign' };
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.addFacts(now, [aChange('c2')], 'replace');
    await store.addFacts(other, [aChange('c3')], 'replace');
    await store.savePerson('Acme', 'ada', { capacity: 2, optedOut: true });
    await store.savePerson('Apex', 'ada', { capacity: 4 });

    const renamed = await store.renameOwner(7, 'Apex', 'acme');

    expect(renamed).toEqual([
      { ...now, owner: 'Apex' },
      { ...old, owner: 'Apex' },
    ]);
    expect(await names()).toEqual(['Acme/Foreign', 'Apex/Engine', 'Apex/Motor']);
    expect(await store.presentName(old)).toEqual({ ...old, owner: 'Apex' });
    expect((await store.readPeople('apex')).get('ada')).toEqual({ awayUntil: null, capacity: 4, optedOut: true });
    expect((await store.readPeople('acme')).size).toBe(0);
    expect(await store.renameOwner(7, 'Apex', 'acme')).toEqual([]);
  });

  it('keep somebody forgotten whatever the account is called by those who have not heard', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.leaveOut('Acme', 'ann');
    await store.renameOwner(7, 'Apex', 'Acme');

    await store.addFacts(old, [aChange('c2')], 'replace');

    const [, second] = await store.factsAfter({ ...old, owner: 'Apex' }, 0, 10);
    expect(second?.fact).toMatchObject({ id: 'c2', author: null });
  });

  it('are kept by installation, which may be suspended', async () => {
    await store.addFacts(old, [aChange('c1')], 'replace');
    await store.suspend(7);
    await store.suspend(7);

    expect(await store.isSuspended(7)).toBe(true);
    expect(await store.isSuspended(8)).toBe(false);
    expect(await store.repositoriesOfInstallation(7)).toEqual([old]);

    await store.resume(7);
    expect(await store.isSuspended(7)).toBe(false);
    await store.suspend(7);
    await store.markPresent(old);
    expect(await store.isSuspended(7)).toBe(false);
  });
});

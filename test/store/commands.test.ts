import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RepositoryRef, ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore, type DatabaseStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };
const thread: ThreadRef = { ...ref, type: 'issue', number: 12 };
const AT = '2026-06-01T00:00:00.000Z';

describe('commands that were run', () => {
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

  function ran(line: string, over: Partial<Parameters<DatabaseStore['recordCommand']>[1]> = {}) {
    return store.recordCommand(ref, { line, result: 'done', said: '', comment: 'IC_1', by: 'Mara', at: AT, ...over });
  }

  it('are known by their line, in the comment where they stand', async () => {
    await ran('/commscore help', { said: 'Commands' });

    const lines = ['/commscore undo', '/commscore help'];
    expect(await store.readCommands(ref, 'IC_1', lines)).toEqual([
      { line: '/commscore help', result: 'done', said: 'Commands' },
    ]);
    expect(await store.readCommands(ref, 'IC_2', lines)).toEqual([]);
    expect(await store.readCommands({ ...ref, repo: 'other' }, 'IC_1', lines)).toEqual([]);
  });

  it('may hold any text', async () => {
    const line = `/commscore who \0'; drop table x; -- \ud800 ${'字'.repeat(1000)}`;

    await ran(line);
    await ran(line);

    expect(await store.readCommands(ref, 'IC_1', [line])).toHaveLength(1);
  });

  it('are counted by person and time', async () => {
    await ran('/commscore help');
    await ran('/commscore next', { by: 'bo' });
    await ran('/commscore who', { at: '2026-05-31T22:00:00.000Z' });

    expect(await store.commandsSince(ref, 'MARA', '2026-05-31T23:00:00.000Z')).toBe(1);
    expect(await store.commandsSince(ref, 'nobody', '2026-05-31T23:00:00.000Z')).toBe(0);
  });

  it('forget a person, and stay run', async () => {
    await ran('/commscore who', { said: '`bo` knows' });
    await ran('/commscore next', { by: 'BO', said: '- something' });
    await ran('/commscore help', { said: '`bob` and others' });

    await store.forgetInCommands('acme', 'Bo');

    const lines = ['/commscore who', '/commscore next', '/commscore help'];
    expect((await store.readCommands(ref, 'IC_1', lines)).map(({ said }) => said)).toEqual([
      '',
      '',
      '`bob` and others',
    ]);
    expect(await store.commandsSince(ref, 'bo', AT)).toBe(0);
    expect(await store.commandsSince(ref, 'mara', AT)).toBe(2);
  });

  it('mark a thread as ignored until it is asked for again', async () => {
    const suggestion = { labels: [], assignees: [], reviewers: [], related: [] };
    await store.markComment(thread, 'ignored');
    expect(await store.readOutcome(thread)).toBe('ignored');

    await store.saveSuggestion(thread, { mode: 'suggest', suggestion, comment: 'updated', latencyMs: null });
    expect(await store.readOutcome(thread)).toBe('ignored');

    await store.markComment(thread, 'asked');
    await store.saveSuggestion(thread, { mode: 'suggest', suggestion, comment: 'created', latencyMs: null });
    expect(await store.readOutcome(thread)).toBe('created');
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact, ThreadFact } from '../../src/domain/fact.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/triage/store-port.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };

function aThread(id: string, title = 'a title'): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: '2024-05-01T10:00:00Z',
    author: 'ann',
    title,
    body: '',
    labels: [],
    assignees: [],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: null,
  };
}

describe('facts', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: Store;
  beforeAll(async () => {
    database = await openTestDatabase();
    store = createStore(database.pool);
  });
  beforeEach(() => store.forgetRepository(ref));
  afterAll(() => database.close());

  const learnt = async (after = 0, limit = 1000) => (await store.factsAfter(ref, after, limit)).map((s) => s.fact);

  it('come back in the order they were added', async () => {
    const facts = Array.from({ length: 1200 }, (_, i) => aThread(String((i * 7919) % 100_000)));

    await store.addFacts(ref, facts, 'replace');

    expect(await learnt(0, 5000)).toEqual(facts);
  });

  it('are read one by one as they were last learnt, until they are removed', async () => {
    await store.addFacts(ref, [aThread('1', 'old'), aThread('2')], 'replace');
    await store.addFacts(ref, [aThread('1', 'new')], 'replace');
    await store.removeFact(ref, 'thread', '2');

    expect(await store.readFact(ref, 'thread', '1')).toEqual(aThread('1', 'new'));
    expect(await store.readFact(ref, 'thread', '2')).toBeNull();
    expect(await store.readFact(ref, 'document', '1')).toBeNull();
  });

  it('come back from where the reader stopped', async () => {
    await store.addFacts(ref, [aThread('1'), aThread('2'), aThread('3')], 'replace');
    const [first] = await store.factsAfter(ref, 0, 1);

    expect(await learnt(first?.seq)).toEqual([aThread('2'), aThread('3')]);
  });

  it('change nothing when they are learnt twice', async () => {
    await store.addFacts(ref, [aThread('1'), aThread('2')], 'replace');
    const before = await store.factsAfter(ref, 0, 10);

    await store.addFacts(ref, [aThread('1'), aThread('2')], 'replace');

    expect(await store.factsAfter(ref, 0, 10)).toEqual(before);
  });

  it('are new again for readers when they are replaced by a different one', async () => {
    await store.addFacts(ref, [aThread('1', 'old'), aThread('2')], 'replace');
    const seen = (await store.factsAfter(ref, 0, 10)).at(-1)?.seq;

    await store.addFacts(ref, [aThread('1', 'new')], 'replace');

    expect(await learnt(seen)).toEqual([aThread('1', 'new')]);
    expect(await learnt()).toEqual([aThread('2'), aThread('1', 'new')]);
  });

  it('win over later ones where the source says so', async () => {
    await store.addFacts(ref, [aThread('1', 'known')], 'replace');

    await store.addFacts(ref, [aThread('1', 'poorer'), aThread('2')], 'keep');

    expect(await learnt()).toEqual([aThread('1', 'known'), aThread('2')]);
  });

  it.each([
    ['keep', 'first'],
    ['replace', 'second'],
  ] as const)('of one id in one batch: with %s the %s stays', async (known, title) => {
    await store.addFacts(ref, [aThread('1', 'first'), aThread('1', 'second')], known);

    expect(await learnt()).toEqual([aThread('1', title)]);
  });

  it('of different kinds may share an id', async () => {
    const document: Fact = { kind: 'document', id: '1', url: 'https://example.com', title: '', body: '' };

    await store.addFacts(ref, [aThread('1'), document], 'replace');

    expect(await learnt()).toEqual([aThread('1'), document]);
  });

  it('survive text that a database does not take', async () => {
    const hostile = 'zero \u0000, half \ud83d, whole 😀, spelled \\u0000 and \\\\ud83d';

    await store.addFacts(ref, [aThread('1', hostile)], 'replace');
    await store.addFacts(ref, [{ kind: 'person', login: 'a\u0000b', organisation: null, bot: false }], 'replace');

    const [thread] = await learnt();
    expect(thread).toEqual(aThread('1', 'zero \ufffd, half \ufffd, whole 😀, spelled \\u0000 and \\\\ud83d'));
  });

  it('leave a tombstone for readers when they are removed, and come back when they are learnt again', async () => {
    await store.addFacts(ref, [aThread('1'), aThread('2')], 'replace');
    const seen = (await store.factsAfter(ref, 0, 10)).at(-1)?.seq ?? 0;

    await store.removeFact(ref, 'thread', '1');
    await store.removeFact(ref, 'thread', 'unknown');

    const tombstone = { seq: expect.any(Number), kind: 'thread', id: '1', fact: null };
    expect(await store.factsAfter(ref, seen, 10)).toEqual([tombstone]);
    await store.addFacts(ref, [aThread('1', 'again')], 'keep');
    expect(await learnt()).toEqual([aThread('2'), aThread('1', 'again')]);
  });

  it('may have ids that are longer than an index entry', async () => {
    const long = (last: string): Fact => ({
      kind: 'document',
      id: `docs/${'ä/'.repeat(4000)}${last}`,
      url: '',
      title: last,
      body: '',
    });

    await store.addFacts(ref, [long('a'), long('b'), long('a')], 'replace');

    expect(await learnt()).toEqual([long('b'), long('a')]);
    const [b] = await store.factsAfter(ref, 0, 1);
    await store.removeFact(ref, 'document', b?.id ?? '');
    expect(await learnt()).toEqual([long('a'), null]);
  });

  it('belong to their repository, however its name is spelled', async () => {
    await store.addFacts(ref, [aThread('1')], 'replace');
    const other = { ...ref, repo: 'other' };
    await store.addFacts(other, [aThread('2')], 'replace');

    expect(await store.factsAfter({ ...ref, owner: 'ACME', repo: 'rocket' }, 0, 10)).toHaveLength(1);
    await store.forgetRepository(other);
    expect(await store.factsAfter(other, 0, 10)).toEqual([]);
    expect(await learnt()).toEqual([aThread('1')]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, LinkFact, ThreadFact } from '../../src/domain/fact.ts';
import type { RankedPerson, Suggestion } from '../../src/domain/suggestion.ts';
import type { RepositoryRef, ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { openTestDatabase } from './open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'Rocket' };
const thread: ThreadRef = { ...ref, type: 'issue', number: 5 };
const AT = '2026-06-01T00:00:00.000Z';

function aThread(id: string, over: Partial<ThreadFact> = {}): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: AT,
    author: 'ann',
    title: 'a title',
    body: 'words',
    labels: [],
    assignees: [],
    participants: [],
    state: 'open',
    closedAt: null,
    outcome: null,
    ...over,
  };
}

function aChange(id: string, over: Partial<ChangeFact> = {}): ChangeFact {
  return { kind: 'change', id, time: AT, author: 'ann', reviewers: [], files: [], title: 't', body: 'b', ...over };
}

function aLink(from: string, to: string): LinkFact {
  return { kind: 'link', type: 'duplicate', from, to, time: AT };
}

function aPerson(login: string, reasons: RankedPerson['reasons'] = []): RankedPerson {
  return { login, score: 1, probability: 0.5, reasons };
}

function aSuggestion(over: Partial<Suggestion> = {}): Suggestion {
  return { labels: [], assignees: [], reviewers: [], related: [], ...over };
}

function relatedTo(id: string): Suggestion['related'][number] {
  const standing = { state: 'open' as const, outcome: null, type: 'issue' as const, url: null };
  return { kind: 'thread', id, score: 1, reasons: [], title: 'a title', quote: 'words', ...standing };
}

describe('un-learning', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: ReturnType<typeof createStore>;
  beforeAll(async () => {
    database = await openTestDatabase();
    store = createStore(database.pool);
  });
  beforeEach(async () => {
    await database.pool.query('delete from commscore.people');
    await database.pool.query('delete from commscore.former_names');
    await database.pool.query('delete from commscore.repositories');
  });
  afterAll(() => database.close());

  const known = async (of = ref) =>
    (await store.factsAfter(of, 0, 5000)).flatMap(({ fact }) => (fact === null ? [] : [fact]));
  const add = (facts: Fact[], of = ref) => store.addFacts(of, facts, 'replace');
  const say = (number: number, suggestion: Suggestion) =>
    store.saveSuggestion({ ...thread, number }, { mode: 'suggest', suggestion, comment: 'created', latencyMs: null });

  async function lastSeq(): Promise<number> {
    return (await store.factsAfter(ref, 0, 5000)).at(-1)?.seq ?? 0;
  }

  describe('a thread', () => {
    it('goes with its links, its vectors, what was said of it, and what was said of it elsewhere', async () => {
      await add([aThread('5'), aThread('6'), aLink('5', '6'), aLink('7', '5'), aLink('7', '6')]);
      const [first] = await store.factsWithoutVector(ref, 'm', 10);
      const all = await store.factsWithoutVector(ref, 'm', 10);
      await store.saveVectors(
        ref,
        'm',
        all.map(({ seq }) => ({ seq, hash: `h${seq}`, vector: Float32Array.of(1, 0) })),
      );
      await say(5, aSuggestion());
      await say(6, aSuggestion({ related: [relatedTo('5'), relatedTo('8')] }));
      await store.recordItems(
        thread,
        [{ kind: 'label', subject: 'bug', probability: 1, reasons: [], shown: true }],
        AT,
      );
      expect(first).toBeDefined();

      expect(await store.removeThread(thread, { forGood: true })).toBe(true);

      expect(await known()).toEqual([aThread('6'), aLink('7', '6')]);
      expect((await store.readVectors(ref, 'm', { after: 0, limit: 10 })).map(({ id }) => id)).toEqual(['6']);
      expect(await store.suggestionOf(thread)).toBeNull();
      expect(await store.readItems(thread)).toEqual([]);
      const other = await store.suggestionOf({ ...thread, number: 6 });
      expect(other?.suggestion.related.map(({ id }) => id)).toEqual(['8']);
    });

    it('is told to models that learnt it', async () => {
      await add([aThread('5')]);
      const seen = await lastSeq();

      await store.removeThread(thread, { forGood: false });

      expect(await store.factsAfter(ref, seen, 10)).toMatchObject([{ kind: 'thread', id: '5', fact: null }]);
    });

    it('takes snapshots with it, and those that are saved later by whoever did not hear of it', async () => {
      await add([aThread('5')]);
      const before = await lastSeq();
      await store.saveSnapshot(ref, before, Uint8Array.of(1));

      await store.removeThread(thread, { forGood: false });
      expect(await store.readSnapshot(ref)).toBeNull();

      await store.saveSnapshot(ref, before, Uint8Array.of(1));
      expect(await store.readSnapshot(ref)).toBeNull();

      await store.saveSnapshot(ref, await lastSeq(), Uint8Array.of(2));
      expect((await store.readSnapshot(ref))?.bytes).toEqual(Buffer.of(2));
    });

    it('that is gone for good never comes back, known before or not', async () => {
      await add([aThread('5')]);
      await store.removeThread(thread, { forGood: true });
      await store.removeThread({ ...thread, number: 9 }, { forGood: true });

      await add([aThread('5'), aThread('9'), aThread('10')]);
      await say(5, aSuggestion());

      expect(await known()).toEqual([aThread('10')]);
      expect(await store.suggestionOf(thread)).toBeNull();
    });

    it('that was only out of reach comes back', async () => {
      await add([aThread('5')]);
      await store.removeThread(thread, { forGood: false });

      await add([aThread('5')]);

      expect(await known()).toEqual([aThread('5')]);
    });

    it('of which nothing is known leaves snapshots alone', async () => {
      await add([aThread('6')]);
      await store.saveSnapshot(ref, await lastSeq(), Uint8Array.of(1));

      expect(await store.removeThread(thread, { forGood: true })).toBe(false);
      expect(await store.removeThread({ ...thread, repo: 'unknown' }, { forGood: true })).toBe(false);

      expect(await store.readSnapshot(ref)).not.toBeNull();
    });
  });

  describe('a person', () => {
    async function forget(login: string, of = ref): Promise<number> {
      await store.leaveOut('Acme', login);
      return store.forgetPersonIn(of, login);
    }

    it('is not in any fact any more, and what happened stays', async () => {
      await add([
        aThread('1', { author: 'Ada', participants: ['Ada', 'bo'], assignees: ['bo', 'Ada'] }),
        aThread('2', { participants: ['ann', 'ada'], requested: ['ada'], answer: 'perhaps of ada' }),
        aThread('3', { body: 'says "ada" in words of another' }),
        aChange('c1', { author: 'ada', reviewers: ['bo'] }),
        aChange('c2', { reviewers: ['ada', 'bo'], body: 'Reviewed-by: Ada' }),
        { kind: 'person', login: 'ada', organisation: 'Example', bot: false },
        aChange('c3'),
      ]);
      const seen = await lastSeq();

      expect(await forget('Ada')).toBe(5);

      expect(await known()).toEqual([
        aThread('3', { body: 'says "ada" in words of another' }),
        aChange('c3'),
        aThread('1', { author: null, body: '', participants: ['bo'], assignees: ['bo'] }),
        aThread('2', { participants: ['ann'], requested: [] }),
        aChange('c1', { author: null, reviewers: ['bo'], body: '' }),
        aChange('c2', { reviewers: ['bo'], body: '' }),
      ]);
      expect(await store.factsAfter(ref, seen, 10)).toHaveLength(5);
    });

    it('is not learnt again, from whatever source', async () => {
      await forget('ada');

      await add([aThread('1', { author: 'ADA' }), { kind: 'person', login: 'Ada', organisation: null, bot: false }]);
      await store.addFacts({ ...ref, repo: 'other' }, [aChange('c1', { author: 'Ada' })], 'keep');
      await store.addFacts({ ...ref, owner: 'Zeta' }, [aChange('c1', { author: 'ada' })], 'keep');

      expect(await known()).toEqual([aThread('1', { author: null, body: '' })]);
      expect(await known({ ...ref, repo: 'other' })).toEqual([aChange('c1', { author: null, body: '' })]);
      expect(await known({ ...ref, owner: 'Zeta' })).toEqual([aChange('c1', { author: 'ada' })]);
    });

    it('is not learnt by whoever was about to when they were forgotten', async () => {
      await Promise.all([add([aThread('1', { author: 'ada' })]), store.leaveOut('Acme', 'ada')]);

      expect(await known()).toEqual([aThread('1', { author: null, body: '' })]);
    });

    it('has nothing set any more but that nothing is to be known of them', async () => {
      await store.savePerson('acme', 'ada', { awayUntil: AT, capacity: 3 });

      await forget('Ada');

      expect((await store.readPeople('acme')).get('ada')).toEqual({
        awayUntil: null,
        capacity: null,
        optedOut: true,
        forgotten: true,
      });
    });

    it('goes from what was suggested, applied and done', async () => {
      const reviewed = { kind: 'reviewed-author' as const, author: 'Ada', times: 2 };
      const active = { kind: 'active' as const, times: 1, days: 9 };
      await add([aThread('1', { author: 'ada' })]);
      await say(
        5,
        aSuggestion({
          assignees: [aPerson('Ada'), aPerson('bo', [reviewed, active])],
          related: [relatedTo('1'), relatedTo('2')],
        }),
      );
      const said = { probability: 1, shown: true };
      await store.recordItems(
        thread,
        [
          { ...said, kind: 'assignee', subject: 'Ada', reasons: [] },
          { ...said, kind: 'reviewer', subject: 'bo', reasons: [reviewed, active] },
          { ...said, kind: 'label', subject: 'ada', reasons: [] },
        ],
        AT,
      );
      await store.recordApplied(thread, [{ kind: 'label', subject: 'ada' }], { by: 'ada', at: AT });
      await store.settleItems(thread, [{ kind: 'reviewer', subject: 'bo', outcome: 'accepted', by: 'Ada', at: AT }]);

      await forget('ADA');

      const { suggestion } = (await store.suggestionOf(thread)) ?? {};
      expect(suggestion?.assignees).toEqual([aPerson('bo', [active])]);
      expect(suggestion?.related.map(({ quote }) => quote)).toEqual([undefined, 'words']);
      expect(await store.readItems(thread)).toMatchObject([
        { kind: 'label', subject: 'ada', applied: { by: null, at: AT } },
        { kind: 'reviewer', subject: 'bo', reasons: [active], outcome: { is: 'accepted', by: null } },
      ]);
    });

    it('takes vectors of their words and snapshots along', async () => {
      await add([aThread('1', { author: 'ada' }), aThread('2')]);
      const texts = await store.factsWithoutVector(ref, 'm', 10);
      const vectors = texts.map(({ seq }) => ({ seq, hash: String(seq), vector: Float32Array.of(1, 0) }));
      await store.saveVectors(ref, 'm', vectors);
      await store.saveSnapshot(ref, await lastSeq(), Uint8Array.of(1));

      await forget('ada');

      expect((await store.readVectors(ref, 'm', { after: 0, limit: 10 })).map(({ id }) => id)).toEqual(['2']);
      expect(await store.readSnapshot(ref)).toBeNull();
    });

    it('is forgotten in as many steps as it takes, and a second time changes nothing', async () => {
      const facts = Array.from({ length: 1200 }, (_, n) => aChange(`c${n}`, { author: n % 3 === 0 ? 'bo' : 'ada' }));
      await add(facts);

      expect(await forget('ada')).toBe(800);
      expect((await known()).every((fact) => fact.kind === 'change' && fact.author !== 'ada')).toBe(true);
      const seen = await lastSeq();
      expect(await forget('ada')).toBe(0);
      expect(await lastSeq()).toBe(seen);
    });

    it('cannot make a name mean anything but itself', async () => {
      await add([aChange('c1', { author: 'a%' }), aChange('c2', { author: 'ab"\\' })]);

      expect(await forget('a%')).toBe(1);
      expect(await forget('ab"\\')).toBe(1);
      expect((await known()).map((fact) => fact.kind === 'change' && fact.author)).toEqual([null, null]);
    });
  });

  describe('a label', () => {
    it('is followed by the threads that carry it', async () => {
      await add([
        aThread('1', { labels: ['a', 'bug', 'z'] }),
        aThread('2', { labels: ['a'], unlabelled: ['bug'] }),
        aThread('3', { title: 'bug', labels: ['bugs'] }),
      ]);

      expect(await store.relabelThreads(ref, 'bug', 'defect')).toBe(2);

      expect(await known()).toEqual([
        aThread('3', { title: 'bug', labels: ['bugs'] }),
        aThread('1', { labels: ['a', 'defect', 'z'] }),
        aThread('2', { labels: ['a'], unlabelled: ['defect'] }),
      ]);
    });

    it('goes from them when it goes', async () => {
      await add([aThread('1', { labels: ['a', 'bug'] })]);

      await store.relabelThreads(ref, 'bug', null);

      expect(await known()).toEqual([aThread('1', { labels: ['a'] })]);
    });
  });
});

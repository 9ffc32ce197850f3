import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job } from '../../src/triage/job.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: ThreadRef = { installationId: 7, owner: 'acme', repo: 'engine', type: 'issue', number: 5 };
const KEY = 'acme/engine#5';
const NOW = new Date('2026-06-01T00:01:00Z');

/** Closed issues that ada took, all about the same thing. */
function history(): ThreadFact[] {
  return Array.from(
    { length: 30 },
    (_, i) =>
      aReading({
        id: String(100 + i),
        time: `2026-05-${String(1 + (i % 28)).padStart(2, '0')}T00:00:00Z`,
        title: `Cache eviction drops hot entries ${i}`,
        body: 'The cache evicts entries that were read a moment ago when the shard is full.',
        labels: ['bug'],
        assignees: ['ada'],
        participants: ['ada'],
        state: 'closed',
        closedAt: '2026-05-30T00:00:00Z',
        outcome: 'completed',
      }).fact,
  );
}

describe('triage', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: Job[];
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    github.labels = ['bug', 'docs'];
    github.assignable = new Set(['ada', 'newcomer']);
    queued = [];
    await createStore(database.pool).forgetRepository(ref);
  });

  const store = () => createStore(database.pool);

  function run(over: Partial<Extract<Job, { kind: 'triage' }>> = {}) {
    const job: Job = { kind: 'triage', id: `d-${runs++}`, thread: ref, fresh: true, ...over };
    return handle(job, {
      github,
      store: store(),
      models: repositoryModels({ store: store(), log: silentLog, keep: 2 }),
      queue: { add: async (added) => void queued.push(added) },
      clock: () => NOW,
      log: silentLog,
      webUrl: 'https://github.com',
      progress: () => undefined,
      feeds: fakeFeeds(),
      ...noDigests(),
    });
  }

  async function learnt(): Promise<void> {
    await store().addFacts(ref, history(), 'replace');
    await store().saveLearning(ref, 'learnt');
  }

  function open(...args: Parameters<typeof aReading>): void {
    github.threads.set(
      KEY,
      aReading(
        { title: 'Cache eviction drops entries', body: 'Entries of the cache are evicted when full.', ...args[0] },
        args[1],
      ),
    );
  }

  it('says in one comment who took such work before, what to call it and what is related', async () => {
    await learnt();
    open();

    expect(await run()).toEqual({ done: true });

    const comment = github.comments.get(KEY) ?? '';
    expect(comment.split('\n')[0]).toBe('<!-- commscore:triage -->');
    expect(comment).toContain('ada');
    expect(comment).toContain('#1');
    expect(comment).not.toContain('@ada');
    expect(await store().suggestionOf(ref)).toMatchObject({ mode: 'suggest', comment: 'created' });
  });

  it('writes nothing the second time when nothing has changed', async () => {
    await learnt();
    open();
    await run();

    await run({ fresh: false });

    expect(github.writes).toBe(1);
  });

  it('does not run a job that was finished before', async () => {
    await learnt();
    open();
    await run({ id: 'same' });
    github.comments.clear();

    await run({ id: 'same' });

    expect(github.comments.size).toBe(0);
  });

  it('takes its comment back when a human has done everything it would say', async () => {
    await learnt();
    github.config = { ...github.config, related: { ...defaultConfig.related, enabled: false } };
    open();
    await run();
    open({ labels: ['bug'], assignees: ['ada'] });

    await run({ fresh: false });

    expect(github.comments.has(KEY)).toBe(false);
  });

  it('does not post again what a human deleted', async () => {
    await learnt();
    open();
    await run();
    github.comments.clear();

    await run({ fresh: false });
    await run({ fresh: false });

    expect(github.comments.size).toBe(0);
    expect(await store().readOutcome(ref)).toBe('dismissed');
  });

  it('waits until the thread has settled, counted from its creation', async () => {
    await learnt();
    github.config = { ...github.config, settle: 120_000 };
    open();

    expect(await run()).toEqual({ done: false, againInMs: 60_000 });
    expect(github.comments.size).toBe(0);
  });

  it('reads the history first where it never was, and waits for it', async () => {
    open();

    expect(await run()).toMatchObject({ done: false });
    expect(queued).toMatchObject([{ kind: 'learn', repository: { owner: 'acme', repo: 'engine' } }]);
  });

  it('does not wait for a history that cannot be read', async () => {
    await store().saveLearning(ref, 'failed');
    open();

    expect(await run()).toEqual({ done: true });
  });

  it('leaves an older thread alone, however much it is edited', async () => {
    await learnt();
    open({ time: '2020-01-01T00:00:00Z' });

    await run({ fresh: false });

    expect(github.comments.size).toBe(0);
    expect(await store().readOutcome(ref)).toBeNull();
  });

  it.each([
    ['closed', { state: 'closed' } as const, {}],
    ['locked', {}, { locked: true }],
    ['opened by a bot', {}, { authorIsBot: true }],
    ['a draft', { type: 'pull' } as const, { draft: true }],
  ])('says nothing of a thread that is %s', async (_, fact, over) => {
    await learnt();
    open(fact, over);

    await run();

    expect(github.comments.size).toBe(0);
  });

  it('speaks of a draft once it is ready, even if it was opened long ago', async () => {
    await learnt();
    open({ time: '2026-05-20T00:00:00Z' }, { draft: true });
    await run();
    open({ time: '2026-05-20T00:00:00Z' }, { draft: false });

    await run({ fresh: false });

    expect(github.comments.size).toBe(1);
  });

  it('leaves its comment as it is while an answered pull is a draft again, and never posts it anew', async () => {
    await learnt();
    open();
    await run();
    open({}, { draft: true });
    await run({ fresh: false });
    expect(github.comments.size).toBe(1);

    github.comments.clear();
    open({}, { draft: false });
    await run();

    expect(github.comments.size).toBe(0);
  });

  it.each([
    ['tells how long the first answer took', {}, 60_000],
    ['does not tell it of a thread that was started elsewhere', { transferred: true } as const, null],
  ])('%s', async (_, over, latencyMs) => {
    await learnt();
    open();

    await run(over);

    expect(await store().suggestionOf(ref)).toMatchObject({ comment: 'created', latencyMs });
  });

  it('is silent where the configuration switches the kind of thread off', async () => {
    await learnt();
    github.config = { ...github.config, triggers: { issues: false, pulls: true, discussions: true } };
    open();

    await run();

    expect(github.comments.size).toBe(0);
  });

  it('keeps a shadow suggestion to itself', async () => {
    await learnt();
    github.config = { ...github.config, mode: 'shadow' };
    open();

    await run();

    expect(github.writes).toBe(0);
    expect(await store().suggestionOf(ref)).toMatchObject({ mode: 'shadow', comment: 'shadow' });
  });

  it('applies in auto mode the first time only', async () => {
    await learnt();
    github.config = { ...github.config, mode: 'auto' };
    open();
    await run();

    await run({ fresh: false });

    expect(github.applied).toHaveLength(1);
    expect(github.applied[0]?.assignees).toEqual(['ada']);
  });

  it('says nothing more of a label or a person that was sent back or undone', async () => {
    await learnt();
    github.config = { ...github.config, labels: { ...defaultConfig.labels, minPrecision: 0 } };
    open();
    await run();
    const before = await store().readItems(ref);
    expect(before.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['ada', 'bug']));

    const at = NOW.toISOString();
    await store().settleItems(ref, [
      { kind: 'label', subject: 'bug', outcome: 'undone', by: 'bo', at },
      { kind: 'assignee', subject: 'ada', outcome: 'rejected', by: 'bo', at },
    ]);
    await run({ fresh: false });

    const suggestion = (await store().suggestionOf(ref))?.suggestion;
    expect(suggestion?.labels.map(({ name }) => name)).not.toContain('bug');
    expect(suggestion?.assignees).toEqual([]);
  });

  it.each<[string, Partial<ThreadFact>, Partial<RepositoryConfig['people']>]>([
    ['the author', { author: 'ada' }, {}],
    ['somebody who is excluded', {}, { exclude: ['ADA'] }],
    ['somebody who is away', {}, { away: [{ login: 'ada', until: null }] }],
    ['somebody over capacity', {}, { capacity: 0 }],
    ['somebody inactive', {}, { inactiveAfter: 86_400_000 }],
  ])('never suggests %s', async (_, fact, people) => {
    await learnt();
    github.config = { ...github.config, people: { ...defaultConfig.people, ...people } };
    open(fact);

    await run();

    expect((await store().suggestionOf(ref))?.suggestion.assignees).toEqual([]);
  });

  it('never suggests somebody without access, nor a label that does not exist', async () => {
    await learnt();
    github.assignable = new Set(['newcomer']);
    github.labels = ['docs'];
    open();

    await run();

    const saved = await store().suggestionOf(ref);
    expect(saved?.suggestion.assignees).toEqual([]);
    expect(saved?.suggestion.labels).toEqual([]);
  });

  it('forgets a thread that is gone', async () => {
    await learnt();
    await store().addFacts(ref, [aReading({ id: '5' }).fact], 'replace');

    expect(await run()).toEqual({ done: true });

    const facts = await store().factsAfter(ref, 0, 1_000);
    expect(facts.find(({ id }) => id === '5')).toMatchObject({ fact: null });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { handle } from '../../src/triage/handle.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { asksSomething } from '../../src/triage/wants-answer.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: ThreadRef = { installationId: 7, owner: 'acme', repo: 'engine', type: 'discussion', number: 5 };
const KEY = 'acme/engine#5';
const NOW = new Date('2026-06-01T00:01:00Z');
const answerable = { name: 'Q&A', answerable: true };

/** Questions about the same thing that ada answered. */
function history(): ThreadFact[] {
  return Array.from(
    { length: 30 },
    (_, i) =>
      aReading({
        type: 'discussion',
        id: String(100 + i),
        time: `2026-05-${String(1 + (i % 28)).padStart(2, '0')}T00:00:00Z`,
        author: 'kai',
        title: `How does cache eviction choose entries ${i}?`,
        body: 'The cache evicts entries that were read a moment ago when the shard is full.',
        assignees: ['ada'],
        participants: ['kai', 'ada'],
        closedAt: '2026-05-30T00:00:00Z',
        outcome: 'answered',
        answer: 'Cache eviction chooses entries by `shardAge`: the oldest entries of a full shard go first.',
        category: answerable,
      }).fact,
  );
}

describe('triage of discussions', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    await store().forgetRepository(ref);
    await store().addFacts(ref, history(), 'replace');
    await store().saveLearning(ref, 'learnt');
  });

  const store = () => createStore(database.pool);
  const comment = () => github.comments.get(KEY) ?? '';

  async function run(fact: Partial<ThreadFact> = {}, over: Parameters<typeof aReading>[1] = {}): Promise<void> {
    const title = 'How does cache eviction choose entries?';
    const body = 'Entries of the cache are evicted when the shard is full.';
    github.threads.set(KEY, aReading({ type: 'discussion', title, body, category: answerable, ...fact }, over));
    await handle(
      { kind: 'triage', id: `discussion-${runs++}`, thread: ref, fresh: true },
      {
        github,
        store: store(),
        models: repositoryModels({ store: store(), log: silentLog, keep: 2 }),
        queue: { add: async () => undefined },
        clock: () => NOW,
        log: silentLog,
        webUrl: 'https://github.com',
        progress: () => undefined,
        feeds: fakeFeeds(),
        ...noDigests(),
      },
    );
  }

  it('says of an open question who could answer it', async () => {
    await run();

    expect(comment()).toContain('**Could answer this**\n- [`ada`](https://github.com/ada): answered');
  });

  it('quotes the best answer to the same question', async () => {
    for (const { id } of history().slice(1)) await store().removeFact(ref, 'thread', id);

    await run();

    expect(comment()).toContain('> “Cache eviction chooses entries by');
  });

  it('asks nobody by the rules of assignees, and nobody who is in the discussion already', async () => {
    await run({ participants: ['ada'] });
    expect(comment()).not.toContain('Could answer this');

    github.config = { ...github.config, assignees: { ...defaultConfig.assignees, deny: ['ada'] } };
    await run();
    expect(comment()).not.toContain('Could answer this');
  });

  it('neither assigns anybody in auto mode nor counts it as a suggested assignee', async () => {
    github.config = { ...github.config, mode: 'auto' };

    await run();

    expect(comment()).toContain('Could answer this');
    expect(github.applied).toEqual([]);
    expect((await store().readItems(ref)).map(({ kind }) => kind)).not.toContain('assignee');
  });

  it('names nobody and quotes nothing where there is nothing to answer', async () => {
    await run({ title: 'Cache eviction by shard', category: { name: 'Ideas', answerable: false } });

    expect(comment()).toContain('Related');
    expect(comment()).not.toContain('Could answer this');
    expect(comment()).not.toContain('> “');
  });

  it.each(['Announcements', 'polls'])('leaves %s alone unless it is configured otherwise', async (name) => {
    const category = { name, answerable: false };
    await run({ category });
    expect(comment()).toBe('');

    github.config = { ...github.config, discussions: { categories: ['*'], except: [] } };
    await run({ category });
    expect(comment()).not.toBe('');
  });

  it('speaks only in the categories that are configured', async () => {
    github.config = { ...github.config, discussions: { categories: ['help*'], except: [] } };

    await run();
    expect(comment()).toBe('');
    await run({ category: { name: 'Help wanted', answerable: true } });
    expect(comment()).not.toBe('');
  });

  it('takes its comment away when the question is answered, and comes back when it is not any more', async () => {
    await run();
    const answered: Partial<ThreadFact> = { outcome: 'answered', assignees: ['mara'], answer: 'By age.' };

    await run(answered);
    expect(comment()).toBe('');
    expect(await store().readOutcome(ref)).toBe('removed');
    await run(answered);
    await run();
    expect(comment()).toContain('Could answer this');
  });

  it('takes its comment away when the discussion is moved to a category that is left alone', async () => {
    await run();
    await run({ category: { name: 'Announcements', answerable: false } });

    expect(comment()).toBe('');
  });

  it('says nothing of a question that was answered before it was looked at', async () => {
    await run({ outcome: 'answered' });

    expect(github.writes).toBe(0);
  });

  it('does not come back where a human deleted the comment', async () => {
    await run();
    github.comments.clear();

    await run({ outcome: 'answered' });
    await run();

    expect(comment()).toBe('');
  });
});

describe('asksSomething', () => {
  const fact = aReading({ type: 'discussion', title: 'Faster eviction' }).fact;

  it.each([
    ['a discussion of an unknown category', fact, true],
    ['one that may be answered', { ...fact, category: answerable }, true],
    ['an idea', { ...fact, category: { name: 'Ideas', answerable: false } }, false],
    ['an idea that asks', { ...fact, title: 'Why not?', category: { name: 'Ideas', answerable: false } }, true],
  ])('%s: %#', (_what, given, asks) => {
    expect(asksSomething(given)).toBe(asks);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { Suggestion } from '../../src/domain/suggestion.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { settleOverdue } from '../../src/triage/acceptance.ts';
import { act } from '../../src/triage/act.ts';
import { observe } from '../../src/triage/observe.ts';
import type { CommentOutcome } from '../../src/triage/store-port.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { silentLog } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: ThreadRef = { installationId: 7, owner: 'acme', repo: 'engine', type: 'issue', number: 5 };
const KEY = 'acme/engine#5';
const DAY_MS = 86_400_000;

const bug = { name: 'bug', probability: 0.9, reasons: [{ kind: 'terms' as const, terms: ['crash'] }] };
const ada = {
  login: 'ada',
  score: 2,
  probability: 0.7,
  reasons: [{ kind: 'took-similar' as const, threads: ['3'], times: 4 }],
};
const seen = {
  ...{ id: '3', kind: 'thread' as const, score: 0.5, reasons: [], title: 'Crash', url: null, state: 'open' as const },
  outcome: null,
  type: 'issue' as const,
};
const everything: Suggestion = { labels: [bug], assignees: [ada], reviewers: [], related: [seen] };
const nothing: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

describe('what is said and done of a thread', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: ReturnType<typeof createStore>;
  let github: FakeGitHub;
  let now: number;
  let before: CommentOutcome | null;
  let warnings: object[];
  beforeAll(async () => {
    database = await openTestDatabase();
    store = createStore(database.pool);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    github.threads.set(KEY, aReading());
    before = null;
    warnings = [];
    now = Date.parse('2026-06-01T00:00:00Z');
    await database.pool.query('truncate commscore.repositories cascade');
  });

  const clock = () => new Date(now);
  const comment = () => github.comments.get(KEY) ?? '';
  async function run(suggestion: Suggestion, over: Partial<RepositoryConfig> = {}) {
    const config = { ...defaultConfig, ...over };
    const reading = await observe(ref, { github, store, clock });
    if (reading === null) throw new Error('the thread is gone');
    const items = await store.readItems(ref);
    const log = { ...silentLog, warn: (facts: object) => void warnings.push(facts) };
    const ports = { github, store, clock, log, webUrl: 'https://github.com' };
    const result = await act({ ref, reading, config, items, before, suggestion }, ports);
    before = result.comment;
    return result;
  }

  const outcomes = async () =>
    Object.fromEntries((await store.readItems(ref)).map(({ subject, outcome }) => [subject, outcome?.is ?? 'open']));

  describe('in suggest mode', () => {
    it('is one comment and nothing else, and each item of it is kept as shown', async () => {
      expect(await run(everything)).toEqual({ said: everything, comment: 'created' });

      expect(github.applied).toEqual([]);
      expect(await store.readItems(ref)).toMatchObject([
        { kind: 'assignee', subject: 'ada', probability: 0.7, shown: true },
        { kind: 'label', subject: 'bug', probability: 0.9, shown: true },
        { kind: 'related', subject: '3', probability: 0.5, shown: true },
      ]);
    });

    it('is judged by what people then do', async () => {
      await run(everything);
      github.threads.set(KEY, aReading({ labels: ['docs'], assignees: ['ada'] }));

      await observe(ref, { github, store, clock });

      expect(await outcomes()).toEqual({ ada: 'accepted', bug: 'changed', 3: 'open' });
    });

    it('is not judged where it was taken back before anybody acted on it', async () => {
      await run(everything);

      await run({ ...everything, labels: [] });

      expect(await outcomes()).toEqual({ ada: 'open', 3: 'open' });
    });

    it('is ignored once nobody acted on it for the configured time', async () => {
      await run(everything);
      now += 13 * DAY_MS;
      expect(await settleOverdue(ref, { github, store, clock })).toBe(0);
      now += 2 * DAY_MS;

      expect(await settleOverdue(ref, { github, store, clock })).toBe(2);

      expect(await outcomes()).toEqual({ ada: 'ignored', bug: 'ignored', 3: 'open' });
    });

    it('leaves out a label that people do not follow, keeps what it would have said, and comes back', async () => {
      await judged('label', 'bug', 'changed', 20);

      await run(everything);

      expect(comment()).not.toContain('`bug`');
      expect(comment()).toContain('ada');
      expect(await store.readItems(ref)).toContainEqual(expect.objectContaining({ subject: 'bug', shown: false }));

      await judged('label', 'bug', 'accepted', 20);
      await run(everything);

      expect(comment()).toContain('`bug`');
    });

    it('forgets what people made of it after 90 days', async () => {
      await judged('label', 'bug', 'changed', 20);
      now += 91 * DAY_MS;

      await run(everything);

      expect(comment()).toContain('`bug`');
    });
  });

  describe('in shadow mode', () => {
    it('is kept as not shown and judged, and nothing is written', async () => {
      expect(await run(everything, { mode: 'shadow' })).toEqual({ said: everything, comment: 'shadow' });
      github.threads.set(KEY, aReading({ labels: ['bug'], assignees: ['bo'] }));

      await observe(ref, { github, store, clock });

      expect(github.writes).toBe(0);
      expect(await outcomes()).toEqual({ ada: 'changed', bug: 'accepted', 3: 'open' });
      expect((await store.readItems(ref)).some(({ shown }) => shown)).toBe(false);
    });

    it('leaves the comment of an earlier mode where it is', async () => {
      await run(everything);
      const written = comment();

      await run(nothing, { mode: 'shadow' });

      expect(comment()).toBe(written);
    });

    it('remembers for the mode after it that a human deleted the comment', async () => {
      await run(everything);
      await run(everything, { mode: 'shadow' });
      github.comments.clear();

      expect(await run(everything)).toMatchObject({ comment: 'dismissed' });
      expect(comment()).toBe('');
    });
  });

  describe('in auto mode', () => {
    const auto = { mode: 'auto' } as const;

    it('does what is sure enough, and tells it with the reasons', async () => {
      await run(everything, auto);

      expect(github.applied).toEqual([{ labels: ['bug'], assignees: ['ada'], reviewers: [] }]);
      expect(comment()).toContain('**Labelled** `bug`');
      expect(comment()).toContain('**Assigned**');
      expect(comment()).toContain('took 4 similar threads');
      expect(comment()).toContain('`/commscore undo`');
      expect(comment()).not.toContain('Could take this');
    });

    it('writes the same when it looks again, and does nothing twice', async () => {
      await run(everything, auto);
      github.threads.set(KEY, aReading({ labels: ['bug'], assignees: ['ada'] }));

      expect(await run({ ...nothing, related: [seen] }, auto)).toMatchObject({ comment: 'unchanged' });
      expect(github.applied).toHaveLength(1);
    });

    it('never does again what a human took off, nor anything like it there', async () => {
      await run({ ...nothing, labels: [bug] }, auto);
      github.threads.set(KEY, aReading({ unlabelled: ['bug'] }));

      await run({ ...nothing, labels: [bug, { ...bug, name: 'docs' }] }, auto);

      expect(github.applied).toHaveLength(1);
      expect(await outcomes()).toMatchObject({ bug: 'rejected' });
      expect(comment()).not.toContain('Labelled');
    });

    it('only says what GitHub would not do', async () => {
      github.apply = async () => ({ labels: [], assignees: [], reviewers: [], refused: [] });

      await run(everything, auto);

      expect(comment()).toContain('**Labels** `bug`');
      expect((await store.readItems(ref)).every(({ applied }) => applied === null)).toBe(true);
      expect(warnings).toEqual([]);
    });

    it('says what the app may not do too, and tells the operator', async () => {
      github.apply = async () => ({ labels: [], assignees: ['ada'], reviewers: [], refused: ['labels'] });

      expect(await run(everything, auto)).toMatchObject({ comment: 'created' });

      expect(comment()).toContain('**Labels** `bug`');
      expect(comment()).toContain('**Assigned**');
      expect((await store.readItems(ref)).find(({ kind }) => kind === 'label')?.applied).toBeNull();
      expect(warnings).toEqual([{ thread: KEY, refused: ['labels'] }]);
    });

    it('does nothing of a kind that is silent', async () => {
      await judged('assignee', 'ada', 'changed', 20);

      await run(everything, auto);

      expect(github.applied).toEqual([{ labels: ['bug'], assignees: [], reviewers: [] }]);
      expect(comment()).not.toContain('ada');
    });

    it('does nothing more on a thread whose comment a human deleted', async () => {
      await run({ ...nothing, related: [seen] }, auto);
      github.comments.clear();
      await run({ ...nothing, related: [seen] }, auto);

      await run(everything, auto);

      expect(github.applied).toEqual([]);
    });
  });

  describe('with native output', () => {
    const native = { output: 'native' } as const;

    it('puts labels and assignees into the fields of GitHub once, and the rest into the comment', async () => {
      github.takesNatively = true;

      await run(everything, native);
      await run(everything, native);

      expect(github.natively).toEqual([
        {
          labels: [{ name: 'bug', rationale: 'the text says “crash”', confidence: 'high' }],
          assignees: [{ name: 'ada', rationale: 'took 4 similar threads, such as #\u200b3', confidence: 'medium' }],
        },
      ]);
      expect(comment()).toContain('Crash');
      expect(comment()).not.toContain('`bug`');
      expect(comment()).not.toContain('ada');
    });

    it('says in the comment what GitHub does not take', async () => {
      await run(everything, native);

      expect(comment()).toContain('`bug`');
      expect(comment()).toContain('ada');
    });

    it('writes no comment where nothing is left for it', async () => {
      github.takesNatively = true;

      expect(await run({ ...everything, related: [] }, native)).toMatchObject({ comment: 'none' });
    });

    it('asks GitHub for nothing in shadow mode', async () => {
      github.takesNatively = true;

      await run(everything, { ...native, mode: 'shadow' });

      expect(github.natively).toEqual([]);
    });
  });

  async function judged(kind: 'label' | 'assignee', subject: string, outcome: 'changed' | 'accepted', times: number) {
    for (let n = 0; n < times; n++) {
      const other = { ...ref, number: 1_000 + n + (outcome === 'accepted' ? times : 0) };
      const at = clock().toISOString();
      await store.recordItems(other, [{ kind, subject, probability: 0.9, reasons: [], shown: true }], at);
      await store.settleItems(other, [{ kind, subject, outcome, by: null, at }]);
    }
  }
});

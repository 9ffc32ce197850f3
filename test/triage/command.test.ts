import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import type { CommandComment } from '../../src/triage/command-ports.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job } from '../../src/triage/job.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aComment, aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const issue: ThreadRef = { installationId: 7, owner: 'acme', repo: 'engine', type: 'issue', number: 5 };
const pull: ThreadRef = { ...issue, type: 'pull' };
const discussion: ThreadRef = { ...issue, type: 'discussion' };
const KEY = 'acme/engine#5';
const NOW = new Date('2026-06-02T00:00:00Z');

/** Closed issues that ada took, others that bo took, and one that is free. */
function history(): ThreadFact[] {
  const about = {
    body: 'The cache evicts entries that were read a moment ago when the shard is full.',
    labels: ['bug'],
  };
  const taken = Array.from({ length: 30 }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const people = { assignees: ['ada'], participants: ['ada'] };
    const end = { state: 'closed', closedAt: '2026-05-30T00:00:00Z', outcome: 'completed' } as const;
    const title = `Cache eviction drops hot entries ${i}`;
    return aReading({ id: String(100 + i), time: `2026-05-${day}T00:00:00Z`, title, ...about, ...people, ...end }).fact;
  });
  const others = taken.slice(0, 10).map((fact, i) => {
    const people = { assignees: ['bo'], participants: ['bo'] };
    return { ...fact, ...people, id: String(150 + i), title: `Page ${i} of the manual has a typo`, body: 'Spelling.' };
  });
  const free = { id: '200', title: 'Cache eviction is slow @everyone', labels: ['good first issue'] };
  return [...taken, ...others, aReading({ ...about, ...free, time: '2026-05-31T00:00:00Z' }).fact];
}

describe('a comment that speaks to the app', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: { job: Job; key: string }[];
  let models: ReturnType<typeof repositoryModels>;
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
    await store().addFacts(issue, history(), 'replace');
    await store().saveLearning(issue, 'learnt');
    models = repositoryModels({ store: store(), log, keep: 2 });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    github.labels = ['bug', 'docs', 'good first issue'];
    github.assignable = new Set(['ada', 'Mara', 'newcomer']);
    github.triagers = new Set(['mara']);
    github.threads.set(KEY, aReading({ title: 'Cache eviction drops entries', body: 'Evicted when full.' }));
    queued = [];
    for (const table of ['commands', 'suggestions', 'suggested_items', 'people']) {
      await database.pool.query(`delete from commscore.${table}`);
    }
  });

  const store = () => createStore(database.pool);

  function run(job: Job) {
    const queue = {
      add: async (added: Job, { key }: { key: string }) => {
        if (added.kind !== 'measure') queued.push({ job: added, key });
      },
    };
    const ports = { github, store: store(), models, queue, clock: () => NOW, log, webUrl: 'https://github.com' };
    return handle(job, { ...ports, progress: () => undefined, feeds: fakeFeeds(), ...noDigests() });
  }

  async function say(body: string, over: Partial<CommandComment> = {}, thread = issue): Promise<string> {
    const comment = aComment({ id: `IC_${runs++}`, body, ...over });
    github.written.set(comment.id, comment);
    await run({ kind: 'command', id: `d-${runs++}`, thread, comment: comment.id });
    return github.replies.get(comment.id) ?? '';
  }

  const triageNow = () => run({ kind: 'triage', id: `d-${runs++}`, thread: issue, fresh: true });
  const last = () => github.reactions.at(-1);

  describe('is answered', () => {
    it('with a reaction first, and with words only where a reaction does not tell', async () => {
      expect(await say('/commscore opt-out')).toBe('');

      expect(github.reactions).toEqual(['EYES', 'THUMBS_UP']);
    });

    it('once for each line, however often it comes', async () => {
      await say('/commscore assign @ada', { id: 'IC_same' });
      await say('/commscore assign @ada', { id: 'IC_same' });

      expect(github.applied).toHaveLength(1);
      expect(github.reactions).toEqual(['EYES', 'THUMBS_UP']);
    });

    it('in one reply, which an edit adds to', async () => {
      await say('/commscore who', { id: 'IC_edit' });
      const reply = await say('/commscore who\n/commscore label docs\n/commscore next', { id: 'IC_edit' });

      expect(reply).toContain('`/commscore who`');
      expect(reply).toContain('`/commscore next`');
      expect(github.applied).toEqual([{ labels: ['docs'], assignees: [], reviewers: [] }]);
    });

    it('ten lines at most', async () => {
      const reply = await say(Array.from({ length: 12 }, (_, i) => `/commscore capacity ${i}`).join('\n'));

      expect(reply).toContain('at most 10 commands');
      expect((await store().readPeople('acme')).get('mara')?.capacity).toBe(9);
      expect(last()).toBe('CONFUSED');
    });

    it.each([
      ['of a bot', { authorIsHuman: false }],
      ['of a deleted account', { author: null }],
      ['in code', { body: '```\n/commscore assign @ada\n```' }],
      ['in a quote', { body: '> /commscore assign @ada' }],
      ['that says nothing to it', { body: 'see /commscore assign @ada' }],
    ])('not at all where it is %s', async (_, over) => {
      await say('/commscore assign @ada', over);

      expect(github.reactions).toEqual([]);
      expect(github.applied).toEqual([]);
    });

    it('not where it is gone', async () => {
      await run({ kind: 'command', id: `d-${runs++}`, thread: issue, comment: 'IC_gone' });

      expect(github.reactions).toEqual([]);
    });

    it('in the language of the repository', async () => {
      github.config = { ...github.config, language: 'zh-CN' };

      expect(await say('/commscore help')).toContain('列出全部命令');
    });
  });

  describe('is permitted', () => {
    it.each(['assign @ada', 'review @ada', 'label bug', 'undo', 'reroll', 'retry', 'ignore'])(
      'to %s only who may triage, and says why',
      async (said) => {
        expect(await say(`/commscore ${said}`, { author: 'eve' })).toContain('needs triage permission');

        expect(last()).toBe('THUMBS_DOWN');
        expect([github.applied, github.takenBack, queued]).toEqual([[], [], []]);
      },
    );

    it('ten answers an hour without that, besides what people set for themselves', async () => {
      for (let i = 0; i < 10; i++) expect(await say('/commscore help', { author: 'eve' })).not.toBe('');

      expect(await say('/commscore help', { author: 'eve' })).toBe('');
      expect(last()).toBe('THUMBS_DOWN');
      expect(await store().commandsSince(issue, 'eve', '2026-01-01T00:00:00Z')).toBe(10);
      await say('/commscore opt-out', { author: 'eve' });
      expect((await store().readPeople('acme')).get('eve')?.optedOut).toBe(true);
      expect(await say('/commscore help', { author: 'mara' })).not.toBe('');
    });

    it('on a locked thread to who may triage, without a word', async () => {
      await say('/commscore label docs', { author: 'eve', locked: true });
      await say('/commscore label docs', { locked: true });

      expect(github.applied).toHaveLength(1);
      expect(github.reactions).toEqual([]);
    });

    it('in shadow mode to do what writes nothing to GitHub', async () => {
      github.config = { ...github.config, mode: 'shadow' };

      await say('/commscore assign @ada\n/commscore help\n/commscore opt-out\n/commscore ignore');

      expect([github.applied, github.reactions, [...github.replies]]).toEqual([[], [], []]);
      expect((await store().readPeople('acme')).get('mara')?.optedOut).toBe(true);
      expect(await store().readOutcome(issue)).toBe('ignored');
    });
  });

  describe('changes the thread', () => {
    it('by adding people and labels as GitHub writes them', async () => {
      await say('/commscore assign ADA me');
      await say('/commscore label "Good First Issue", bug');
      await say('/commscore review @ada', {}, pull);

      expect(github.applied).toEqual([
        { labels: [], assignees: ['ada', 'Mara'], reviewers: [] },
        { labels: ['good first issue', 'bug'], assignees: [], reviewers: [] },
        { labels: [], assignees: [], reviewers: ['ada'] },
      ]);
    });

    it.each([
      ['assign @ghost', issue, '`ghost` cannot be assigned here'],
      ['assign @ada', discussion, 'issues and pull requests'],
      ['review @ada', issue, 'is for pull requests'],
      ['review @ada', discussion, 'is for pull requests'],
      ['reroll', discussion, 'those who could answer are only named'],
      ['review @newcomer', pull, 'lets nobody review their own'],
      ['label bgu', issue, 'Did you mean `bug`?'],
      ['label `bug`<img src=x>@all', issue, 'There is no label'],
      ['asign @ada', issue, 'Did you mean `/commscore assign @login`?'],
      ['away until 2026-06-01', issue, 'is over already'],
    ])('not by %s', async (said, thread, words) => {
      const reply = await say(`/commscore ${said}`, {}, thread);

      expect(reply).toContain(words);
      expect(last()).toBe('CONFUSED');
      expect(github.applied).toEqual([]);
    });

    it('not where GitHub does not take it, and says so', async () => {
      github.apply = async () => ({ labels: [], assignees: [], reviewers: [], refused: [] });

      expect(await say('/commscore assign @ada')).toContain('did not take `ada`');
      expect(last()).toBe('CONFUSED');
    });

    it('even where the one who is named is away, and tells so', async () => {
      await store().savePerson('acme', 'ada', { awayUntil: '2026-07-01T00:00:00Z' });

      expect(await say('/commscore assign @ada')).toContain('`ada` is away');
      expect(github.applied).toHaveLength(1);
    });

    it('and takes back what the app put there, and nothing else', async () => {
      await say('/commscore assign @ada\n/commscore label docs');
      github.threads.set(KEY, aReading({ assignees: ['ada', 'Mara'], labels: ['bug', 'docs'] }));

      await say('/commscore undo');
      expect(github.takenBack).toEqual([{ labels: ['docs'], assignees: ['ada'], reviewers: [] }]);

      expect(await say('/commscore undo')).toContain('nothing on this thread');
      expect(github.takenBack).toHaveLength(1);
    });

    it('and what it did by itself', async () => {
      await store().recordApplied(issue, [{ kind: 'label', subject: 'docs' }], { by: null, at: NOW.toISOString() });
      github.threads.set(KEY, aReading({ labels: ['docs', 'bug'] }));

      await say('/commscore undo');

      expect(github.takenBack).toEqual([{ labels: ['docs'], assignees: [], reviewers: [] }]);
      expect(await store().readItems(issue)).toMatchObject([{ outcome: { is: 'undone', by: 'mara' } }]);
    });

    it('but never what a human has put there before or since', async () => {
      github.threads.set(KEY, aReading({ assignees: ['ada'] }));
      await say('/commscore assign @ada\n/commscore label docs');
      const byBots = { labels: [], people: [] };
      github.threads.set(KEY, aReading({ assignees: ['ada'], labels: ['docs'] }, { byBots }));

      expect(await say('/commscore undo')).toContain('nothing on this thread');
    });
  });

  describe('says what is to be said', () => {
    it('reroll: others, and never again those who were sent back', async () => {
      await triageNow();
      expect(github.comments.get(KEY)).toContain('`ada`');

      await say('/commscore reroll');
      expect(queued.map(({ key }) => key)).toEqual([`triage ${KEY}`]);
      for (const { job } of queued) await run(job);

      expect(github.comments.get(KEY) ?? '').not.toContain('`ada`');
    });

    it('reroll: nobody where nobody was suggested', async () => {
      expect(await say('/commscore reroll')).toContain('Nobody is suggested');
    });

    it('ignore: nothing more until retry', async () => {
      await triageNow();
      await say('/commscore ignore');
      for (const { job } of queued.splice(0)) await run(job);
      expect(github.comments.has(KEY)).toBe(false);
      await triageNow();
      expect(github.comments.has(KEY)).toBe(false);

      await say('/commscore retry');
      expect(queued.map(({ key }) => key)).toEqual([`retry ${KEY}`]);
      for (const { job } of queued.splice(0)) await run(job);
      expect(github.comments.get(KEY)).toContain('`ada`');
    });

    it('retry: a comment that a human deleted, and one on a thread older than the app, without settling', async () => {
      await triageNow();
      github.comments.delete(KEY);
      await triageNow();
      expect(github.comments.has(KEY)).toBe(false);
      github.config = { ...github.config, settle: 3_600_000 };

      await say('/commscore retry');
      for (const { job } of queued.splice(0)) expect(await run(job)).toEqual({ done: true });

      expect(github.comments.get(KEY)).toContain('`ada`');
    });

    it('retry: why nothing is said where that is so', async () => {
      github.threads.set(KEY, aReading({ state: 'closed', closedAt: NOW.toISOString(), outcome: 'completed' }));

      expect(await say('/commscore retry')).toContain('is closed');
      expect(queued).toEqual([]);
    });
  });

  describe('is about the one who wrote it', () => {
    it.each([
      ['away until 2026-06-02', { awayUntil: '2026-06-03T00:00:00.000Z' }],
      ['away', { awayUntil: '9999-12-31T00:00:00Z' }],
      ['away\n/commscore back', { awayUntil: null }],
      ['capacity 2', { capacity: 2 }],
      ['opt-out', { optedOut: true }],
      ['opt-out\n/commscore opt-in', { optedOut: false }],
    ])('%s', async (said, settings) => {
      await say(`/commscore ${said}`, { author: 'Eve' });

      expect((await store().readPeople('acme')).get('eve')).toMatchObject(settings);
      expect(last()).toBe('THUMBS_UP');
    });

    it('forget-me: who wrote it is not noted down once more', async () => {
      expect(await say('/commscore forget-me', { author: 'Eve' })).toContain('will be removed');

      expect(queued.map(({ job }) => job)).toMatchObject([{ kind: 'forget-person', owner: 'acme', login: 'Eve' }]);
      expect(await store().commandsSince(issue, 'eve', '2026-01-01T00:00:00Z')).toBe(0);
    });
  });

  describe('asks', () => {
    it('why: the reasons of what is suggested, with weights', async () => {
      await triageNow();

      const reply = await say('/commscore why', { author: 'eve' });

      expect(reply).toContain('ada`');
      expect(reply).toMatch(/Took similar threads.* [+−]\d+\.\d\d \(weight \d+\.\d\d\)/);
    });

    it.each([
      ['ada', 'took'],
      ['newcomer', 'opened this thread'],
      ['ghost', 'cannot be assigned here'],
      ['mara', 'no work of theirs is known'],
      ['bo', 'cannot be assigned here'],
    ])('why @%s', async (login, words) => {
      await triageNow();

      expect(await say(`/commscore why @${login}`)).toContain(words);
    });

    it('why: nothing where nothing is suggested', async () => {
      expect(await say('/commscore why')).toContain('Nothing is suggested');
    });

    it.each(['cache eviction', ''])('who (%s): people with reasons, without pinging them', async (about) => {
      const reply = await say(`/commscore who ${about}`);

      expect(reply).toContain('`ada`');
      expect(reply).not.toMatch(/(^|[^`\w/])@\w/);
    });

    it('who: nobody that does not want it, nor of what nobody knows', async () => {
      await store().savePerson('acme', 'ada', { optedOut: true });

      expect(await say('/commscore who cache eviction')).toContain('Nobody is known');
      const reply = await say('/commscore who @all `x` [x](http://evil) <!-- commscore:triage -->');
      expect(reply).toContain('Nobody is known');
      expect(reply.replace(/(`+).+?\1(?!`)/g, '')).not.toMatch(/@|\(|<!--/);
    });

    it('next: free threads, for newcomers those that are meant for them', async () => {
      for (const author of ['ada', 'eve']) {
        const reply = await say('/commscore next', { author });

        expect(reply).toContain('https://github.com/acme/engine/issues/200');
        expect(reply).toContain('`good first issue`');
        expect(reply).not.toMatch(/@everyone/);
      }
    });
  });
});

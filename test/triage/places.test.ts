import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import type { RepositoryName, RepositoryRef, ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job } from '../../src/triage/job.ts';
import { learnInstalled } from '../../src/triage/learn-installed.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const engine: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const turbine: RepositoryRef = { ...engine, repo: 'turbine' };
const thread: ThreadRef = { ...engine, type: 'issue', number: 5 };
const AT = '2026-06-01T00:00:00Z';

function aChange(id: string, author: string): ChangeFact {
  const files = [{ path: 'src/cache/shard.ts', added: 1, deleted: 0 }];
  return { kind: 'change', id, time: '2026-05-01T00:00:00Z', author, reviewers: [], files, title: '', body: '' };
}

describe('what becomes of places, threads and people', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: Job[];
  let moved: [RepositoryName, RepositoryName][];
  let removed: string[];
  let models: ReturnType<typeof repositoryModels>;
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    queued = [];
    moved = [];
    removed = [];
    github.moveRepository = async (from, to) => void moved.push([from, to]);
    github.forgetRepository = async ({ repo }) => void removed.push(repo);
    models = repositoryModels({ store: store(), log, keep: 5 });
    for (const table of ['people', 'former_names', 'suspended_installations', 'repositories']) {
      await database.pool.query(`delete from commscore.${table}`);
    }
  });

  const store = () => createStore(database.pool);
  const queue = { add: async (job: Job) => void (job.kind === 'digest' || queued.push(job)) };

  type Asked = Job extends infer Kind ? (Kind extends Job ? Omit<Kind, 'id'> : never) : never;

  function run(asked: Asked, over: Partial<ReturnType<typeof store>> = {}) {
    const ports = { github, store: { ...store(), ...over }, models, queue, clock: () => new Date(AT), log, webUrl: '' };
    const job = { ...asked, id: `places-${runs++}` } as Job;
    return handle(job, { ...ports, progress: () => undefined, feeds: fakeFeeds(), ...noDigests() });
  }

  async function runQueued(): Promise<void> {
    const kinds = new Set(queued.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'measure')).toEqual(['snapshot']);
    for (const job of queued.splice(0)) await run(job);
  }

  const who = async (ref: RepositoryRef) => {
    const files = [{ path: 'src/cache/shard.ts', added: 1, deleted: 1 }];
    const model = await models.of(ref);
    return model.reviewers({ ...emptyTask, type: 'change', files }, { at: AT, k: 5 }).map(({ login }) => login);
  };
  const names = async () => (await store().repositories()).map(({ repo }) => repo);
  const learnEngine = () => store().addFacts(engine, [aChange('c1', 'ada'), aChange('c2', 'bo')], 'replace');

  describe('a repository', () => {
    it('that is renamed keeps what was learnt, and its clone', async () => {
      await learnEngine();
      expect((await who(engine)).toSorted()).toEqual(['ada', 'bo']);

      await run({ kind: 'rename', repository: turbine, formerly: engine });

      expect((await who(turbine)).toSorted()).toEqual(['ada', 'bo']);
      expect(moved).toEqual([[engine, turbine]]);
      expect(await names()).toEqual(['turbine']);
    });

    it('is found by deliveries that come late under its former name', async () => {
      await learnEngine();
      await run({ kind: 'rename', repository: turbine, formerly: engine });
      github.threads.set('acme/turbine#5', aReading({ author: 'cy' }));

      await run({ kind: 'observe', thread });
      await run({ kind: 'learn', repository: engine });

      expect(await names()).toEqual(['turbine']);
      expect(await store().readFact(turbine, 'thread', '5')).toMatchObject({ author: 'cy' });
      expect(await store().readLearning(turbine)).toBe('learnt');
    });

    it('that was removed is not brought back by deliveries that come late', async () => {
      await learnEngine();
      await run({ kind: 'forget', repository: engine });
      github.threads.set('acme/engine#5', aReading());

      await run({ kind: 'observe', thread });
      await run({ kind: 'triage', thread, fresh: true });
      await run({ kind: 'learn', repository: engine });

      expect(await names()).toEqual([]);
      expect(removed).toEqual(['engine']);
      expect(github.comments.size).toBe(0);
    });

    it('is removed in the end where removing it was cut short', async () => {
      await learnEngine();
      const forgetRepository = () => Promise.reject(new Error('the process ends'));
      await expect(run({ kind: 'forget', repository: engine }, { forgetRepository })).rejects.toThrow();

      await run({ kind: 'forget', repository: engine });

      expect(await names()).toEqual([]);
    });

    it('is not removed by the name that it had before', async () => {
      await learnEngine();
      await run({ kind: 'rename', repository: turbine, formerly: engine });

      await run({ kind: 'forget', repository: engine });

      expect(await names()).toEqual(['turbine']);
      expect(removed).toEqual([]);
    });

    it.each([
      ['when GitHub says that it came back', () => run({ kind: 'learn', repository: engine, arrived: true })],
      [
        'when GitHub lists it at the start',
        async () => {
          github.installed = [engine];
          await learnInstalled('start', { github, store: store(), queue, log });
          expect(queued).toMatchObject([{ kind: 'learn', repository: engine }]);
          await run({ kind: 'learn', repository: engine });
        },
      ],
    ])('is learnt again %s', async (_, comeBack) => {
      await learnEngine();
      await run({ kind: 'forget', repository: engine });

      await comeBack();

      expect(await names()).toEqual(['engine']);
      expect(await store().readLearning(engine)).toBe('learnt');
    });

    it('goes with its account to another name', async () => {
      await learnEngine();

      await run({ kind: 'rename-owner', installationId: 7, owner: 'apex', formerly: 'acme' });

      expect((await who({ ...engine, owner: 'apex' })).toSorted()).toEqual(['ada', 'bo']);
      expect(moved).toEqual([
        [
          { owner: 'acme', repo: 'engine' },
          { ...engine, owner: 'apex' },
        ],
      ]);
    });
  });

  describe('an installation', () => {
    it('that is suspended has its jobs wait, and nothing asked of GitHub', async () => {
      await learnEngine();
      await run({ kind: 'installation', installationId: 7, change: 'suspended' });
      github.readThread = () => Promise.reject(new Error('asked'));

      const result = await run({ kind: 'triage', thread, fresh: true });

      expect(result).toMatchObject({ done: false });
      await run({ kind: 'forget-thread', thread });
    });

    it('that is resumed has its jobs run and its history read', async () => {
      await learnEngine();
      await run({ kind: 'installation', installationId: 7, change: 'suspended' });
      await run({ kind: 'installation', installationId: 7, change: 'resumed' });
      github.threads.set('acme/engine#5', aReading());

      expect(await run({ kind: 'observe', thread })).toEqual({ done: true });

      expect(queued).toMatchObject([
        { kind: 'learn', repository: engine },
        { kind: 'sweep', repository: engine },
      ]);
      expect(await store().readFact(engine, 'thread', '5')).not.toBeNull();
    });

    it('that is removed has every repository forgotten that is known of it', async () => {
      await learnEngine();
      await store().addFacts({ ...engine, installationId: 8, repo: 'other' }, [aChange('c1', 'ada')], 'replace');

      await run({ kind: 'installation', installationId: 7, change: 'removed' });

      expect(queued).toMatchObject([{ kind: 'forget', repository: engine }]);
    });
  });

  describe('a thread', () => {
    it('that is gone leaves the model, and a snapshot that does not hold it', async () => {
      const title = 'quaggamussel overflow';
      await store().addFacts(engine, [aReading({ id: '5', title }).fact, aReading({ id: '6' }).fact], 'replace');
      await models.saveSnapshot(engine);
      expect(textOf(await store().readSnapshot(engine))).toContain('quaggamussel');

      await run({ kind: 'forget-thread', thread });
      expect(await store().readSnapshot(engine)).toBeNull();
      await runQueued();

      const snapshot = await store().readSnapshot(engine);
      expect(snapshot).not.toBeNull();
      expect(textOf(snapshot)).not.toContain('quaggamussel');
      expect((await models.of(engine)).content('5')).toBeNull();
      expect((await models.of(engine)).content('6')).not.toBeNull();
    });

    it('that GitHub does not give any more goes when it is looked at', async () => {
      await store().addFacts(engine, [aReading({ id: '5' }).fact], 'replace');

      await run({ kind: 'observe', thread });

      expect(await store().readFact(engine, 'thread', '5')).toBeNull();
    });

    it('that is a merged pull brings its change along at once', async () => {
      const pull = aReading({ type: 'pull', state: 'closed', outcome: 'merged' });
      github.threads.set('acme/engine#5', { ...pull, change: { ...aChange('m1', 'ada'), reviewers: ['bo'] } });

      await run({ kind: 'observe', thread: { ...thread, type: 'pull' } });

      expect(await store().readFact(engine, 'change', 'm1')).toMatchObject({ author: 'ada', reviewers: ['bo'] });
      expect((await who(engine)).toSorted()).toEqual(['ada', 'bo']);
    });
  });

  it('threads follow a label to its new name', async () => {
    await store().addFacts(engine, [aReading({ labels: ['bug'] }).fact], 'replace');

    await run({ kind: 'relabel', repository: engine, from: 'bug', to: 'defect' });

    expect(await store().readFact(engine, 'thread', '5')).toMatchObject({ labels: ['defect'] });
  });

  describe('a person', () => {
    it('who wants to be forgotten is un-learnt in every repository of the owner, and snapshots do not know them', async () => {
      await learnEngine();
      await store().addFacts(turbine, [aChange('c3', 'Ada')], 'replace');
      await store().addFacts({ ...engine, owner: 'zeta' }, [aChange('c1', 'ada')], 'replace');
      for (const ref of [engine, turbine]) await models.saveSnapshot(ref);

      await run({ kind: 'forget-person', owner: 'acme', login: 'Ada' });
      await runQueued();

      expect([await who(engine), await who(turbine)]).toEqual([['bo'], []]);
      expect(await who({ ...engine, owner: 'zeta' })).toEqual(['ada']);
      for (const ref of [engine, turbine])
        expect(textOf(await store().readSnapshot(ref)).toLowerCase()).not.toContain('ada');
    });

    it('is forgotten in the end where forgetting was cut short', async () => {
      await learnEngine();
      await store().addFacts(turbine, [aChange('c3', 'ada')], 'replace');
      const { forgetPersonIn } = store();
      const cutShort: typeof forgetPersonIn = (ref, login) =>
        ref.repo === 'turbine' ? Promise.reject(new Error('the process ends')) : forgetPersonIn(ref, login);
      const job = { kind: 'forget-person' as const, owner: 'acme', login: 'ada' };
      await expect(run(job, { forgetPersonIn: cutShort })).rejects.toThrow('the process ends');

      await store().addFacts(turbine, [aChange('c4', 'ada')], 'replace');
      await run(job);

      expect([await who(engine), await who(turbine)]).toEqual([['bo'], []]);
    });
  });

  function textOf(snapshot: { bytes: Uint8Array } | null): string {
    return snapshot === null ? '' : Buffer.from(snapshot.bytes).toString('utf8');
  }
});

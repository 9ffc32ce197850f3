import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { PutOffError } from '../../src/domain/put-off-error.ts';
import { emptyTask } from '../../src/domain/task.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { accept } from '../../src/triage/accept.ts';
import { handle } from '../../src/triage/handle.ts';
import type { HistoryBatch } from '../../src/triage/history-reading.ts';
import type { Job } from '../../src/triage/job.ts';
import type { LearningStep, LearnPorts } from '../../src/triage/learn.ts';
import { learnInstalled } from '../../src/triage/learn-installed.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { aCursor } from '../fakes/cursors.ts';
import { aDelivery } from '../fakes/deliveries.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const AT = '2026-06-01T00:00:00Z';

function aChange(id: string, author: string): ChangeFact {
  const files = [{ path: 'src/cache/shard.ts', added: 1, deleted: 0 }];
  return { kind: 'change', id, time: '2026-05-01T00:00:00Z', author, reviewers: [], files, title: '', body: '' };
}

function aBatch(facts: ChangeFact[], commit: string): HistoryBatch {
  const progress = { what: 'commits' as const, done: facts.length, total: facts.length };
  return { facts, known: 'keep', cursor: aCursor(commit), progress };
}

describe('learning a repository', () => {
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
    queued = [];
    await store().forgetRepository(ref);
  });

  const store = () => createStore(database.pool);
  const worker = () => repositoryModels({ store: store(), log, keep: 2 });
  const queue = { add: async (job: Job) => void (job.kind === 'digest' || queued.push(job)) };
  /** Everybody whom a model knows, by name: who comes first is the ranking's business. */
  const who = async (models: ReturnType<typeof worker>) =>
    (await models.of(ref))
      .reviewers(
        { ...emptyTask, type: 'change', files: [{ path: 'src/cache/shard.ts', added: 1, deleted: 1 }] },
        { at: AT, k: 5 },
      )
      .map(({ login }) => login)
      .toSorted();

  function run(kind: 'learn' | 'forget', models = worker(), progress: LearnPorts['progress'] = () => undefined) {
    const ports = { github, store: store(), models, queue, clock: () => new Date(AT), log, webUrl: '' };
    const job: Job = { kind, id: `learn-${runs++}`, repository: ref };
    return handle(job, { ...ports, progress, feeds: fakeFeeds(), ...noDigests() });
  }

  it('keeps what it read and where it stopped', async () => {
    github.history = [aBatch([aChange('c1', 'ada')], 'c1'), aBatch([aChange('c2', 'bob')], 'c2')];

    await run('learn');

    expect(await store().readLearning(ref)).toBe('learnt');
    expect(await store().readHistoryCursor(ref)).toEqual(aCursor('c2'));
    expect(await who(worker())).toEqual(['ada', 'bob']);
    expect(await store().readSnapshot(ref)).not.toBeNull();
  });

  it.each([
    ['was read', async function* () {}],
    [
      'could not be read',
      async function* (): AsyncGenerator<HistoryBatch> {
        yield aBatch([aChange('c1', 'ada')], 'c1');
        throw new Error('GitHub is down');
      },
    ],
  ])('has the feeds looked at once the history %s', async (_, readHistory) => {
    github.readHistory = readHistory;

    await run('learn').catch(() => undefined);

    expect(queued).toContainEqual(expect.objectContaining({ kind: 'feeds', repository: ref, again: false }));
  });

  it('keeps what it read before it failed, says so, and fails the job so that it is tried again', async () => {
    github.readHistory = async function* () {
      yield aBatch([aChange('c1', 'ada')], 'c1');
      throw new Error('GitHub is down');
    };

    await expect(run('learn')).rejects.toThrow('GitHub is down');

    expect(await store().readLearning(ref)).toBe('failed');
    expect(await store().readHistoryCursor(ref)).toEqual(aCursor('c1'));
    expect(await who(worker())).toEqual(['ada']);
  });

  it('waits, neither failed nor finished, where GitHub has no room for it', async () => {
    const steps: (LearningStep | null)[] = [];
    github.readHistory = async function* () {
      yield aBatch([aChange('c1', 'ada')], 'c1');
      throw new PutOffError('later', 60_000);
    };

    const result = await run('learn', worker(), (_, step) => void steps.push(step));

    expect(result).toEqual({ done: false, againInMs: 60_000 });
    expect(await store().readLearning(ref)).toBe('running');
    expect(await store().readHistoryCursor(ref)).toEqual(aCursor('c1'));
    expect(steps).toEqual([
      { what: 'commits', done: 1, total: 1 },
      { what: 'pause', ms: 60_000 },
    ]);
  });

  it('lets two workers agree, whichever learnt first', async () => {
    const [one, two] = [worker(), worker()];
    await store().addFacts(ref, [aChange('c1', 'ada')], 'replace');
    await one.of(ref);
    await store().addFacts(ref, [aChange('c2', 'bob'), aChange('c3', 'bob')], 'replace');

    const snapshots = [(await one.of(ref)).snapshot(), (await two.of(ref)).snapshot()];

    expect(snapshots[0]).toEqual(snapshots[1]);
    expect(await who(one)).toEqual(['ada', 'bob']);
  });

  it('forgets in every worker when the repository leaves', async () => {
    const other = worker();
    await store().addFacts(ref, [aChange('c1', 'ada')], 'replace');
    await other.of(ref);

    await run('forget');
    await store().markPresent(ref);
    await store().addFacts(ref, [aChange('c2', 'bob')], 'replace');

    expect(await who(other)).toEqual(['bob']);
  });

  it('is asked for at the start where the app was installed while nobody listened', async () => {
    const known = { ...ref, repo: 'known' };
    github.installed = [ref, known];
    await store().saveLearning(known, 'learnt');

    await learnInstalled('start', { github, store: store(), queue, log });

    expect(queued).toEqual([{ kind: 'learn', id: 'start/acme/engine', repository: ref }]);
  });

  it('reads files of the repository anew after a push', async () => {
    const forgotten: string[] = [];
    github.forgetCached = ({ repo }) => void forgotten.push(repo ?? '');

    await accept(aDelivery({ event: 'push', action: '', thread: null, branch: 'main' }), { queue, github, log });
    await accept(aDelivery(), { queue, github, log });

    expect(forgotten).toEqual(['engine']);
    expect(queued.map(({ kind }) => kind)).toEqual(['learn', 'triage']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/domain/delivery.ts';
import { createStore } from '../../src/store/open-store.ts';
import { accept } from '../../src/triage/accept.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job } from '../../src/triage/job.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { aDelivery } from '../fakes/deliveries.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aComment, aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const repository = { installationId: 7, owner: 'Acme', repo: 'engine' };

describe('a delivery that is made again', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  /** What GitHub was asked, by name. */
  let asked: string[];
  beforeAll(async () => {
    database = await openTestDatabase();
    await store().repositorySince(repository);
    await store().saveLearning(repository, 'learnt');
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    asked = [];
    github = fakeGitHub();
    github.labels = ['bug'];
    github.triagers.add('mara');
    github.threads.set('acme/engine#5', aReading({ time: new Date().toISOString(), title: 'It leaks' }));
    github.written.set('IC_1', aComment({ id: 'IC_1', body: '/commscore label bug' }));
    for (const name of ['readThread', 'readComment', 'react', 'apply', 'upsertComment'] as const) {
      const ask = github[name] as (...given: unknown[]) => unknown;
      Object.assign(github, {
        [name]: (...given: unknown[]) => {
          asked.push(name);
          return ask(...given);
        },
      });
    }
  });

  const store = () => createStore(database.pool);

  /** Takes it in and does all that it asks for. */
  async function arrive(delivery: Delivery): Promise<string[]> {
    const jobs: Job[] = [];
    const queue = { add: async (job: Job) => void jobs.push(job) };
    await accept(delivery, { queue, github, log });
    const models = repositoryModels({ store: store(), log, keep: 1 });
    const ports = { github, store: store(), models, queue, clock: () => new Date(), log, webUrl: 'https://github.com' };
    for (const job of [...jobs])
      await handle(job, { ...ports, progress: () => undefined, feeds: fakeFeeds(), ...noDigests() });
    return jobs.map(({ kind }) => kind);
  }

  it.each([
    ['of an opened issue', aDelivery({ id: 'guid-issue' }), ['triage', 'measure'], 'upsertComment'],
    [
      'of a command',
      aDelivery({
        id: 'guid-command',
        event: 'issue_comment',
        action: 'created',
        comment: { id: 'IC_1', command: true },
        sender: { login: 'mara', bot: false },
      }),
      ['command', 'observe', 'measure'],
      'apply',
    ],
  ])('%s is done once, and the second time GitHub is asked nothing', async (_title, delivery, kinds, act) => {
    expect(await arrive(delivery)).toEqual(kinds);
    expect(asked.filter((name) => name === act)).toEqual([act]);
    asked = [];

    expect(await arrive({ ...delivery })).toEqual(kinds.filter((kind) => kind !== 'measure'));

    expect(asked).toEqual([]);
  });

  it('is forgotten only after 30 days', async () => {
    await arrive(aDelivery({ id: 'guid-old' }));
    const age = (days: number) =>
      database.pool.query('update commscore.jobs_done set done_at = now() - make_interval(days => $1)', [days]);

    await age(29);
    expect(await store().wasDone('guid-old')).toBe(true);
    await age(31);
    expect(await store().wasDone('guid-old')).toBe(false);
  });
});

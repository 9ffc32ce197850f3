import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { slotOf } from '../../src/community/digest-period.ts';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { retellDigests, startDigests } from '../../src/triage/digest-later.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job, JobResult } from '../../src/triage/job.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { type FakeSchedules, fakeSchedules } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const ref: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const SLOT = slotOf('acme/engine', 6);
const MINUTE = String(SLOT % 60).padStart(2, '0');
/** Wednesday. */
const INSTALLED = '2026-11-18T12:00:00Z';
const MONDAY = `2026-11-23T06:${MINUTE}:00Z`;
const NEXT_MONDAY = `2026-11-30T06:${MINUTE}:00Z`;
const URL_OF_IT = 'https://github.com/acme/engine/issues/9';

function opened(id: string, time: string, over: Partial<ThreadFact> = {}): ThreadFact {
  const text = { title: 'It leaks', body: '', labels: [], participants: [] };
  const end = { state: 'open', closedAt: null, outcome: null } as const;
  return { kind: 'thread', type: 'issue', id, time, author: 'kai', assignees: [], ...text, ...end, ...over };
}

describe('the digest', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let schedules: FakeSchedules;
  let queued: Job[];
  let now: string;
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    schedules = fakeSchedules();
    queued = [];
    now = INSTALLED;
    for (const table of ['people', 'former_names', 'repositories']) {
      await database.pool.query(`delete from commscore.${table}`);
    }
    await store().addFacts(
      ref,
      [
        opened('1', '2025-01-01T00:00:00Z', { author: 'old' }),
        opened('2', '2026-11-19T00:00:00Z'),
        opened('3', '2026-11-25T00:00:00Z', { author: 'lia' }),
        opened('4', '2026-11-26T00:00:00Z', { author: 'lia', state: 'closed', closedAt: '2026-11-27T00:00:00Z' }),
      ],
      'replace',
    );
    await store().saveLearning(ref, 'learnt');
  });

  const store = () => createStore(database.pool);
  const queue = { add: async (job: Job) => void (job.kind === 'digest' && queued.push(job)) };
  const ports = () => ({
    ...{ github, store: store(), models: repositoryModels({ store: store(), log, keep: 1 }), queue, log },
    ...{ clock: () => new Date(now), webUrl: 'https://github.com', progress: () => undefined, feeds: fakeFeeds() },
    ...{ schedules, digestHour: 6 },
  });

  const look = (at: string, over: Partial<Extract<Job, { kind: 'digest' }>> = {}): Promise<JobResult> => {
    now = at;
    return handle({ kind: 'digest', id: `digest-test-${runs++}`, repository: ref, ...over }, ports());
  };
  const community = (given: Partial<RepositoryConfig['community']>) => {
    github.config = { ...github.config, community: { ...defaultConfig.community, ...given } };
  };
  const outcomes = async () =>
    (await store().readDigests(ref, { cadence: null, limit: 10 })).map(({ digest, outcome }) => [
      digest.period.from,
      outcome,
    ]);

  it('is scheduled as often as configured, and follows what the configuration says', async () => {
    const key = 'digest acme/engine';
    await look(INSTALLED);
    expect(schedules.put.get(key)).toMatchObject({ pattern: `${SLOT % 60} 6 * * 1`, job: { repository: ref } });

    community({ digest: 'monthly' });
    await look(INSTALLED);
    expect(schedules.put.get(key)?.pattern).toBe(`${SLOT % 60} 6 1 * *`);

    community({ digest: 'off' });
    await look(MONDAY);
    expect(schedules.put.size).toBe(0);
    expect(github.digests).toEqual([]);
  });

  it('tells of no time before it was asked for, and then of each week once', async () => {
    await look(INSTALLED);
    expect(await outcomes()).toEqual([]);

    for (let times = 0; times < 3; times++) await look(MONDAY);

    expect(await outcomes()).toEqual([['2026-11-16', 'created']]);
    expect(github.digests).toHaveLength(1);
    expect(github.digests[0]?.body).toContain('### Week of 16–22 November 2026\n\n1 issue opened.');
    expect(github.digests[0]?.body).toContain('Welcome, [`kai`](https://github.com/kai) ([#2]');
  });

  it('edits the same thread the next week, and keeps the week before in a line', async () => {
    await look(INSTALLED);
    await look(MONDAY);
    github.digestWritten = { outcome: 'updated', thread: { type: 'issue', number: 9, url: URL_OF_IT } };
    await look(NEXT_MONDAY);

    expect(await outcomes()).toEqual([
      ['2026-11-23', 'updated'],
      ['2026-11-16', 'created'],
    ]);
    const [, second] = github.digests;
    expect(second?.wanted.thread).toEqual({ type: 'issue', number: 9, url: URL_OF_IT });
    expect(second?.body).toContain('| Opened | 2 | 1 |');
    expect(second?.body).toContain('| Week of 16–22 November 2026 | 1 | 0 | 1 |');
  });

  it('makes up for what was missed by one digest, the latest', async () => {
    await look(INSTALLED);
    await look('2026-12-20T00:00:00Z');

    expect(await outcomes()).toEqual([['2026-12-07', expect.anything()]]);
  });

  it('writes what was made but not written, and measures it no second time', async () => {
    await look(INSTALLED);
    const { writeDigest } = github;
    github.writeDigest = () => Promise.reject(new Error('GitHub is away'));
    await expect(look(MONDAY)).rejects.toThrow('GitHub is away');
    expect(await outcomes()).toEqual([['2026-11-16', null]]);
    await store().addFacts(ref, [opened('5', '2026-11-20T00:00:00Z')], 'replace');

    github.writeDigest = writeDigest;
    await look(MONDAY);

    expect(github.digests[0]?.body).toContain('1 issue opened.');
    expect(await outcomes()).toEqual([['2026-11-16', 'created']]);
  });

  it('waits until the history is read', async () => {
    await look(INSTALLED);
    await store().saveLearning(ref, 'running');

    expect(await look(MONDAY)).toEqual({ done: false, againInMs: 600_000 });
    expect(github.digests).toEqual([]);
  });

  it('keeps what it would say in shadow mode, and writes nothing', async () => {
    github.config = { ...github.config, mode: 'shadow' };
    await look(INSTALLED);
    await look(MONDAY);

    expect(github.digests).toEqual([]);
    expect(await outcomes()).toEqual([['2026-11-16', 'shadow']]);
  });

  it('opens nothing where nothing happened', async () => {
    await database.pool.query(`update commscore.facts set body = null`);
    await look(INSTALLED);
    await look(MONDAY);

    expect(github.digests).toEqual([]);
    expect(await outcomes()).toEqual([['2026-11-16', 'nothing']]);
  });

  it('respects that people closed it until the configuration asks anew, for which it does not take the closed one', async () => {
    await look(INSTALLED);
    await look(MONDAY);
    github.digestWritten = { outcome: 'closed' };
    await look(NEXT_MONDAY);
    expect(await store().readDigestPlace(ref)).toMatchObject({ silence: 'closed', thread: { number: 9 } });

    community({ digest: 'monthly' });
    await look('2026-12-01T00:00:00Z');

    expect(await store().readDigestPlace(ref)).toMatchObject({ silence: null, thread: null, cadence: 'monthly' });
    await look('2027-01-01T07:00:00Z');
    expect(github.digests.at(-1)?.wanted.thread).toBeNull();
  });

  it('speaks again where it was opened again', async () => {
    await look(INSTALLED);
    await look(MONDAY);
    github.digestWritten = { outcome: 'closed' };
    await look(NEXT_MONDAY);
    github.digestWritten = { outcome: 'updated', thread: { type: 'issue', number: 9, url: URL_OF_IT } };
    await look('2026-12-07T08:00:00Z');

    expect(await store().readDigestPlace(ref)).toMatchObject({ silence: null });
  });

  it('says where it may not write, and tries again the next time', async () => {
    github.digestWritten = { outcome: 'not-permitted' };
    await look(INSTALLED);
    await look(MONDAY);
    expect(await store().readDigestPlace(ref)).toMatchObject({ silence: 'not-permitted', thread: null });
    github.digestWritten = { outcome: 'created', thread: { type: 'issue', number: 9, url: URL_OF_IT } };
    await look(NEXT_MONDAY);

    expect(await outcomes()).toEqual([
      ['2026-11-23', 'created'],
      ['2026-11-16', 'not-permitted'],
    ]);
  });

  it('says that it stands in an issue where a discussion was wanted', async () => {
    community({ digestTo: 'discussion' });
    await look(INSTALLED);
    await look(MONDAY);

    const wanted = github.digests[0]?.wanted;
    expect(wanted?.body('discussion')).not.toContain('switched off here');
    expect(wanted?.body('issue')).toContain('Discussions are switched off here, so this is an issue.');
  });

  it('takes the name of whoever opts out from what was told, and from the thread', async () => {
    await look(INSTALLED);
    await look(MONDAY);
    expect(github.digests[0]?.body).toContain('`kai`');
    await store().savePerson('acme', 'Kai', { optedOut: true });
    await retellDigests('opt-out', [ref], { queue });

    for (const job of queued.splice(0)) await handle(job, ports());

    expect(github.digests).toHaveLength(2);
    expect(github.digests[1]?.body).not.toContain('kai');
    expect(JSON.stringify(await store().readDigests(ref, { cadence: null, limit: 1 }))).not.toContain('kai');
  });

  it('looks at a start for what was missed, and at nothing else', async () => {
    const start = async (at: string) => {
      now = at;
      await startDigests(`start-${runs++}`, ports());
      return queued.splice(0).map(({ kind }) => kind);
    };
    expect(await start(INSTALLED)).toEqual(['digest']);
    await look(INSTALLED);
    schedules.put.clear();

    expect(await start('2026-11-22T00:00:00Z')).toEqual([]);
    expect(schedules.put.size).toBe(1);
    expect(await start(MONDAY)).toEqual(['digest']);
    await look(MONDAY);
    expect(await start('2026-11-29T00:00:00Z')).toEqual([]);
  });

  it('is looked at after learning, and its schedule ends with the repository', async () => {
    now = INSTALLED;
    await handle({ kind: 'learn', id: `learn-${runs++}`, repository: ref }, ports());
    expect(queued).toMatchObject([{ kind: 'digest', repository: ref }]);
    for (const job of queued.splice(0)) await handle(job, ports());
    expect(schedules.put.size).toBe(1);

    await handle({ kind: 'forget', id: `forget-${runs++}`, repository: ref }, ports());

    expect(schedules.put.size).toBe(0);
  });

  it('ranks nobody unless the configuration says so', async () => {
    await look(INSTALLED);
    await store().addFacts(
      ref,
      [
        {
          ...{ kind: 'change', id: 'c1', time: '2026-11-19T00:00:00Z', author: 'ann', reviewers: ['bob'] },
          ...{ files: [], title: 'Start', body: '' },
        },
      ],
      'replace',
    );
    await look(MONDAY);
    expect(github.digests[0]?.body).not.toContain('`bob`');

    await database.pool.query('delete from commscore.digests');
    community({ rankings: true });
    await look(MONDAY);

    expect(github.digests[1]?.body).toContain('### Who helped most');
    expect(github.digests[1]?.body).toContain('| [`bob`](https://github.com/bob) | 1 | 0 | 0 |');
  });
});

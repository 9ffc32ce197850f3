import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import type { RepositoryRef, ThreadRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { handle } from '../../src/triage/handle.ts';
import type { Job } from '../../src/triage/job.ts';
import { measure } from '../../src/triage/measure.ts';
import { measuredParts } from '../../src/triage/measured-parts.ts';
import { repositoryModels } from '../../src/triage/models.ts';
import { aCursor } from '../fakes/cursors.ts';
import { fakeFeeds } from '../fakes/feeds.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';
import { noDigests } from '../fakes/schedules.ts';
import { silentLog as log } from '../fakes/silent-log.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

const engine: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'engine' };
const thread: ThreadRef = { ...engine, type: 'issue', number: 5 };
const MINUTES = 60_000;

function aThread(id: string, over: Partial<ThreadFact> = {}): ThreadFact {
  const text = { title: 'It leaks', body: '' };
  const people = { author: 'ann', assignees: ['bo'], participants: [], labels: [] };
  const end = { state: 'open', closedAt: null, outcome: null } as const;
  return { kind: 'thread', type: 'issue', id, time: '2026-05-01T00:00:00Z', ...text, ...people, ...end, ...over };
}

describe('measuring', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let github: FakeGitHub;
  let queued: { job: Job; key: string; delayMs: number }[];
  let now: string;
  let runs = 0;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    github = fakeGitHub();
    queued = [];
    now = '2026-06-01T00:00:00.000Z';
    for (const table of ['people', 'former_names', 'repositories']) {
      await database.pool.query(`delete from commscore.${table}`);
    }
  });

  const store = () => createStore(database.pool);
  const queue = {
    add: async (job: Job, { key, delayMs }: { key: string; delayMs: number }) => {
      if (job.kind === 'measure') queued.push({ job, key, delayMs });
    },
  };
  const models = () => repositoryModels({ store: store(), log, keep: 1 });
  const ports = () => ({
    ...{ github, store: store(), models: models(), queue, clock: () => new Date(now), log, webUrl: '' },
    ...{ progress: () => undefined, feeds: fakeFeeds(), ...noDigests() },
  });

  type Asked = Job extends infer Kind ? (Kind extends Job ? Omit<Kind, 'id'> : never) : never;
  const run = (asked: Asked) => handle({ ...asked, id: `measure-test-${runs++}` } as Job, ports());
  const measureNow = () => run({ kind: 'measure', repository: engine });
  const health = async () => (await store().readMeasurement(engine, 'health'))?.body;
  const told = () => queued.map(({ key, delayMs }) => [key, delayMs]);

  async function learnt(...facts: ThreadFact[]): Promise<void> {
    const progress = { what: 'threads' as const, done: 1, total: 1 };
    github.history = [{ facts, known: 'replace', cursor: aCursor('c1'), progress }];
    await run({ kind: 'learn', repository: engine });
  }

  it('follows at once when the history is read for the first time, and later after what is new', async () => {
    github.threads.set('acme/engine#5', aReading());
    await run({ kind: 'observe', thread });
    expect(told()).toEqual([]);

    await learnt(aThread('5'));
    expect(told()).toEqual([['measure now acme/engine', 0]]);
    await measureNow();
    expect(await health()).toMatchObject({ threads: { open: 1 }, load: { people: [{ login: 'bo', open: 1 }] } });

    queued = [];
    await run({ kind: 'observe', thread });
    await learnt(aThread('6'));
    expect(told()).toEqual(Array(2).fill(['measure acme/engine', 10 * MINUTES]));
  });

  it('tells nothing of a history of which only a part is read', async () => {
    await store().addFacts(engine, [aThread('5')], 'keep');
    await store().saveLearning(engine, 'running');
    await measureNow();
    expect(await health()).toBeUndefined();

    await store().saveLearning(engine, 'failed');
    await measureNow();
    expect(await health()).toMatchObject({ threads: { open: 1 } });
  });

  it('goes on with what is known while more of it is read', async () => {
    await learnt(aThread('5'));
    await measureNow();
    await store().addFacts(engine, [aThread('6')], 'keep');
    await store().saveLearning(engine, 'running');
    now = '2026-06-01T01:00:00.000Z';
    await measureNow();

    expect(await health()).toMatchObject({ threads: { open: 2 } });
  });

  it('is done every day, since silence grows, and where something else was learnt', async () => {
    await learnt(aThread('5'));
    const hour = async (time: string) => {
      now = time;
      queued = [];
      await run({ kind: 'redeliver', again: false });
      return told();
    };
    const today = new Date();
    const hoursOn = (hours: number) => new Date(today.getTime() + hours * 60 * MINUTES).toISOString();
    now = hoursOn(1);
    await measureNow();

    expect(await hour(hoursOn(24))).toEqual([]);
    expect(await hour(hoursOn(26))).toEqual([['measure now acme/engine', 0]]);
  });

  function exclude(login: string): void {
    github.config = { ...github.config, people: { ...github.config.people, exclude: [login] } };
  }

  it.each([
    ['opts out', () => store().savePerson('acme', 'bo', { optedOut: true })],
    ['is excluded', async () => exclude('Bo')],
  ])('names nobody who %s', async (_, leave) => {
    await learnt(aThread('5'));
    await leave();
    await measureNow();

    expect(JSON.stringify(await health())).not.toContain('"bo"');
    expect(await health()).toMatchObject({ threads: { open: 1 } });
  });

  it('forgets at once what it told of a person who is forgotten, and begins anew', async () => {
    await learnt(aThread('5'));
    await measureNow();
    queued = [];

    await run({ kind: 'forget-person', owner: 'acme', login: 'Bo' });

    expect(await health()).toBeUndefined();
    expect(told()).toEqual([['measure now acme/engine', 0]]);
    await measureNow();
    expect(await health()).toMatchObject({ load: { people: [] } });
  });

  it('keeps nothing that it read before somebody was forgotten', async () => {
    await learnt(aThread('5'));
    const readPeople = async (owner: string) => {
      await run({ kind: 'forget-person', owner, login: 'bo' });
      return store().readPeople(owner);
    };
    const slow = { ...store(), readPeople };

    await measure({ kind: 'measure', id: 'slow', repository: engine }, { ...ports(), store: slow });

    expect(await health()).toBeUndefined();
  });

  it('tells soon that a thread is gone', async () => {
    await learnt(aThread('5'), aThread('6'));
    await measureNow();
    queued = [];

    await run({ kind: 'forget-thread', thread });
    await measureNow();

    expect(told()).toEqual([['measure soon acme/engine', MINUTES]]);
    expect(await health()).toMatchObject({ threads: { open: 1 } });
  });

  it('makes the other parts where one cannot be made', async () => {
    await learnt(aThread('5'));
    const failing: string[] = [];
    const told = { ...log, error: ({ part }: { part?: string }) => void failing.push(part ?? '') };
    const generators = {
      ...measuredParts,
      *health(): ReturnType<typeof measuredParts.health> {
        yield;
        throw new Error('a number is missing');
      },
    };

    await measure({ kind: 'measure', id: 'half', repository: engine }, { ...ports(), log: told }, generators);

    expect(failing).toEqual(['health']);
    expect(await health()).toBeUndefined();
    expect(await store().measuredAt(engine, 'activity')).toBe(now);
  });

  it('lets other work go on meanwhile', async () => {
    await learnt(...Array.from({ length: 2_500 }, (_, at) => aThread(`${at}`, { author: `p${at % 50}` })));
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    const steps = { made: 0 };
    const generators = {
      ...measuredParts,
      *health(...[input]: Parameters<typeof measuredParts.health>): ReturnType<typeof measuredParts.health> {
        const before = turns;
        const part = yield* measuredParts.health(input);
        steps.made = turns - before;
        return part;
      },
    };

    await measure({ kind: 'measure', id: 'long', repository: engine }, ports(), generators);
    isOver = true;

    expect(steps.made).toBeGreaterThan(3);
  }, 60_000);
});

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { JobQueue, Lane, Outcome } from '../../src/queue/job-queue.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { type QueueTiming, queueTiming } from '../../src/queue/queue-timing.ts';
import { eventually } from '../fakes/eventually.ts';
import { crashTwice } from './crash.ts';
import { type OpenPlace, type Outage, openPlace, type Place } from './place.ts';

interface TestJob {
  kind: string;
  name: string;
  lane?: Lane;
}

const quick: QueueTiming = { ...queueTiming, attempts: 3, firstRetryMs: 20 };
const finished: Outcome = { done: true };

/** What every place to keep jobs in must do; `place` is asked when the tests run. */
export function queueContract(place: () => Place, outage: (() => Outage) | null): void {
  let opened: OpenPlace;
  let open: JobQueue<TestJob>[] = [];
  let complaints: string[] = [];
  beforeAll(async () => {
    opened = await openPlace(place());
    // Each queue listens to the errors of the pool that it shares; here they are many.
    opened.pool.setMaxListeners(0);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(open.map((queue) => queue.close()));
    open = [];
    complaints = [];
  });
  afterAll(() => opened.close());

  async function aQueue(timing = quick): Promise<JobQueue<TestJob>> {
    const queue = await openQueue<TestJob>({
      ...opened,
      laneOf: (job) => job.lane ?? 'triage',
      timing,
      log: {
        info: () => undefined,
        warn: (_, sentence) => complaints.push(sentence),
        error: (_, sentence) => complaints.push(sentence),
      },
    });
    open.push(queue);
    return queue;
  }

  /** Runs jobs and remembers their names; `behave` says how they end. */
  async function run(queue: JobQueue<TestJob>, behave: (name: string, time: number) => Promise<Outcome> | Outcome) {
    const names: string[] = [];
    const handle = async ({ name }: TestJob) => {
      names.push(name);
      return behave(name, names.filter((other) => other === name).length);
    };
    await queue.work(handle, { triage: 3, background: 1 });
    return names;
  }

  const aJob = (name: string, lane?: Lane): TestJob => ({
    kind: 'test',
    name,
    ...(lane === undefined ? {} : { lane }),
  });
  const isIdle = async (queue: JobQueue<TestJob>) => {
    const { triage, background } = await queue.counts();
    return [triage, background].every((lane) => lane.waiting + lane.delayed + lane.active === 0);
  };

  it('has kept a job when the adding is over, for whoever works', async () => {
    const adding = await aQueue();
    await adding.add(aJob('kept'), { key: 'kept', delayMs: 0 });
    expect((await adding.counts()).triage.waiting).toBe(1);

    const working = await aQueue();
    const names = await run(working, () => finished);

    await eventually('the job was run', () => isIdle(working));
    expect(names).toEqual(['kept']);
  });

  it('tries a job that fails again', async () => {
    const queue = await aQueue();
    const names = await run(queue, (_, time) => {
      if (time < 3) throw new Error('the weather');
      return finished;
    });

    await queue.add(aJob('flaky'), { key: 'flaky', delayMs: 0 });

    await eventually('it succeeded', async () => names.length === 3 && (await isIdle(queue)));
    expect(complaints).toEqual(['job failed, it is tried again', 'job failed, it is tried again']);
  });

  it('keeps a job that failed for good, and takes its key again', async () => {
    const queue = await aQueue();
    const failedBefore = (await queue.counts()).triage.failed;
    const names = await run(queue, (name) => {
      if (name === 'hopeless') throw new Error('always');
      return finished;
    });

    await queue.add(aJob('hopeless'), { key: 'one', delayMs: 0 });
    await eventually('it was given up', async () => (await queue.counts()).triage.failed === failedBefore + 1);
    await queue.add(aJob('better'), { key: 'one', delayMs: 0 });

    await eventually('the next was run', () => names.includes('better'));
    expect(names).toEqual(['hopeless', 'hopeless', 'hopeless', 'better']);
    expect(complaints).toContain('job failed for good');
  });

  it('does not try a job again that says it is of no use', async () => {
    const queue = await aQueue();
    const failedBefore = (await queue.counts()).triage.failed;
    const names = await run(queue, () => {
      throw Object.assign(new Error('never'), { name: 'UnrecoverableError' });
    });

    await queue.add(aJob('useless'), { key: 'useless', delayMs: 0 });

    await eventually('it was given up', async () => (await queue.counts()).triage.failed === failedBefore + 1);
    expect(names).toEqual(['useless']);
  });

  it.each([
    ['waiting', 0],
    ['delayed', 300],
  ])('folds a job into one of its key that is %s', async (_, delayMs) => {
    const queue = await aQueue();
    for (const name of ['first', 'second', 'third']) await queue.add(aJob(name), { key: 'folded', delayMs });
    await queue.add(aJob('other'), { key: 'other', delayMs });

    const names = await run(queue, () => finished);

    await eventually('all were run', async () => names.length > 1 && (await isIdle(queue)));
    expect(names.toSorted()).toEqual(['first', 'other']);
  });

  it('runs the latest of those that were added while one of their key ran, and only that', async () => {
    const queue = await aQueue();
    const gate = aGate();
    const names = await run(queue, async (name) => {
      if (name === 'first') await gate.passed;
      return finished;
    });
    await queue.add(aJob('first'), { key: 'busy', delayMs: 0 });
    await eventually('the first runs', () => names.length === 1);

    for (let n = 1; n <= 10; n++) await queue.add(aJob(`edit ${n}`), { key: 'busy', delayMs: 0 });
    gate.open();

    await eventually('all were run', async () => names.length > 1 && (await isIdle(queue)));
    expect(names).toEqual(['first', 'edit 10']);
  });

  it('starts a delayed job when its time has come, also one that was added while its key ran', async () => {
    const queue = await aQueue();
    const startedAt: number[] = [];
    const gate = aGate();
    await run(queue, async (name) => {
      startedAt.push(Date.now());
      if (name === 'first') await gate.passed;
      return finished;
    });
    const addedAt = Date.now();
    await queue.add(aJob('first'), { key: 'patient', delayMs: 200 });
    await eventually('the first runs', () => startedAt.length === 1);

    await queue.add(aJob('second'), { key: 'patient', delayMs: 300 });
    const openedAt = Date.now();
    gate.open();

    await eventually('the second ran', () => startedAt.length === 2);
    expect((startedAt[0] ?? 0) - addedAt).toBeGreaterThanOrEqual(195);
    expect((startedAt[1] ?? 0) - openedAt).toBeGreaterThanOrEqual(295);
  });

  it('runs a job again that says it is too early, as often as it says so', async () => {
    const queue = await aQueue();
    const names = await run(queue, (_, time) => (time < 5 ? { done: false, againInMs: 30 } : finished));

    await queue.add(aJob('early'), { key: 'early', delayMs: 0 });

    await eventually('it was done', async () => names.length === 5 && (await isIdle(queue)));
    expect(complaints).toEqual([]);
  });

  it('folds into a job that will run again, and forgets none that came while it ran', async () => {
    const queue = await aQueue();
    const gate = aGate();
    const names = await run(queue, async (name, time) => {
      if (name !== 'early' || time > 1) return finished;
      await gate.passed;
      return { done: false, againInMs: 400 };
    });
    await queue.add(aJob('early'), { key: 'again', delayMs: 0 });
    await eventually('it runs', () => names.length === 1);

    await queue.add(aJob('meanwhile'), { key: 'again', delayMs: 0 });
    gate.open();
    await eventually('it is put off', async () => (await queue.counts()).triage.delayed === 1);
    await queue.add(aJob('folded'), { key: 'again', delayMs: 0 });

    await eventually('all were run', async () => names.length > 1 && (await isIdle(queue)));
    expect(names).toEqual(['early', 'early', 'meanwhile']);
  });

  it('does not let background work keep triage waiting', async () => {
    const queue = await aQueue();
    const gate = aGate();
    const names = await run(queue, async (name) => {
      if (name.startsWith('history')) await gate.passed;
      return finished;
    });
    for (const n of [1, 2, 3, 4, 5]) {
      await queue.add(aJob(`history ${n}`, 'background'), { key: `history ${n}`, delayMs: 0 });
    }
    await eventually('history is read', () => names.length === 1);

    for (const n of [1, 2, 3, 4]) await queue.add(aJob(`live ${n}`), { key: `live ${n}`, delayMs: 0 });

    await eventually('triage was done', () => names.filter((name) => name.startsWith('live')).length === 4);
    expect((await queue.counts()).background).toMatchObject({ active: 1, waiting: 4 });
    gate.open();
    await eventually('all were run', () => isIdle(queue));
    expect(names.filter((name) => name.startsWith('history'))).toHaveLength(5);
  });

  it('waits for jobs that run when it is closed, and starts no further one', async () => {
    const queue = await aQueue();
    const gate = aGate();
    const names = await run(queue, async (name) => {
      if (name.startsWith('slow')) await gate.passed;
      return finished;
    });
    for (const n of [1, 2, 3]) await queue.add(aJob(`slow ${n}`), { key: `slow ${n}`, delayMs: 0 });
    await eventually('three run', () => names.length === 3);
    await queue.add(aJob('left'), { key: 'left', delayMs: 0 });

    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    open = [];
    expect(closed).toBe(false);
    gate.open();
    await closing;

    expect(names).toEqual(['slow 1', 'slow 2', 'slow 3']);
    const next = await aQueue();
    expect((await next.counts()).triage).toMatchObject({ active: 0, waiting: 1 });
    const rest = await run(next, () => finished);
    await eventually('the rest was run', async () => rest.length === 1 && (await isIdle(next)));
  });

  it('waits no longer than closing may take, and gives back what still runs', async () => {
    const queue = await aQueue({ ...quick, closeMs: 50 });
    const names = await run(queue, () => new Promise(() => undefined));
    await queue.add(aJob('endless'), { key: 'endless', delayMs: 0 });
    await eventually('it runs', () => names.length === 1);

    await queue.close();
    open = [];

    expect(complaints).toEqual(['closing the queue took too long, jobs that still run are given back']);
    const next = await aQueue();
    const again = await run(next, () => finished);
    await eventually('it was run again', async () => again.length === 1 && (await isIdle(next)));
    expect(again).toEqual(['endless']);
  });

  if (outage !== null) {
    it('refuses jobs while its server is away, and goes on when it is back', async () => {
      const queue = await aQueue();
      const names = await run(queue, () => finished);
      await queue.ping();

      await outage().stop();
      await expect(queue.add(aJob('refused'), { key: 'refused', delayMs: 0 })).rejects.toThrow();
      await expect(queue.ping()).rejects.toThrow();
      await outage().start();

      await eventually('it answers', () => answers(queue));
      await queue.add(aJob('after'), { key: 'after', delayMs: 0 });
      await eventually('the job was run', () => names.includes('after'));
    });
  }

  it('loses no job when its process is killed', async () => {
    // The embedded database belongs to one process: from here on to those that are killed.
    await opened.close();
    opened.close = async () => undefined;
    await crashTwice(place());
  }, 180_000);
}

async function answers(queue: JobQueue<TestJob>): Promise<boolean> {
  try {
    await queue.ping();
    return true;
  } catch {
    return false;
  }
}

function aGate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

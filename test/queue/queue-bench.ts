import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { JobQueue, Lane, Outcome } from '../../src/queue/job-queue.ts';
import { openQueue } from '../../src/queue/open-queue.ts';
import { type QueueTiming, queueTiming } from '../../src/queue/queue-timing.ts';
import { type OpenPlace, openPlace, type Place } from './place.ts';

export interface TestJob {
  kind: string;
  name: string;
  lane?: Lane;
}

/** Opens queues in one place for the tests of a file, and closes them after each. */
export interface Bench {
  aQueue(timing?: QueueTiming): Promise<JobQueue<TestJob>>;
  /** What was logged in this test as a warning or an error. */
  complaints(): string[];
  /** Leaves the place to other processes; the last thing that is done. */
  leave(): Promise<void>;
}

export const quick: QueueTiming = { ...queueTiming, attempts: 3, firstRetryMs: 20 };

export const finished: Outcome = { done: true };

/** `place` is asked when the tests run. */
export function setUpBench(place: () => Place): Bench {
  let opened: OpenPlace | null = null;
  let queues: JobQueue<TestJob>[] = [];
  let complaints: string[] = [];
  const complain = (_: object, sentence: string) => complaints.push(sentence);

  async function leave(): Promise<void> {
    await opened?.close();
    opened = null;
  }

  beforeAll(async () => {
    opened = await openPlace(place());
    // Each queue listens to the errors of the pool that it shares; here they are many.
    opened.pool.setMaxListeners(0);
  }, 60_000);
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.close()));
    queues = [];
    complaints = [];
  });
  afterAll(leave);

  return {
    async aQueue(timing = quick) {
      if (opened === null) throw new Error('the place was left');
      const log = { info: () => undefined, warn: complain, error: complain };
      const queue = await openQueue<TestJob>({ ...opened, laneOf: (job) => job.lane ?? 'triage', timing, log });
      let closing: Promise<void> | null = null;
      const once = {
        ...queue,
        close() {
          closing ??= queue.close();
          return closing;
        },
      };
      queues.push(once);
      return once;
    },
    complaints: () => complaints,
    leave,
  };
}

/** Runs jobs and remembers their names; `behave` says how they end, `time` is 1 for the first run of a name. */
export async function run(
  queue: JobQueue<TestJob>,
  behave: (name: string, time: number) => Promise<Outcome> | Outcome,
): Promise<string[]> {
  const names: string[] = [];
  const handle = async ({ name }: TestJob) => {
    names.push(name);
    return behave(name, names.filter((other) => other === name).length);
  };
  await queue.work(handle, { triage: 3, background: 1 });
  return names;
}

export function aJob(name: string, lane?: Lane): TestJob {
  return { kind: 'test', name, ...(lane === undefined ? {} : { lane }) };
}

export async function isIdle(queue: JobQueue<TestJob>): Promise<boolean> {
  const { triage, background } = await queue.counts();
  return [triage, background].every((lane) => lane.waiting + lane.delayed + lane.active === 0);
}

export function aGate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

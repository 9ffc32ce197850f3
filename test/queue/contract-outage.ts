import { expect, it } from '@jest/globals';
import type { JobQueue } from '../../src/queue/job-queue.ts';
import { eventually } from '../fakes/eventually.ts';
import { crashTwice } from './crash.ts';
import type { Outage, Place } from './place.ts';
import { aJob, type Bench, finished, run, type TestJob } from './queue-bench.ts';

/** A server that goes away and comes back. */
export function outageContract(bench: Bench, outage: () => Outage): void {
  it('refuses jobs while its server is away, and goes on when it is back', async () => {
    const queue = await bench.aQueue();
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

/** A process that is killed; the last of the tests, since the place is left for it. */
export function crashContract(bench: Bench, place: () => Place): void {
  it('loses no job when its process is killed', async () => {
    // The embedded database belongs to one process: from here on to those that are killed.
    await bench.leave();
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

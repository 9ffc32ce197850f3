import { expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { aJob, type Bench, finished, isIdle, run } from './queue-bench.ts';

const LATER_MS = 2500;

/** What an operator sees of jobs that are not finished, and can do about those that failed. */
export function standingContract(bench: Bench): void {
  it('tells which jobs wait and which are put off, and until when', async () => {
    const queue = await bench.aQueue();
    const before = Date.now();
    await queue.add(aJob('next'), { key: 'next', delayMs: 0 });
    await queue.add(aJob('later'), { key: 'later', delayMs: LATER_MS });

    const jobs = (await queue.jobs(50)).filter(({ job }) => ['next', 'later'].includes(job.name));
    const [waiting, delayed] = jobs.toSorted((a, b) => b.job.name.localeCompare(a.job.name));

    expect(jobs).toHaveLength(2);
    expect(waiting).toMatchObject({ lane: 'triage', state: 'waiting', attempts: 0, nextAt: null, error: null });
    expect(delayed).toMatchObject({ job: aJob('later'), state: 'delayed', attempts: 0 });
    expect(delayed?.nextAt).toBeGreaterThanOrEqual(before + LATER_MS);
    expect(delayed?.nextAt).toBeLessThan(Date.now() + 2 * LATER_MS);

    await run(queue, () => finished);
    await eventually('both were run', () => isIdle(queue));
  });

  it('tells why a job failed, and runs it again from its first attempt', async () => {
    const queue = await bench.aQueue();
    let mended = false;
    const names = await run(queue, (name) => {
      if (name === 'broken' && !mended) throw new Error('the disk is full');
      return finished;
    });
    await queue.add(aJob('broken'), { key: 'broken', delayMs: 0 });
    const broken = async () =>
      (await queue.jobs(50)).find(({ job, state }) => job.name === 'broken' && state === 'failed');
    await eventually('it was given up', async () => (await broken()) !== undefined);

    const found = await broken();
    expect(found).toMatchObject({ lane: 'triage', attempts: 3, error: 'the disk is full', nextAt: null });
    mended = true;
    expect(await queue.retry('triage', found?.id ?? '')).toBe(true);

    await eventually('it was run again', async () => names.length === 4 && (await isIdle(queue)));
    expect(await broken()).toBeUndefined();
    expect(await queue.retry('triage', found?.id ?? '')).toBe(false);
  });

  it('runs nothing again that has not failed', async () => {
    const queue = await bench.aQueue();
    await queue.add(aJob('put off'), { key: 'put off', delayMs: LATER_MS });
    const found = (await queue.jobs(50)).find(({ job }) => job.name === 'put off');

    expect(await queue.retry('triage', found?.id ?? '')).toBe(false);
    expect(await queue.retry('triage', 'unknown')).toBe(false);
    const names = await run(queue, () => finished);
    await eventually('it was run in its time', () => names.includes('put off'));
  });
}

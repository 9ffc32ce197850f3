import { expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { aJob, type Bench, finished, isIdle, run } from './queue-bench.ts';

/** How a job is kept, tried again and given up. */
export function attemptsContract(bench: Bench): void {
  it('has kept a job when the adding is over, for whoever works', async () => {
    const adding = await bench.aQueue();
    await adding.add(aJob('kept'), { key: 'kept', delayMs: 0 });
    expect((await adding.counts()).triage.waiting).toBe(1);

    const working = await bench.aQueue();
    const names = await run(working, () => finished);

    await eventually('the job was run', () => isIdle(working));
    expect(names).toEqual(['kept']);
  });

  it('tries a job that fails again', async () => {
    const queue = await bench.aQueue();
    const names = await run(queue, (_, time) => {
      if (time < 3) throw new Error('the weather');
      return finished;
    });

    await queue.add(aJob('flaky'), { key: 'flaky', delayMs: 0 });

    await eventually('it succeeded', async () => names.length === 3 && (await isIdle(queue)));
    expect(bench.complaints()).toEqual(['job failed, it is tried again', 'job failed, it is tried again']);
  });

  it('keeps a job that failed for good, and takes its key again', async () => {
    const queue = await bench.aQueue();
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
    expect(bench.complaints()).toContain('job failed for good');
  });

  it('does not try a job again that says it is of no use', async () => {
    const queue = await bench.aQueue();
    const failedBefore = (await queue.counts()).triage.failed;
    const names = await run(queue, () => {
      throw Object.assign(new Error('never'), { name: 'UnrecoverableError' });
    });

    await queue.add(aJob('useless'), { key: 'useless', delayMs: 0 });

    await eventually('it was given up', async () => (await queue.counts()).triage.failed === failedBefore + 1);
    expect(names).toEqual(['useless']);
  });

  it('runs a job again that says it is too early, as often as it says so', async () => {
    const queue = await bench.aQueue();
    const names = await run(queue, (_, time) => (time < 5 ? { done: false, againInMs: 30.5 } : finished));

    await queue.add(aJob('early'), { key: 'early', delayMs: 0 });

    await eventually('it was done', async () => names.length === 5 && (await isIdle(queue)));
    expect(bench.complaints()).toEqual([]);
  });
}

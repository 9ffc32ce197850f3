import { expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { aGate, aJob, type Bench, finished, isIdle, run } from './queue-bench.ts';

/** What becomes of jobs that share a key, and when each is started. */
export function keysContract(bench: Bench): void {
  it.each([
    ['waiting', 0],
    ['delayed', 300],
  ])('folds a job into one of its key that is %s', async (_, delayMs) => {
    const queue = await bench.aQueue();
    for (const name of ['first', 'second', 'third']) await queue.add(aJob(name), { key: 'folded', delayMs });
    await queue.add(aJob('other'), { key: 'other', delayMs });

    const names = await run(queue, () => finished);

    await eventually('all were run', async () => names.length > 1 && (await isIdle(queue)));
    expect(names.toSorted()).toEqual(['first', 'other']);
  });

  it('runs the latest of those that were added while one of their key ran, and only that', async () => {
    const queue = await bench.aQueue();
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
    const queue = await bench.aQueue();
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

  it('folds into a job that will run again, and forgets none that came while it ran', async () => {
    const queue = await bench.aQueue();
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
}

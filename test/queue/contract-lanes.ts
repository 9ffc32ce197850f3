import { expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { aGate, aJob, type Bench, finished, isIdle, quick, run } from './queue-bench.ts';

/** Many jobs, two lanes, and closing. */
export function lanesContract(bench: Bench): void {
  it('runs many jobs that were added at once, each once and without a complaint', async () => {
    const queue = await bench.aQueue();
    const names = await run(queue, () => finished);
    const all = Array.from({ length: 300 }, (_, n) => `many ${n}`);

    await Promise.all(all.map((name) => queue.add(aJob(name), { key: name, delayMs: 0 })));

    await eventually('all were run', async () => names.length >= all.length && (await isIdle(queue)));
    expect(names.toSorted()).toEqual(all.toSorted());
    expect(bench.complaints()).toEqual([]);
  });

  it('does not let background work keep triage waiting', async () => {
    const queue = await bench.aQueue();
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
    const queue = await bench.aQueue();
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
    expect(closed).toBe(false);
    gate.open();
    await closing;

    expect(names).toEqual(['slow 1', 'slow 2', 'slow 3']);
    const next = await bench.aQueue();
    expect((await next.counts()).triage).toMatchObject({ active: 0, waiting: 1 });
    const rest = await run(next, () => finished);
    await eventually('the rest was run', async () => rest.length === 1 && (await isIdle(next)));
  });

  it('waits no longer than closing may take, and gives back what still runs', async () => {
    const queue = await bench.aQueue({ ...quick, closeMs: 50 });
    const names = await run(queue, () => new Promise(() => undefined));
    await queue.add(aJob('endless'), { key: 'endless', delayMs: 0 });
    await eventually('it runs', () => names.length === 1);

    await queue.close();

    expect(bench.complaints()).toEqual(['closing the queue took too long, jobs that still run are given back']);
    const next = await bench.aQueue();
    const again = await run(next, () => finished);
    await eventually('it was run again', async () => again.length === 1 && (await isIdle(next)));
    expect(again).toEqual(['endless']);
  });
}

import { expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { aJob, type Bench, finished, run } from './queue-bench.ts';

const EVERY_SECOND = '* * * * * *';
/** Not while a test runs. */
const NOT_NOW = '0 0 29 2 *';

/** Jobs that are added again and again, by a pattern of times. */
export function schedulesContract(bench: Bench): void {
  it('adds the job at each time of the pattern, in the lane that is its own', async () => {
    const queue = await bench.aQueue();
    const names = await run(queue, () => finished);

    await queue.schedule(aJob('weekly', 'background'), { key: 'each', pattern: EVERY_SECOND });

    await eventually('it ran three times', () => names.length >= 3);
    await queue.unschedule('each');
    expect(new Set(names)).toEqual(new Set(['weekly']));
    expect(bench.complaints()).toEqual([]);
  });

  it('keeps one schedule of a key, the latest, however often and by whomever it is put', async () => {
    const [one, other] = [await bench.aQueue(), await bench.aQueue()];
    const names = await run(one, () => finished);
    const others = await run(other, () => finished);
    const put = (pattern: string) =>
      Promise.all([one, other].map((queue) => queue.schedule(aJob('once'), { key: 'one', pattern })));
    await put(EVERY_SECOND);
    const startedAt = Date.now();
    await eventually('it ran three times', () => names.length + others.length >= 3);
    const seconds = Math.ceil((Date.now() - startedAt) / 1000);
    expect(names.length + others.length).toBeLessThanOrEqual(seconds + 1);

    await put(NOT_NOW);
    const before = names.length + others.length;
    await new Promise((resolve) => setTimeout(resolve, 2500));

    // One may have been on its way.
    expect(names.length + others.length).toBeLessThanOrEqual(before + 1);
    await one.unschedule('one');
  });

  it('makes up by one job for the times that passed while nobody worked, also where the schedule is put again', async () => {
    const queue = await bench.aQueue();
    await queue.schedule(aJob('missed'), { key: 'missed', pattern: EVERY_SECOND });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const later = await bench.aQueue();
    await later.schedule(aJob('missed'), { key: 'missed', pattern: EVERY_SECOND });
    const startedAt = Date.now();

    const names = await run(later, () => finished);

    await eventually('it ran', () => names.length >= 2);
    await later.unschedule('missed');
    expect(names.length).toBeLessThanOrEqual(Math.ceil((Date.now() - startedAt) / 1000) + 1);
  });

  it('ends a schedule, and is content where there is none', async () => {
    const queue = await bench.aQueue();
    await queue.schedule(aJob('ended'), { key: 'ended', pattern: EVERY_SECOND });
    await queue.unschedule('ended');
    await queue.unschedule('never there');

    const names = await run(queue, () => finished);
    await new Promise((resolve) => setTimeout(resolve, 1500));

    expect(names).toEqual([]);
  });

  it('does not count schedules among what waits', async () => {
    const queue = await bench.aQueue();
    await queue.schedule(aJob('quiet'), { key: 'quiet', pattern: NOT_NOW });

    expect((await queue.counts()).triage).toMatchObject({ waiting: 0, delayed: 0, active: 0 });
    await queue.unschedule('quiet');
  });
}

import { describe, expect, it } from '@jest/globals';
import { addTogether, type NewJob } from '../../src/queue/add-together.ts';
import { aGate } from './queue-bench.ts';

describe('adding jobs together', () => {
  it('adds at once what came while the first one was being added', async () => {
    const { sent, addAll, gate } = aDatabase();
    const add = addTogether(addAll, 1_000);

    const added = Promise.all(['a', 'b', 'c'].map((name) => add(aJob(name))));
    gate.open();
    await added;

    expect(sent).toEqual([['a'], ['b', 'c']]);
  });

  it('refuses only the job that cannot be added', async () => {
    const { addAll, gate } = aDatabase((names) => {
      if (names.includes('bad')) throw new Error('cannot be stored');
    });
    const add = addTogether(addAll, 1_000);

    const results = Promise.allSettled(['a', 'good', 'bad', 'fine'].map((name) => add(aJob(name))));
    gate.open();

    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes on after a statement that never ends', async () => {
    const { sent, addAll, gate } = aDatabase();
    gate.open();
    const add = addTogether((jobs) => (jobs[0]?.name === 'stuck' ? new Promise(() => undefined) : addAll(jobs)), 20);

    await expect(add(aJob('stuck'))).rejects.toThrow('in time');
    await add(aJob('next'));

    expect(sent).toEqual([['next']]);
  });
});

/** Takes the first statement only when the gate is open. */
function aDatabase(check: (names: string[]) => void = () => undefined) {
  const sent: string[][] = [];
  const gate = aGate();
  async function addAll(jobs: NewJob[]): Promise<void> {
    const names = jobs.map(({ name }) => name);
    sent.push(names);
    if (sent.length === 1) await gate.passed;
    check(names);
  }
  return { sent, addAll, gate };
}

function aJob(name: string): NewJob {
  return { name, data: {}, opts: { jobId: name } };
}

import { describe, expect, it } from '@jest/globals';
import { limitConcurrency } from '../../src/inference/limit-concurrency.ts';

const never = new AbortController().signal;

/** Work that ends when it is told to. */
function someWork() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    end: (name: string) => ends.get(name)?.(),
    run: (name: string) => () => {
      started.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    },
  };
}

describe('limitConcurrency', () => {
  it('runs so many at a time, in the order they came', async () => {
    const run = limitConcurrency(2);
    const work = someWork();
    const results = ['a', 'b', 'c', 'd'].map((name) => run(work.run(name), never));
    await Promise.resolve();
    expect(work.started).toEqual(['a', 'b']);

    work.end('b');
    expect(await results[1]).toBe('b');
    await Promise.resolve();

    expect(work.started).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) work.end(name);
    await Promise.all([results[0], results[2]]);
    work.end('d');
    expect(await results[3]).toBe('d');
  });

  it('goes on after work that failed', async () => {
    const run = limitConcurrency(1);

    await expect(run(async () => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken');

    expect(await run(async () => 'next', never)).toBe('next');
  });

  it('does not run what was aborted before its turn, and gives its turn to the next', async () => {
    const run = limitConcurrency(1);
    const work = someWork();
    const impatient = new AbortController();
    const first = run(work.run('first'), never);
    const aborted = run(work.run('aborted'), impatient.signal);
    const last = run(work.run('last'), never);

    impatient.abort(new Error('too late'));
    await expect(aborted).rejects.toThrow('too late');
    work.end('first');
    await first;
    await Promise.resolve();
    work.end('last');

    expect(await last).toBe('last');
    expect(work.started).toEqual(['first', 'last']);
  });
});

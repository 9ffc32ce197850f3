import { expect } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { openPlayground, ownComments } from './playground.ts';

const OWNERS = Array.from({ length: 10 }, (_, i) => `org-${i}`);
const THREADS_EACH = 20;

/** A small history that gives every thread something to be told. */
async function seed(github: Simulator): Promise<void> {
  for (const owner of OWNERS) {
    const repository = `${owner}/engine`;
    await github.addRepository({ owner, name: 'engine', labels: ['bug'], collaborators: { ada: 'write' } });
    await github.push(repository, {
      author: 'ada',
      message: 'Say hello',
      files: { 'README.md': '# Engine', '.github/commscore.yml': 'settle: 0s\n' },
    });
    const closed = await github.openIssue(repository, { title: 'Cache evicts hot entries', author: 'bob' });
    await github.closeThread({ repository, number: closed.number }, 'ada');
    await github.install(owner);
  }
}

/** Kills the process in the middle of 200 threads, and expects each to be answered exactly once in the end. */
export async function killedWhileBusy(env: Record<string, string>): Promise<void> {
  const playground = await openPlayground(env, seed);
  const { github } = playground;
  try {
    const opened: { repository: string; number: number }[] = [];
    for (let round = 0; round < THREADS_EACH; round++) {
      await Promise.all(
        OWNERS.map(async (owner) => {
          const repository = `${owner}/engine`;
          const { number } = await github.openIssue(repository, {
            title: `Cache evicts hot entries again (${round})`,
            body: 'The cache evicts entries that were read a moment ago.',
            author: 'newcomer',
          });
          opened.push({ repository, number });
        }),
      );
    }
    const answered = () => opened.filter((t) => ownComments(github, t.repository, t.number).length > 0).length;
    await eventually('some threads are answered', () => answered() >= 20, 100_000);
    expect(answered()).toBeLessThan(opened.length);

    await playground.crash();
    await eventually('every thread is answered', () => answered() === opened.length, 150_000);

    const counts = opened.map(({ repository, number }) => ownComments(github, repository, number).length);
    expect(counts).toEqual(opened.map(() => 1));
    const told = github.deliveries.filter(({ event }) => event === 'issues');
    expect(
      told.filter(({ status }) => status !== 202).map(({ id, status, answer }) => ({ id, status, answer })),
    ).toEqual([]);
    expect(github.violations()).toEqual([]);
  } finally {
    await playground.close();
  }
}

export const CRASH_TIMEOUT_MS = 240_000;

export const CRASH_SENTENCE = 'answers each of 200 threads exactly once after it was killed in the middle';

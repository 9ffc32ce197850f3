import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedCommunity } from '../demo/community/seed-community.ts';
import { type Simulator, startSimulator } from './simulator.ts';

const now = new Date('2026-06-01T09:00:00Z');

describe('the sample community', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ now: () => now });
  });

  afterEach(() => simulator.close());

  it('has people, eighteen months of commits, threads of every kind, and four things about to happen', async () => {
    const seeded = await seedCommunity(simulator, now);

    const repository = simulator.repository(seeded.repository);
    const threads = [...repository.threads.values()];
    const counts = count(threads.map(({ kind }) => kind));
    expect(seeded).toMatchObject({ repository: 'lumen-labs/lumen', people: 14, commits: 402 });
    expect(counts).toEqual({ issue: 58, pull: 81, discussion: 12 });
    expect(seeded.deliveries.map(({ what }) => what)).toEqual([
      'issue',
      'issue (Chinese)',
      'pull request',
      'discussion',
    ]);
    expect(Number((await repository.git.run(['rev-list', '--count', 'main'])).toString())).toBe(402);
  });

  it('is the same every time', async () => {
    const other = await startSimulator({ now: () => now });
    await Promise.all([seedCommunity(simulator, now), seedCommunity(other, now)]);

    const heads = [simulator, other].map((one) => one.repository('lumen-labs/lumen').git.run(['rev-parse', 'main']));
    const [first, second] = (await Promise.all(heads)).map(String);
    await other.close();

    expect(first).toBe(second);
  });

  it('names in each squashed commit the pull request that brought it, with its reviewers', async () => {
    await seedCommunity(simulator, now);
    const repository = simulator.repository('lumen-labs/lumen');

    for (const thread of repository.threads.values()) {
      if (thread.kind !== 'pull') continue;
      const subject = (await repository.git.run(['log', '-1', '--format=%s', thread.head.sha])).toString().trim();
      expect(subject).toBe(`${thread.title} (#${thread.number})`);
      expect(thread.reviews.map(({ author }) => author)).not.toContain(thread.author);
      expect(thread.reviews.length).toBeGreaterThan(0);
      expect(thread.size?.files.length).toBeGreaterThan(0);
    }
  });

  it('opens the threads of the demonstration on top of its history', async () => {
    const { deliveries, threads } = await seedCommunity(simulator, now);

    const opened = [];
    for (const delivery of deliveries) opened.push(await delivery.open(simulator));

    expect(opened.map(({ kind, number }) => [kind, number - threads])).toEqual([
      ['issue', 1],
      ['issue', 2],
      ['pull', 3],
      ['discussion', 4],
    ]);
    const [, , pull] = opened;
    expect(pull?.kind === 'pull' && pull.size?.files.map(({ path, status }) => [path, status])).toEqual([
      ['docs/guides/openai-server.md', 'modified'],
      ['lumen/server/openai_api.py', 'modified'],
      ['lumen/server/streaming.py', 'modified'],
      ['tests/server/test_openai_api.py', 'modified'],
    ]);
  });
});

function count(kinds: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import { PutOffError } from '../../src/domain/put-off-error.ts';
import type { HistoryCursor } from '../../src/github/history.ts';
import { openStage, REPOSITORY, type Stage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

async function putOffOf(run: Promise<unknown>): Promise<number | null> {
  const [result] = await Promise.allSettled([run]);
  if (result?.status !== 'rejected') return null;
  expect(result.reason).toBeInstanceOf(PutOffError);
  return (result.reason as PutOffError).againInMs;
}

describe('reading the history', () => {
  it('stops at the reserve, leaves room for live work, and goes on where it stopped once there is room again', async () => {
    const { simulator, ref } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await simulator.push(REPOSITORY, { author: 'ana', message: 'Start', files: { 'a.ts': '1\n' } });
    await simulator.openPull(REPOSITORY, { title: 'Add b', author: 'ana', files: { 'b.ts': '1\n' } });
    await simulator.openDiscussion(REPOSITORY, { title: 'How?', author: 'bo' });
    simulator.rates.limit = 16;
    let cursor: HistoryCursor | null = null;
    const facts: Fact[] = [];
    const read = async (github: Stage['github']) => {
      for await (const batch of github.readHistory(ref('issue', 1), cursor)) {
        facts.push(...batch.facts);
        cursor = batch.cursor ?? cursor;
      }
    };
    const types = () => new Set(facts.flatMap((fact) => (fact.kind === 'thread' ? [fact.type] : [])));

    const waitMs = await putOffOf(read(stage.github));

    expect(waitMs).toBeGreaterThan(3_500_000);
    expect(types()).toEqual(new Set(['issue']));
    const standing = simulator.rates.stand(stage.installationId, 'graphql');
    expect(standing.limit - standing.used).toBeGreaterThanOrEqual(8);
    expect(await stage.github.readThread(ref('issue', number))).not.toBeNull();
    expect(await stage.github.readLabels(ref('issue', number))).toContain('bug');

    simulator.rates.limit = 5000;
    await read(stage.patientClient());

    expect(types()).toEqual(new Set(['issue', 'pull', 'discussion']));
  });
});

describe('a limit', () => {
  it('puts off what would have to wait long, and nothing is asked until then', async () => {
    const { simulator, ref } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    const github = stage.patientClient();
    await github.readThread(ref('issue', number));
    simulator.faults.secondaryRateLimit({ retryAfterSeconds: 1800 });

    expect(await putOffOf(github.readThread(ref('issue', number)))).toBe(1_801_000);
    simulator.clearLog();
    expect(await putOffOf(github.readThread(ref('issue', number)))).toBeGreaterThan(1_790_000);
    expect(await putOffOf(github.upsertComment(ref('issue', number), 'Hi'))).toBeGreaterThan(1_790_000);
    expect(simulator.requests.filter(({ path }) => !path.endsWith('/app'))).toEqual([]);

    stage.ahead(1_801_000);
    expect(await github.readThread(ref('issue', number))).not.toBeNull();
  });

  it('that is over soon is waited for, by a write too, which is done once', async () => {
    const { simulator, ref } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    const body = '<!-- commscore:triage -->\nHi';
    simulator.faults.secondaryRateLimit({
      status: 429,
      retryAfterSeconds: 1,
      where: ({ method, path }) => method === 'POST' && path.endsWith('/comments'),
    });

    expect(await stage.patientClient().upsertComment(ref('issue', number), body)).toBe('created');
    expect(simulator.comments(REPOSITORY, number)).toHaveLength(1);
  });

  it.each([
    ['the hourly one', (stage: Stage) => stage.simulator.faults.primaryRateLimit({ resetInSeconds: 900 }), 900],
    [
      'the hourly one of GraphQL',
      ({ simulator }: Stage) => {
        simulator.rates.limit = 0;
      },
      3500,
    ],
  ])('puts off: %s', async (_title, limit, seconds) => {
    const { simulator, ref, github } = stage;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await github.readThread(ref('issue', number));
    limit(stage);

    expect(await putOffOf(github.readThread(ref('issue', number)))).toBeGreaterThan((seconds - 5) * 1000);
  });
});

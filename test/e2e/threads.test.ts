import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SeededRepository } from '../demo/community/demo-delivery.ts';
import { seedCommunity } from '../demo/community/seed-community.ts';
import { eventually } from '../fakes/eventually.ts';
import type { Thread } from '../simulator/state.ts';
import { openPlayground, ownComments, type Playground, quiet } from './playground.ts';

describe('threads of a community, from webhook to comment', () => {
  let playground: Playground;
  let seeded: SeededRepository;
  beforeAll(async () => {
    playground = await openPlayground({}, async () => undefined);
    seeded = await seedCommunity(playground.github);
    await eventually('the history is learnt', () => playground.app.log().includes('history learnt'), 90_000);
  }, 120_000);
  afterAll(() => playground?.close());

  const comments = (number: number) => ownComments(playground.github, seeded.repository, number);

  async function open(what: string): Promise<Thread> {
    const delivery = seeded.deliveries.find((candidate) => candidate.what === what);
    if (delivery === undefined) throw new Error(`no delivery ${what}`);
    const thread = await delivery.open(playground.github);
    await eventually(`${what} is answered`, () => comments(thread.number).length > 0);
    return thread;
  }

  it.each([
    ['issue', 'Could take this'],
    ['issue (Chinese)', 'Related'],
    ['pull request', 'Could review this'],
    ['discussion', 'Related'],
  ])('answers an opened %s once, by the app, without pinging anybody', async (what, expected) => {
    const { number } = await open(what);

    const [comment, ...more] = comments(number);
    expect(more).toEqual([]);
    expect(comment?.author?.login).toBe('commscore[bot]');
    expect(comment?.body).toContain(expected);
    expect(comment?.body).not.toMatch(/(^|[^`\w/])@\w/);
  });

  it('answers a delivery that comes twice once', async () => {
    const { github } = playground;
    const { number } = await open('issue');
    const delivery = github.deliveries.findLast(({ event, action }) => event === 'issues' && action === 'opened');
    if (delivery === undefined) throw new Error('nothing was delivered');

    expect((await github.redeliver(delivery)).status).toBe(202);

    await quiet(playground.app);
    expect(comments(number)).toHaveLength(1);
    expect(writesTo(number)).toBe(1);
  });

  it('answers ten quick edits with one comment and at most two runs', async () => {
    const { github, app } = playground;
    const { number } = await open('issue');
    await quiet(playground.app);
    const runsBefore = runs(number);

    for (let n = 0; n < 10; n++) {
      await github.editThread({ repository: seeded.repository, number }, { title: `Scheduler stalls (${n})` }, 'kai');
    }

    await eventually('the edits are answered', () => runs(number) > runsBefore);
    await quiet(playground.app);
    expect(runs(number) - runsBefore).toBeLessThanOrEqual(2);
    expect(comments(number)).toHaveLength(1);
    expect(app.running()).toBe(true);
  }, 60_000);

  it('edits its comment when a human acts, and never posts again one that was deleted', async () => {
    const { github } = playground;
    const { number } = await open('issue');
    const name = { repository: seeded.repository, number };
    await github.assign(name, ['zhao-yifan'], 'zhao-yifan');
    await eventually('the assignee is not suggested any more', () => {
      const [comment] = comments(number);
      return comment !== undefined && !comment.body.includes('Could take this');
    });

    const [own, ...more] = comments(number);
    expect(more).toEqual([]);
    if (own === undefined) throw new Error('the comment is gone');
    await github.deleteComment(own, 'zhao-yifan');
    const before = runs(number);
    await github.editThread(name, { title: 'block table out of range, with a trace' }, 'kai');
    await eventually('the edit is looked at', () => runs(number) > before);

    expect(comments(number)).toEqual([]);
  }, 60_000);

  it('makes only requests that GitHub describes', () => {
    expect(playground.github.violations()).toEqual([]);
  });

  function writesTo(number: number): number {
    const path = `/issues/${number}/comments`;
    return playground.github.requests.filter((r) => r.method === 'POST' && r.path.endsWith(path)).length;
  }

  function runs(number: number): number {
    const thread = `"thread":"${seeded.repository}#${number}"`;
    return playground.app
      .log()
      .split('\n')
      .filter((line) => line.includes(thread) && line.includes('"thread triaged"')).length;
  }
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WantedDigest } from '../../src/github/digest-thread.ts';
import { openStage, REPOSITORY, type Stage } from './stage.ts';

const BODY = '<!-- commscore:digest -->\n\nAll is well.';
const wanted = (over: Partial<WantedDigest> = {}): WantedDigest => ({
  target: 'issue',
  thread: null,
  title: 'Community digest',
  body: () => BODY,
  ...over,
});

describe('the digest on GitHub', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const ref = (repo = 'engine') => ({ installationId: stage.installationId, owner: 'acme', repo });
  const write = (over: Partial<WantedDigest> = {}, repo?: string) => stage.github.writeDigest(ref(repo), wanted(over));
  const threads = (repo = 'engine') => [...stage.simulator.repository(`acme/${repo}`).threads.values()];
  async function written(over: Partial<WantedDigest> = {}, repo?: string) {
    const result = await write(over, repo);
    if (!('thread' in result)) throw new Error(`it was ${result.outcome}`);
    return result;
  }

  it('is opened as an issue once, and edited from then on by two requests', async () => {
    const { thread, outcome } = await written();
    expect([outcome, thread.type]).toEqual(['created', 'issue']);
    expect(await written({ thread })).toMatchObject({ outcome: 'unchanged' });
    stage.simulator.clearLog();

    expect(await written({ thread, body: () => `${BODY} Still.` })).toMatchObject({ outcome: 'updated' });

    expect(stage.simulator.requestCounts()).toEqual({ 'issues/get': 1, 'issues/update': 1 });
    expect(threads().map(({ title, body }) => [title, body])).toEqual([['Community digest', `${BODY} Still.`]]);
  });

  it('is found by marker and author where nobody knows where it stands', async () => {
    await stage.simulator.openIssue(REPOSITORY, { title: 'Mine', body: BODY, author: 'mira' });
    const { thread } = await written();
    await stage.simulator.openIssue(REPOSITORY, { title: 'Later', author: 'mira' });

    expect(await written({ body: () => `${BODY} Again.` })).toEqual({ outcome: 'updated', thread });
    expect(threads()).toHaveLength(3);
    expect(threads()[0]?.body).toBe(BODY);
  });

  it('is left alone where people closed or deleted it', async () => {
    const { thread } = await written();
    const name = { repository: REPOSITORY, number: thread.number };
    await stage.simulator.closeThread(name, 'mira');
    expect(await write({ thread, body: () => 'new' })).toEqual({ outcome: 'closed' });
    await stage.simulator.reopenThread(name, 'mira');
    expect(await write({ thread, body: () => 'new' })).toMatchObject({ outcome: 'updated' });
    await stage.simulator.deleteThread(name, 'mira');

    expect(await write({ thread })).toEqual({ outcome: 'gone' });
  });

  it('is not kept from its reader by a lock', async () => {
    const { thread } = await written();
    await stage.simulator.lockThread({ repository: REPOSITORY, number: thread.number }, 'mira');

    expect(await write({ thread, body: () => `${BODY} Still.` })).toMatchObject({ outcome: 'updated' });
  });

  it('is opened as a discussion among announcements or in general, never as a question or a poll', async () => {
    const categories = [{ name: 'Q&A', answerable: true }, { name: 'Polls' }, { name: 'Ideas' }, { name: 'General' }];
    await stage.simulator.addRepository({ owner: 'acme', name: 'talk', categories });

    const { thread, outcome } = await written({ target: 'discussion' }, 'talk');
    expect([outcome, thread.type]).toEqual(['created', 'discussion']);
    expect(threads('talk').map((one) => one.kind === 'discussion' && one.category.name)).toEqual(['General']);

    expect(await written({ target: 'discussion', thread }, 'talk')).toMatchObject({ outcome: 'unchanged' });
    const again = { target: 'discussion' as const, body: () => `${BODY} Again.` };
    expect(await written(again, 'talk')).toEqual({ outcome: 'updated', thread });
    await stage.simulator.closeThread({ repository: 'acme/talk', number: thread.number }, 'mira');
    expect(await write({ ...again, thread }, 'talk')).toEqual({ outcome: 'closed' });
  });

  it('goes to another category where announcements are for maintainers alone', async () => {
    const categories = [{ name: 'Announcements' }, { name: 'General' }];
    await stage.simulator.addRepository({ owner: 'acme', name: 'news', categories });

    await written({ target: 'discussion' }, 'news');

    expect(threads('news').map((one) => one.kind === 'discussion' && one.category.name)).toEqual(['General']);
  });

  it('is an issue where discussions are switched off, and nowhere without issues', async () => {
    await stage.simulator.addRepository({ owner: 'acme', name: 'plain' });
    await stage.simulator.addRepository({ owner: 'acme', name: 'mute', hasIssues: false });

    const { thread } = await written({ target: 'discussion', body: (as) => `${BODY} ${as}` }, 'plain');
    expect(thread.type).toBe('issue');
    expect(threads('plain')[0]?.body).toBe(`${BODY} issue`);
    expect(await write({ target: 'discussion' }, 'mute')).toEqual({ outcome: 'nowhere' });
  });

  it('says that it may not', async () => {
    for (const token of stage.simulator.world.state.tokens.values()) token.permissions = { metadata: 'read' };
    stage.simulator.app.permissions = { metadata: 'read' };

    expect(await write()).toEqual({ outcome: 'not-permitted' });
  });

  it('is opened once where the answer to its opening was lost', async () => {
    stage.simulator.faults.reset('after', {
      where: ({ method, path }) => method === 'POST' && path.endsWith('/issues'),
    });

    const { thread } = await written();

    expect(threads().map(({ number }) => number)).toEqual([thread.number]);
  });

  it('is not learnt as a thread of the repository', async () => {
    const { thread } = await written();
    await stage.simulator.openIssue(REPOSITORY, { title: 'Real work', author: 'mira' });
    const facts: { kind: string; id?: string }[] = [];
    for await (const batch of stage.github.readHistory(ref(), null)) facts.push(...batch.facts);

    const learnt = facts.filter(({ kind }) => kind === 'thread').map(({ id }) => id);
    expect(learnt).toEqual([String(thread.number + 1)]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { openPlayground, ownComments, type Playground, quiet } from './playground.ts';

const REPOSITORY = 'acme/engine';
const CONFIG = 'settle: 0s\nassignees: { minPrecision: 0 }\nlabels: { enabled: false }\n';
const ANSWER = 'Set `shardAge` to choose which entries cache eviction drops first. Restart the shard after that.';

describe('discussions, from webhook to comment', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground({}, async ({ addRepository, push, ...github }) => {
      await addRepository({
        owner: 'acme',
        name: 'engine',
        categories: [
          { name: 'Q&A', answerable: true },
          { name: 'Ideas' },
          { name: 'Announcements' },
          { name: 'Polls' },
        ],
        collaborators: { ada: 'write', bo: 'write' },
      });
      await push(REPOSITORY, { author: 'bo', message: 'Start', files: { '.github/commscore.yml': CONFIG } });
      for (const subject of ['cache eviction', 'network proxies', 'cache eviction of a shard']) {
        const opening = { title: `How to configure ${subject}?`, author: 'kai', category: 'Q&A' };
        const { number } = await github.openDiscussion(REPOSITORY, opening);
        const name = { repository: REPOSITORY, number };
        const isCache = subject.startsWith('cache');
        const body = isCache ? ANSWER : 'Put the address of the proxy into the environment.';
        const answer = await github.comment(name, { author: isCache ? 'ada' : 'bo', body });
        await github.answerDiscussion(name, answer, 'kai');
      }
      await github.install('acme');
    });
    await eventually('the history is learnt', () => playground.app.log().includes('history learnt'), 60_000);
  }, 120_000);
  afterAll(() => playground?.close());

  const said = (number: number) => ownComments(playground.github, REPOSITORY, number)[0]?.body ?? '';
  const opening = (category: string) => ({
    title: 'How does cache eviction choose entries of a shard?',
    body: 'I want to choose which entries cache eviction drops.',
    author: 'newcomer',
    category,
  });

  it('tells of a question who could answer it, and quotes what was accepted as the answer to one like it', async () => {
    const { number } = await playground.github.openDiscussion(REPOSITORY, opening('Q&A'));
    await eventually('the question is answered', () => said(number) !== '');

    const [first] = /\*\*Could answer this\*\*\n- \[`(\w+)`\]/.exec(said(number))?.slice(1) ?? [];
    expect(first).toBe('ada');
    expect(said(number)).toContain('shardAge');
    expect(said(number)).toContain('discussion, answered');
  }, 60_000);

  it('takes its comment away once an answer is accepted', async () => {
    const { github } = playground;
    const { number } = await github.openDiscussion(REPOSITORY, opening('Q&A'));
    await eventually('the question is answered', () => said(number) !== '');
    const name = { repository: REPOSITORY, number };

    const answer = await github.comment(name, { author: 'mara', body: 'By their age: the oldest go first.' });
    await github.answerDiscussion(name, answer, 'newcomer');

    await eventually('the comment is gone', () => said(number) === '');
  }, 60_000);

  it('quotes an accepted answer where an issue asks', async () => {
    const { category: _, ...issue } = opening('Q&A');
    const { number } = await playground.github.openIssue(REPOSITORY, issue);
    await eventually('the issue is answered', () => said(number) !== '');

    expect(said(number)).toMatch(/> “.*(?:shardAge|oldest go first)/);
  }, 60_000);

  it('names nobody for an idea, and leaves announcements and polls alone', async () => {
    const { github } = playground;
    const announced = await github.openDiscussion(REPOSITORY, opening('Announcements'));
    const poll = await github.openDiscussion(REPOSITORY, opening('Polls'));
    const idea = await github.openDiscussion(REPOSITORY, opening('Ideas'));
    await eventually('the idea is answered', () => said(idea.number) !== '');
    await quiet(playground.app);

    expect(said(idea.number)).toContain('Related');
    expect(said(idea.number)).not.toContain('Could answer this');
    expect([said(announced.number), said(poll.number)]).toEqual(['', '']);
  }, 60_000);

  it('assigns nobody and makes only requests that GitHub describes', () => {
    const { github } = playground;

    expect(github.requests.filter(({ path }) => path.includes('/assignees'))).toEqual([]);
    expect(github.violations()).toEqual([]);
  });
});

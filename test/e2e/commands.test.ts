import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import type { Comment, Discussion, Issue, Pull } from '../simulator/state.ts';
import { openPlayground, ownComments, type Playground, quiet } from './playground.ts';

const REPOSITORY = 'acme/engine';
const CONFIG = `settle: 0s
assignees: { minPrecision: 0, max: 1 }
reviewers: { minPrecision: 0, max: 1 }
related: { enabled: false }
labels: { enabled: false }
`;

describe('commands, from comment to answer', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground({}, async ({ addRepository, push, ...github }) => {
      await addRepository({
        owner: 'acme',
        name: 'engine',
        collaborators: { ada: 'write', bo: 'write', mara: 'triage', reader: 'read' },
        labels: ['bug', 'good first issue', 'docs'],
        categories: [{ name: 'Q&A', answerable: true }],
      });
      await push(REPOSITORY, { author: 'ada', message: 'Start', files: { '.github/commscore.yml': CONFIG } });
      for (const [at, author] of ['ada', 'bo', 'ada'].entries()) {
        await push(REPOSITORY, { author, message: 'Queue', files: { 'src/queue.ts': `${at}\n` } });
      }
      await github.install('acme');
    });
    await eventually('the history is learnt', () => playground.app.log().includes('history learnt'), 60_000);
  }, 120_000);
  afterAll(() => playground?.close());

  const openIssue = (title = 'src/queue.ts loses jobs') =>
    playground.github.openIssue(REPOSITORY, { title, body: 'Look at src/queue.ts', author: 'newcomer' });
  const named = ({ number }: { number: number }) => ({ repository: REPOSITORY, number });

  /** What the app answered to the comment. */
  function replies(thread: { number: number }, comment: Comment): Comment[] {
    const marker = `<!-- commscore:reply ${comment.nodeId} -->`;
    return playground.github
      .comments(REPOSITORY, thread.number)
      .filter(({ author, body }) => author?.login === 'commscore[bot]' && body.startsWith(marker));
  }

  const reactions = (comment: Comment) =>
    comment.reactions.filter(({ user }) => user.login === 'commscore[bot]').map(({ content }) => content);

  /** Resolves when it is answered for good. */
  async function settled(comment: Comment): Promise<void> {
    await eventually(`an answer to ${comment.body}`, () =>
      ['+1', '-1', 'confused'].includes(reactions(comment).join()),
    );
  }

  async function say(
    thread: Issue | Pull | Discussion,
    body: string,
    { author = 'mara', replyTo }: { author?: string; replyTo?: Comment } = {},
  ) {
    const given = { author, body, ...(replyTo === undefined ? {} : { replyTo }) };
    const comment = await playground.github.comment(named(thread), given);
    await settled(comment);
    const [reply, ...more] = replies(thread, comment);
    expect(more).toEqual([]);
    return { comment, reaction: reactions(comment).join(), reply: reply?.body ?? '', replied: reply };
  }

  describe('on an issue', () => {
    it('anyone gets help, and no verb that changes it without permission', async () => {
      const issue = await openIssue();
      await eventually('it is answered', () => ownComments(playground.github, REPOSITORY, issue.number).length === 1);
      const verbs = ['assign @ada', 'review @ada', 'label bug', 'undo', 'reroll', 'retry', 'ignore'];

      const help = await say(issue, '/commscore help', { author: 'eve' });
      const refused = await say(issue, verbs.map((verb) => `/commscore ${verb}`).join('\n'), { author: 'reader' });

      expect(help.reaction).toBe('+1');
      for (const verb of ['why', 'assign', 'forget-me']) expect(help.reply).toContain(`\`/commscore ${verb}`);
      expect(refused.reaction).toBe('-1');
      expect(refused.reply.match(/needs triage permission/g)).toHaveLength(verbs.length);
      expect(issue.assignees).toEqual([]);
      expect(issue.labels).toEqual([]);
      expect(ownComments(playground.github, REPOSITORY, issue.number)).toHaveLength(1);
    }, 60_000);

    it('what is asked for is added, and only that is taken back', async () => {
      const issue = await openIssue();
      await playground.github.label(named(issue), ['docs'], 'ada');

      const added = await say(
        issue,
        'Thanks!\n\n/commscore assign @Ada\n/commscore label bug, "Good First Issue", docs',
      );
      expect(added).toMatchObject({ reaction: '+1', reply: '' });
      expect(issue.assignees.map(({ login }) => login)).toEqual(['ada']);
      expect(issue.labels.map(({ name }) => name).toSorted()).toEqual(['bug', 'docs', 'good first issue']);

      const undone = await say(issue, '/commscore undo');
      expect(undone).toMatchObject({ reaction: '+1', reply: '' });
      expect(issue.assignees).toEqual([]);
      expect(issue.labels.map(({ name }) => name)).toEqual(['docs']);
      const again = await say(issue, '/commscore undo');
      expect(again.reaction).toBe('confused');
    }, 60_000);

    it('it is left alone when that is said, and looked at again when that is said', async () => {
      const issue = await openIssue();
      const own = () => ownComments(playground.github, REPOSITORY, issue.number);
      await eventually('it is answered', () => own().length === 1);

      await say(issue, '/commscore ignore');
      await eventually('the comment is gone', () => own().length === 0);
      await playground.github.editThread(named(issue), { title: 'src/queue.ts loses more jobs' }, 'newcomer');
      await quiet(playground.app);
      expect(own()).toEqual([]);

      await say(issue, '/commscore retry');
      await eventually('it is answered again', () => own().length === 1);
    }, 60_000);

    it('who is sent back, or does not want it, makes room for others', async () => {
      const issue = await openIssue();
      const said = () => ownComments(playground.github, REPOSITORY, issue.number)[0]?.body ?? '';
      const suggested = () => ['ada', 'bo'].find((login) => said().includes(`\`${login}\``));
      await eventually('somebody is suggested', () => suggested() !== undefined);
      const first = suggested() ?? '';

      const why = await say(issue, `/commscore why\n/commscore why @${first}\n/commscore why @mara`, { author: 'eve' });
      expect(why.reply).toContain(`\`${first}\``);
      expect(why.reply).toContain('`mara` is not suggested');

      await say(issue, '/commscore reroll');
      await eventually('somebody else is suggested', () => suggested() !== undefined && suggested() !== first);
      await say(issue, '/commscore opt-out\n/commscore away until 2999-01-01', { author: suggested() ?? '' });
      await playground.github.editThread(named(issue), { title: 'src/queue.ts loses jobs again' }, 'newcomer');
      await eventually('nobody is left', () => suggested() === undefined);
      for (const author of ['ada', 'bo']) await say(issue, '/commscore opt-in\n/commscore back', { author });
    }, 90_000);
  });

  it('on a pull request people are asked for review', async () => {
    const { github } = playground;
    const opening = { title: 'Drain faster', author: 'newcomer', files: { 'src/queue.ts': '9\n' } };
    const pull = await github.openPull(REPOSITORY, opening);

    const asked = await say(pull, '/commscore review @bo\n/commscore who');
    expect(asked.reaction).toBe('+1');
    expect(asked.reply).toContain('`ada`');
    expect(pull.requestedReviewers.map(({ login }) => login)).toEqual(['bo']);

    await say(pull, '/commscore undo');
    expect(pull.requestedReviewers).toEqual([]);
    const refused = await say(pull, '/commscore review @newcomer');
    expect(refused).toMatchObject({ reaction: 'confused', reply: expect.stringContaining('their own') });
  }, 60_000);

  it('in a discussion the answer stands below the question', async () => {
    const discussion = await playground.github.openDiscussion(REPOSITORY, {
      title: 'How does src/queue.ts work?',
      body: 'I wonder.',
      author: 'newcomer',
    });

    const who = await say(discussion, '/commscore who src/queue.ts\n/commscore next', { author: 'eve' });
    const below = await say(discussion, '/commscore assign @ada', { replyTo: who.comment });

    expect(who.reply).toContain('`ada`');
    expect(who.replied?.replyTo).toBe(who.comment);
    expect(below.reaction).toBe('confused');
    expect(below.replied?.replyTo).toBe(who.comment);
    await say(discussion, '/commscore label docs, bug');
    expect(discussion.labels.map(({ name }) => name).toSorted()).toEqual(['bug', 'docs']);
    await say(discussion, '/commscore undo');
    expect(discussion.labels).toEqual([]);
  }, 60_000);

  it('code, quotes and bots ask for nothing', async () => {
    const { github } = playground;
    const issue = await openIssue();
    const bodies = ['```\n/commscore label bug\n```', '> /commscore label bug', 'use `/commscore label bug`'];

    const ignored = [];
    for (const body of bodies) ignored.push(await github.comment(named(issue), { author: 'mara', body }));
    ignored.push(await github.comment(named(issue), { author: 'helper[bot]', body: '/commscore label bug' }));
    await quiet(playground.app);

    expect(issue.labels).toEqual([]);
    expect(ignored.flatMap(reactions)).toEqual([]);
  }, 60_000);

  it('a comment that is edited runs only what is new, and nothing that another has put into it', async () => {
    const { github } = playground;
    const issue = await openIssue();
    const { comment } = await say(issue, '/commscore label bug\n/commscore who src/queue.ts');
    await github.unlabel(named(issue), 'bug', 'ada');

    await github.editComment(comment, `${comment.body}\n/commscore label docs\n/commscore who no such thing`, 'mara');
    await eventually('the new line is run', () => issue.labels.length > 0);
    await eventually('the answer is edited', () => replies(issue, comment)[0]?.body.includes('no such thing') === true);
    await github.editComment(comment, `${comment.body}\n/commscore assign @ada`, 'ada');
    await quiet(playground.app);

    expect(issue.labels.map(({ name }) => name)).toEqual(['docs']);
    expect(replies(issue, comment)).toHaveLength(1);
    expect(replies(issue, comment)[0]?.body).toContain('`ada`');
    expect(issue.assignees).toEqual([]);
  }, 60_000);

  it('a comment that is delivered twice is answered once', async () => {
    const { github } = playground;
    const issue = await openIssue();
    const { comment } = await say(issue, '/commscore who src/queue.ts');
    const delivery = github.deliveries.findLast(
      ({ event, action }) => event === 'issue_comment' && action === 'created',
    );
    if (delivery === undefined) throw new Error('nothing was delivered');
    const before = github.requests.length;

    await github.redeliver(delivery);
    await github.deliver({ event: 'issue_comment', payload: delivery.body });
    await quiet(playground.app);

    expect(replies(issue, comment)).toHaveLength(1);
    expect(reactions(comment)).toEqual(['+1']);
    expect(github.requests.slice(before).filter(({ path }) => path.endsWith('/comments'))).toEqual([]);
  }, 60_000);

  it('what is written behind a verb is shown as it was typed, and does nothing', async () => {
    const issue = await openIssue();
    const evil = '<img src=x> @everyone [x](http://evil.example) <!-- commscore:triage --> #1 `code` \u202e\u200b';
    const lines = [`label ${evil}`, `who ${evil}`, `assign ${evil}`, `${evil}`, `why @mara/../../issues`];

    const { reaction, reply } = await say(issue, lines.map((line) => `/commscore ${line}`).join('\n'));

    expect(reaction).toBe('confused');
    const outsideCode = reply
      .split('\n')
      .slice(1)
      .join('\n')
      .replace(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g, '');
    expect(outsideCode).not.toMatch(/[@<]|evil|\u202e|\u200b/);
    expect(issue.labels).toEqual([]);
  }, 60_000);

  it('who wants to be forgotten is', async () => {
    const issue = await openIssue();

    const { reaction, reply } = await say(issue, '/commscore forget-me', { author: 'bo' });

    expect(reaction).toBe('+1');
    expect(reply).toContain('will be removed');
    await eventually('it is done', () => playground.app.log().includes('a person was forgotten'), 60_000);
    const { reply: who } = await say(issue, '/commscore who src/queue.ts');
    expect(who).not.toContain('`bo`');
  }, 90_000);

  it('makes only requests that GitHub describes', () => {
    expect(playground.github.violations()).toEqual([]);
  });
});

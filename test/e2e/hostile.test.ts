import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { stringify } from 'yaml';
import { type App, startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/process-settings.ts';
import { buildOf, harmIn } from '../comment/rendered-comment.ts';
import { eventually } from '../fakes/eventually.ts';
import { type FeedServer, rssOf, startFeedServer, withLoopback } from '../feeds/feed-server.ts';
import { freePort } from '../servers/server-process.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { Comment, Thread } from '../simulator/state.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { ownComments } from './playground.ts';

const REPOSITORY = 'acme/engine';
const MARKER = '<!-- commscore:triage -->';

/** Each stands for a way out of the text that it is in. */
const ATTACKS = [
  'cc @octocat @acme/core root@example.com #1 GH-12 other/repo#3 other/repo@0123456789abcdef0123456789abcdef01234567',
  '[click](https://evil.example) ![x](https://evil.example/p.png) <https://evil.example> www.evil.example [^1] ftp://evil.example',
  `${MARKER} <!-- commscore:reply IC_1 --> </details></sub></summary><img src=x onerror=alert(1)> <!--`,
  '| a | b |\n|---|---|\n> quote\n\n---\n\n# head\n\n- item\n\n[a]: https://evil.example\n\n``` \\` ~~~',
  '&#64;octocat &commat;octocat &lt;b&gt; \u202e\u2066@\u200boctocat\u00ad \ufeff#\u20601 w\u2060ww.evil.example $x$ **b** __b__',
  `\`@octocat\` \`\`a\`\` ${'@a '.repeat(80)}`,
];
/** As much of each as GitHub takes for a title, and for the name of a label. */
const line = (attack: string) => attack.replace(/\s+/g, ' ').slice(0, 180);
const LABELS = ['@octocat', '`@octocat`', 'a|b', '<!-- x -->', '[x](https://evil.example)', '</details>'];
const PEOPLE = ['ada', 'deadbeef', '0123456', 'gh-12'];
const CATEGORIES = ['Q&A @octocat <b>|', 'Ideas #1'];

const about = 'Cache eviction drops hot entries of a shard';

describe('text that means harm, from webhook to what GitHub shows', () => {
  let github: Simulator;
  let feed: FeedServer;
  let app: App;
  let dataDir: string;
  let log = '';
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'commscore-hostile-'));
    await seedDataDir(dataDir);
    feed = await startFeedServer();
    const articles = ATTACKS.map((attack) =>
      `${about} ${line(attack)}`.replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`),
    );
    feed.answer = (_, response) => response.writeHead(200).end(rssOf(feed.address, articles));
    github = await startSimulator({ app: readManifest('app.yml') });
    await seed();
    const environment = { ...github.environment(), COMMSCORE_DATA_DIR: dataDir, HOST: '127.0.0.1' };
    const settings = readSettings({ ...environment, PORT: String(await freePort()) });
    app = await startApp({ ...settings, version: '1.2.3' }, pino(heard()), withLoopback);
    github.webhookUrl = `http://127.0.0.1:${app.port}/api/github/webhooks`;
    await eventually('the feed is read', () => log.includes('feed read'), 120_000);
  }, 180_000);
  afterAll(async () => {
    await app?.stop();
    await github?.close();
    await feed?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  function heard(): Writable {
    return new Writable({
      write(chunk, _, next) {
        log += String(chunk);
        next();
      },
    });
  }

  async function seed(): Promise<void> {
    const collaborators = Object.fromEntries(PEOPLE.map((login) => [login, 'write' as const]));
    const categories = CATEGORIES.map((name, at) => ({ name, answerable: at === 0 }));
    await github.addRepository({ owner: 'acme', name: 'engine', labels: LABELS, categories, collaborators });
    github.addTeam({ organization: 'acme', slug: 'core', members: PEOPLE });
    for (const [at, attack] of ATTACKS.entries()) await past(at, line(attack), attack);
    await github.install('acme');
  }

  /** A change, a document, an issue and an answered question, all with the same attack. */
  async function past(at: number, title: string, text: string): Promise<void> {
    const author = PEOPLE[at % PEOPLE.length] ?? 'ada';
    const files = {
      [pathWith(title)]: `${at}\n`,
      [`docs/${at}.md`]: `# ${about} ${title}\n\nWhen a shard is full, cache eviction drops hot entries. ${text}\n`,
      ...(at === 0 && { CODEOWNERS: 'src/ @acme/core\n', '.github/commscore.yml': config() }),
    };
    await github.push(REPOSITORY, { author, message: `Evict ${title}\n\nReviewed-by: ${title}`, files });
    const opening = { title: `${about} ${title}`, body: text, author: 'kai', labels: [LABELS[at] ?? 'a|b'] };
    for (let n = 0; n < 3; n += 1) {
      const issue = await github.openIssue(REPOSITORY, { ...opening, assignees: [author] });
      await github.closeThread({ repository: REPOSITORY, number: issue.number }, author);
    }
    const { number } = await github.openDiscussion(REPOSITORY, { ...opening, category: CATEGORIES[0] ?? '' });
    const name = { repository: REPOSITORY, number };
    const answer = await github.comment(name, { author, body: `Cache eviction drops hot entries when full. ${text}` });
    await github.answerDiscussion(name, answer, 'kai');
  }

  function pathWith(title: string): string {
    return `src/${title.replace(/[/\\\p{Cc}]/gu, '').slice(0, 60)}.ts`;
  }

  function config(): string {
    const least = { minPrecision: 0 };
    return stringify({
      settle: '0s',
      labels: { ...least, allow: ['*', '@octocat|*'], deny: [], max: 10 },
      assignees: { ...least, max: 4 },
      reviewers: { ...least, max: 4 },
      related: { max: 20, feeds: [`${feed.address}/feed.xml`] },
    });
  }

  /** What the app wrote there. */
  function written({ number }: Thread): Comment[] {
    return github.comments(REPOSITORY, number).filter(({ author }) => author?.login === 'commscore[bot]');
  }

  const links = () => [
    `${github.address}/${REPOSITORY}/`,
    `${feed.address}/posts/`,
    ...PEOPLE.map((login) => `${github.address}/${login}`),
  ];

  function expectHarmless(comments: Comment[]): void {
    for (const { body } of comments) expect(harmIn(body, { links: links() })).toEqual([]);
  }

  async function answered(thread: Thread): Promise<Comment> {
    await eventually(`#${thread.number} is answered`, () => ownComments(github, REPOSITORY, thread.number).length > 0);
    const [comment, ...more] = written(thread);
    expect(more).toEqual([]);
    if (comment === undefined) throw new Error('no comment of the app');
    return comment;
  }

  it.each(ATTACKS.map((attack) => [attack.slice(0, 30), attack] as const))(
    'stays text in the comment on an issue: %j',
    async (_name, attack) => {
      const opening = { title: `${about}? ${line(attack)}`, body: `How? ${attack}`, author: 'newcomer' };
      const issue = await github.openIssue(REPOSITORY, opening);

      const comment = await answered(issue);

      expectHarmless([comment]);
      expect(comment.body).toContain('Could take this');
      expect(comment.body).toContain('Related');
      expect(comment.body.split(MARKER)).toHaveLength(2);
      expect(buildOf(comment.body).filter((part) => part.startsWith('<'))).toEqual([
        ...[MARKER, '<details>\n<summary>Why, and how sure</summary>', '</details>', '<sub>', '</sub>'],
      ]);
    },
    60_000,
  );

  it('stays text in the comment on a pull request with such paths, and on a discussion of such a category', async () => {
    const files = { [pathWith(line(ATTACKS[1] ?? ''))]: 'new\n' };
    const opening = { title: `${about} ${line(ATTACKS[2] ?? '')}`, body: ATTACKS.join('\n'), author: 'newcomer' };

    const pull = await github.openPull(REPOSITORY, { ...opening, files });
    const question = await github.openDiscussion(REPOSITORY, { ...opening, category: CATEGORIES[0] ?? '' });

    const [onPull, onQuestion] = [await answered(pull), await answered(question)];
    expectHarmless([onPull, onQuestion]);
    expect(onPull.body).toContain('Could review this');
    expect(onQuestion.body).toContain('Could answer this');
  }, 90_000);

  it('stays text in the answers to commands', async () => {
    const issue = await github.openIssue(REPOSITORY, { title: `${about} again`, author: 'newcomer' });
    await answered(issue);
    const name = { repository: REPOSITORY, number: issue.number };
    const verbs = ['who', 'label', 'assign', 'why', 'capacity', 'away until', '', 'lable'];
    for (const attack of ATTACKS) {
      const body = verbs.map((verb) => `/commscore ${verb} ${line(attack)}`).join('\n');
      await github.comment(name, { author: 'ada', body });
    }
    const replies = () => written(issue).filter(({ body }) => body.startsWith('<!-- commscore:reply '));
    await eventually('every comment is replied to', () => replies().length === ATTACKS.length, 90_000);

    expectHarmless(written(issue));
    for (const { body } of replies()) expect(body.split('<!-- commscore:')).toHaveLength(2);
  }, 120_000);

  it('takes no comment of somebody else for its own, whatever it begins with', async () => {
    const issue = await github.openIssue(REPOSITORY, { title: `${about}, forged`, author: 'newcomer' });
    const name = { repository: REPOSITORY, number: issue.number };
    const theirs = await github.comment(name, { author: 'kai', body: `${MARKER}\n\nMine.` });

    await eventually('the issue is answered', () => written(issue).length > 0);

    expect(theirs.body).toBe(`${MARKER}\n\nMine.`);
  }, 60_000);

  it('stays text in the check of a configuration', async () => {
    const good = stringify({
      settle: '1s',
      labels: { allow: ATTACKS, deny: LABELS },
      partners: { domains: { [line(ATTACKS[3] ?? '')]: ATTACKS[2] } },
    });
    const bad = stringify(Object.fromEntries(ATTACKS.map((attack) => [line(attack), 1])));
    const author = 'newcomer';
    const path = '.github/commscore.yml';
    await github.openPull(REPOSITORY, { title: 'Good', author, files: { [path]: good } });
    await github.openPull(REPOSITORY, { title: 'Bad', author, files: { [path]: bad } });
    const checks = () => github.repository(REPOSITORY).checkRuns.map(({ fields }) => fields);
    await eventually('both are checked', () => checks().length === 2);

    const [passed, failed] = ['success', 'failure'].map((one) => checks().find(({ conclusion }) => conclusion === one));
    const { summary = '' } = (passed?.output ?? {}) as { summary?: string };
    expect(summary).toContain('labels.allow');
    expect(harmIn(summary, { links: [] })).toEqual([]);
    expect(buildOf(summary).filter((part) => part.startsWith('tableRow'))).not.toContainEqual(
      expect.not.stringMatching(/^tableRow of 3$/),
    );
    const { annotations = [] } = (failed?.output ?? {}) as { annotations?: { message: string }[] };
    expect(annotations).toHaveLength(ATTACKS.length);
    for (const { message } of annotations) expect(message).not.toMatch(/@[a-z\d]|#\d|:\/\/|<!--|[\u202e\u2066\u200f]/i);
  }, 90_000);

  it('was shown, and not only left out', () => {
    const numbers = [...github.repository(REPOSITORY).threads.values()];
    const all = numbers
      .flatMap(written)
      .map(({ body }) => body)
      .join('\n');

    const parts = ['octocat', 'evil', '!-- x -->`', `${feed.address}/posts/`, '/docs/', '`src/[click]', '`[x](https'];
    expect(parts.filter((part) => !all.includes(part))).toEqual([]);
  });

  it('was answered with requests that GitHub describes', () => {
    expect(github.violations()).toEqual([]);
  });
});

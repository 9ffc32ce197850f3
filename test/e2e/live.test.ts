import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../fakes/eventually.ts';
import { type PostgresServer, postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { openPlayground, ownComments, type Playground, quiet } from './playground.ts';

const CONFIG = `settle: 0s
assignees: { minPrecision: 0, max: 3 }
`;
const LONG_MS = 60_000;
const LOOK_MS = 50;

type Fact = Record<string, unknown>;

const describeWithPostgres = postgresBinaries === null ? describe.skip : describe;

describeWithPostgres('live learning, from webhook to fact', () => {
  let server: PostgresServer;
  let playground: Playground;
  let database: pg.Client;
  beforeAll(async () => {
    server = await startPostgres();
    const url = await server.createDatabase();
    playground = await openPlayground({ DATABASE_URL: url }, async (github) => {
      const collaborators = { ada: 'write', bo: 'write', mira: 'maintain' } as const;
      const categories = [{ name: 'Q&A', answerable: true }];
      const labels = ['bug', 'feature'];
      await github.addRepository({ owner: 'acme', name: 'engine', collaborators, categories, labels });
      await github.addRepository({ owner: 'acme', name: 'docs', collaborators, labels });
      const files = { 'src/cache.ts': '0\n', '.github/commscore.yml': CONFIG };
      await github.push('acme/engine', { author: 'mira', message: 'Start', files });
      for (const author of ['ada', 'bo', 'ada']) {
        await github.push('acme/engine', { author, message: 'Cache', files: { 'src/cache.ts': `${author}\n` } });
      }
      await github.push('acme/docs', { author: 'mira', message: 'Start', files: { '.github/commscore.yml': CONFIG } });
      await github.install('acme');
    });
    database = new pg.Client({ connectionString: url });
    await database.connect();
    await eventually('both histories are learnt', async () => (await learnt()).length === 2, LONG_MS);
  }, 180_000);
  afterAll(async () => {
    await database?.end();
    await playground?.close();
    await server?.remove();
  });

  const say = (number: number, repository: string) => ownComments(playground.github, repository, number)[0]?.body ?? '';
  const runs = (sentence: string) => playground.app.log().split(`"${sentence}"`).length - 1;

  async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await database.query<Row>(sql, values)).rows;
  }

  const learnt = () =>
    rows<{ key: string }>(
      `select r.key from commscore.repositories r join commscore.histories h on h.repository_id = r.id
       where h.learning = 'learnt' order by r.key`,
    );

  async function factOf(repository: string, kind: string, id: string): Promise<Fact | null> {
    const [found] = await rows<{ body: Fact | null }>(
      `select f.body from commscore.facts f join commscore.repositories r on r.id = f.repository_id
       where r.key = $1 and f.kind = $2 and f.fact_id = $3`,
      [repository, kind, id],
    );
    return found?.body ?? null;
  }

  const threadOf = (repository: string, number: number) => factOf(repository, 'thread', String(number));

  /** Waits until the fact of the thread says this; lists in any order. */
  async function says(repository: string, number: number, expected: Fact): Promise<void> {
    const deadline = Date.now() + LONG_MS;
    for (;;) {
      const fact = await threadOf(repository, number);
      const said = Object.fromEntries(Object.keys(expected).map((name) => [name, inOrder(fact?.[name])]));
      if (JSON.stringify(said) === JSON.stringify(expected) || Date.now() > deadline) {
        expect(said).toEqual(expected);
        return;
      }
      await sleep(LOOK_MS);
    }
  }

  function inOrder(value: unknown): unknown {
    return Array.isArray(value) ? value.toSorted() : value;
  }

  const threads = () =>
    rows(`select fact_id from commscore.facts where kind = 'thread' and body is not null order by fact_id`);

  const suggested = (repository: string, number: number) =>
    rows<{ latency: number | null }>(
      `select s.latency_ms as latency from commscore.suggestions s
         join commscore.repositories r on r.id = s.repository_id
       where r.key = $1 and s.number = $2`,
      [repository, number],
    );

  it('of an issue: who and what is on it, what it says, how it stands', async () => {
    const { github } = playground;
    const { number } = await github.openIssue('acme/engine', { title: 'It leaks', author: 'ana' });
    const name = { repository: 'acme/engine', number };
    await says('acme/engine', number, { author: 'ana', title: 'It leaks', state: 'open' });

    await github.assign(name, ['ada', 'bo'], 'mira');
    await github.label(name, ['bug', 'feature'], 'mira');
    await github.editThread(name, { title: 'src/cache.ts leaks' }, 'ana');
    await github.comment(name, { author: 'cy', body: 'Here too.' });
    await says('acme/engine', number, {
      title: 'src/cache.ts leaks',
      assignees: ['ada', 'bo'],
      labels: ['bug', 'feature'],
      participants: ['ada', 'ana', 'bo', 'cy'],
    });

    await github.unassign(name, ['bo'], 'mira');
    await github.unlabel(name, 'feature', 'mira');
    await github.closeThread(name, 'mira');
    await says('acme/engine', number, { assignees: ['ada'], labels: ['bug'], state: 'closed', outcome: 'completed' });

    await github.reopenThread(name, 'mira');
    await says('acme/engine', number, { state: 'open', outcome: null });
  }, 120_000);

  it('of a pull request: whom it waits for, who reviewed, and the change itself as soon as it is merged', async () => {
    const { github } = playground;
    const files = { 'src/cache.ts': 'better\n' };
    const { number } = await github.openPull('acme/engine', { title: 'Evict less', author: 'ada', files });
    const name = { repository: 'acme/engine', number };
    await github.requestReview(name, ['bo', 'mira'], 'ada');
    await says('acme/engine', number, { requested: ['bo', 'mira'] });

    const review = await github.reviewPull(name, { author: 'bo', state: 'APPROVED' });
    await github.dismissReview(review, 'ada');
    await github.reviewPull(name, { author: 'bo', state: 'APPROVED' });
    await github.removeReviewRequest(name, ['mira'], 'ada');
    await says('acme/engine', number, { requested: [] });

    const histories = runs('history learnt');
    const merged = await github.mergePull(name, 'mira');
    await says('acme/engine', number, { state: 'closed', outcome: 'merged' });
    const change = await factOf('acme/engine', 'change', merged.mergeCommit ?? '');
    expect(change).toMatchObject({ author: 'ada', reviewers: ['bo'], files: [{ path: 'src/cache.ts' }] });
    expect(runs('history learnt')).toBe(histories);
  }, 120_000);

  it('of a discussion: that it is answered, and that it is not any more', async () => {
    const { github } = playground;
    const { number } = await github.openDiscussion('acme/engine', { title: 'How to evict?', author: 'ana' });
    const name = { repository: 'acme/engine', number };
    const answer = await github.comment(name, { author: 'ada', body: 'Call evict().' });
    await github.answerDiscussion(name, answer, 'ana');
    await says('acme/engine', number, { outcome: 'answered', answer: 'Call evict().' });

    await github.unanswerDiscussion(name, 'ana');
    await says('acme/engine', number, { outcome: null, answer: undefined });
  }, 120_000);

  it('of labels: threads follow one that is renamed, and lose one that is deleted', async () => {
    const { github } = playground;
    const labels = ['bug', 'feature'];
    const { number } = await github.openIssue('acme/engine', { title: 'Labelled', author: 'ana', labels });
    await eventually('it is triaged', async () => (await suggested('acme/engine', number)).length === 1, LONG_MS);

    await github.renameLabel('acme/engine', 'bug', 'defect', 'mira');
    await says('acme/engine', number, { labels: ['defect', 'feature'] });
    await github.deleteLabel('acme/engine', 'feature', 'mira');
    await says('acme/engine', number, { labels: ['defect'] });
  }, 120_000);

  it('of an issue that goes to another repository: gone here, and there no new question', async () => {
    const { github } = playground;
    const at = { title: 'About src/cache.ts', author: 'ana', body: 'It belongs to the pages.' };
    const { number } = await github.openIssue('acme/engine', at);
    await eventually('it is triaged', async () => (await suggested('acme/engine', number)).length === 1, LONG_MS);

    const moved = await github.transferThread({ repository: 'acme/engine', number }, 'acme/docs', 'mira');

    await says('acme/docs', moved.number, { author: 'ana', title: at.title, time: moved.createdAt });
    await eventually('it is triaged', async () => (await suggested('acme/docs', moved.number)).length === 1, LONG_MS);
    expect(await suggested('acme/docs', moved.number)).toEqual([{ latency: null }]);
    expect(await threadOf('acme/engine', number)).toBeNull();
    expect(await suggested('acme/engine', number)).toEqual([]);
  }, 120_000);

  it('of a thread that is deleted: nothing stays, not in the snapshot either', async () => {
    const { github } = playground;
    const { number } = await github.openIssue('acme/docs', { title: 'quaggamussel secret', author: 'ana' });
    await eventually('it is triaged', async () => (await suggested('acme/docs', number)).length === 1, LONG_MS);
    const edited = github.deliveries.findLast(({ event }) => event === 'issues');

    await github.deleteThread({ repository: 'acme/docs', number }, 'mira');
    await eventually('it is forgotten', () => runs('thread forgotten') === 2, LONG_MS);
    if (edited !== undefined) await github.deliver({ event: edited.event, payload: edited.body });
    await quiet(playground.app);

    expect(await threadOf('acme/docs', number)).toBeNull();
    expect(await suggested('acme/docs', number)).toEqual([]);
    const snapshots = await rows<{ bytes: Buffer }>('select bytes from commscore.model_snapshots');
    expect(snapshots.filter(({ bytes }) => bytes.toString('utf8').includes('quaggamussel'))).toEqual([]);
  }, 120_000);

  it('of who has access: whoever left is not suggested to the next one who asks', async () => {
    const { github } = playground;
    const ask = async () => {
      const issue = { title: 'src/cache.ts evicts too much', body: 'See src/cache.ts', author: 'ana' };
      const { number } = await github.openIssue('acme/engine', issue);
      await eventually('it is answered', () => say(number, 'acme/engine') !== '', LONG_MS);
      return say(number, 'acme/engine');
    };
    expect(await ask()).toContain('`ada`');

    await github.removeCollaborator('acme/engine', 'ada');

    expect(await ask()).not.toContain('`ada`');
  }, 120_000);

  it('keeps a repository that is renamed, whoever still calls it by its former name', async () => {
    const { github } = playground;
    const before = await threads();
    const late = github.deliveries.findLast(({ event, action }) => event === 'issues' && action === 'opened');

    await github.renameRepository('acme/engine', 'motor');
    await eventually('it is renamed', () => runs('repository renamed') === 1, LONG_MS);
    if (late === undefined) throw new Error('no issue was opened');
    await github.deliver({ event: 'issues', payload: late.body });
    await quiet(playground.app);

    expect(await learnt()).toEqual([{ key: 'acme/docs' }, { key: 'acme/motor' }]);
    expect(await threads()).toEqual(before);
    expect(await rows('select from commscore.repositories')).toHaveLength(2);
  }, 120_000);

  it('keeps what an account has when the account is renamed', async () => {
    const { github } = playground;

    await github.renameAccount('acme', 'apex');
    await eventually('both are renamed', () => runs('repository renamed') === 3, LONG_MS);
    const { number } = await github.openIssue('apex/motor', { title: 'Under the new name', author: 'ana' });

    await says('apex/motor', number, { title: 'Under the new name' });
    expect(await learnt()).toEqual([{ key: 'apex/docs' }, { key: 'apex/motor' }]);
  }, 120_000);

  it('asks nothing while it is suspended, and catches up afterwards', async () => {
    const { github } = playground;
    const { number } = await github.openIssue('apex/motor', { title: 'Before', author: 'ana' });
    await says('apex/motor', number, { title: 'Before' });
    const last = github.deliveries.at(-1);
    await github.suspend('apex');
    await eventually('it is noted', () => runs('installation changed') === 1, LONG_MS);
    await quiet(playground.app);
    const asked = github.requests.length;

    if (last !== undefined) await github.deliver({ event: last.event, payload: last.body });
    await github.editThread({ repository: 'apex/motor', number }, { title: 'Meanwhile' }, 'ana');
    await eventually('the job waits', () => playground.app.log().includes('the installation is suspended'), LONG_MS);
    await quiet(playground.app, { putOff: 1 });
    expect(github.requests.length).toBe(asked);

    await github.suspend('apex', false);
    await says('apex/motor', number, { title: 'Meanwhile' });
  }, 120_000);

  it('forgets a person who wants it, and learns nothing of them again', async () => {
    const { github } = playground;
    const { number } = await github.openIssue('apex/motor', { title: 'Mine', body: 'My words', author: 'bo' });
    await says('apex/motor', number, { author: 'bo', body: 'My words' });

    await github.comment({ repository: 'apex/motor', number }, { author: 'bo', body: '/commscore forget-me' });
    await eventually('they are forgotten', () => runs('a person was forgotten') === 1, LONG_MS);
    await github.editThread({ repository: 'apex/motor', number }, { title: 'Still mine' }, 'bo');
    await says('apex/motor', number, { title: 'Still mine', author: null, body: '', participants: [] });

    const named = await rows('select from commscore.facts where body::text ilike $1', ['%"bo"%']);
    expect(named).toEqual([]);
    expect(await rows('select from commscore.suggestions where suggestion::text ilike $1', ['%"bo"%'])).toEqual([]);
  }, 120_000);

  it('leaves alone what is archived, and forgets what is deleted', async () => {
    const { github } = playground;
    await github.archiveRepository('apex/docs');
    const { number } = await github.openIssue('apex/docs', { title: 'Too late', author: 'ana' });
    await quiet(playground.app);
    expect(await threadOf('apex/docs', number)).toBeNull();

    const opened = github.deliveries.at(-1);
    await github.deleteRepository('apex/docs');
    await eventually('it is forgotten', () => runs('repository forgotten') === 1, LONG_MS);
    if (opened !== undefined) await github.deliver({ event: opened.event, payload: opened.body });
    await quiet(playground.app);

    expect(await rows('select key from commscore.repositories')).toEqual([{ key: 'apex/motor' }]);
  }, 120_000);

  it('makes only requests that GitHub describes', () => {
    expect(playground.github.violations()).toEqual([]);
  });
});

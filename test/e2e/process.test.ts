import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { type AppProcess, runAppProcess, startAppProcess } from './app-process.ts';
import { ownComments } from './playground.ts';

describe('the process', () => {
  let github: Simulator;
  let dataDir: string;
  let app: AppProcess;
  beforeAll(async () => {
    github = await startSimulator({ app: readManifest('app.yml') });
    dataDir = await mkdtemp(join(tmpdir(), 'commscore-process-'));
    await seedDataDir(dataDir);
    app = await startAppProcess({ ...github.environment(), COMMSCORE_DATA_DIR: dataDir });
  }, 60_000);
  afterAll(async () => {
    await app?.end('SIGKILL');
    await github?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is ready with a database, a queue and credentials that GitHub takes', async () => {
    const answers: { status: number; body: unknown }[] = [];
    await eventually('it is ready', async () => {
      const answer = await fetch(`${app.url}/readyz`);
      answers.push({ status: answer.status, body: await answer.json() });
      return answer.status === 200;
    });

    expect(answers.at(-1)).toEqual({ status: 200, body: { ready: true, failing: [] } });
  });

  it('serves the dashboard to this machine and metrics without names', async () => {
    const page = await fetch(app.url);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('CommScore');
    expect(metrics).toContain('commscore_webhook_deliveries_total');
  });

  it('refuses a second process on the same folder and says what to do', async () => {
    const { code, output } = await runAppProcess({
      ...github.environment(),
      PORT: '1',
      COMMSCORE_DATA_DIR: dataDir,
    });

    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain('    at ');
  });

  it.each([
    ['WEBHOOK_SECRET', { APP_ID: '1', PRIVATE_KEY: 'x' }],
    ['PRIVATE_KEY', { APP_ID: '1', WEBHOOK_SECRET: 's' }],
    ['PRIVATE_KEY', { APP_ID: '1', WEBHOOK_SECRET: 's', PRIVATE_KEY: 'not a key' }],
    ['DATABASE_URL', { APP_ID: '1', WEBHOOK_SECRET: 's', PRIVATE_KEY: 'x', COMMSCORE_ROLE: 'web' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('refuses to start and names %s when that is what is wrong', async (name, env) => {
    const { code, output } = await runAppProcess({ COMMSCORE_DATA_DIR: join(dataDir, 'other'), ...env });

    expect(code).toBe(1);
    expect(output).toContain(name);
    expect(output).not.toContain('not a key');
  });

  it('finishes what runs on SIGTERM and exits with 0', async () => {
    expect(await app.end('SIGTERM')).toBe(0);
  });
});

describe('the process without APP_ID', () => {
  it('serves the page that registers the App', async () => {
    const app = await startAppProcess({ NO_SMEE_SETUP: 'true' }, { upWhen: '/probot' });

    expect(await (await fetch(`${app.url}/probot`)).text()).toContain('Register GitHub App');
    await app.end('SIGTERM');
  });
});

describeWithServer('the process split in roles', postgresBinaries, startPostgres, (server) => {
  it('takes webhooks in one process and answers them in two others', async () => {
    const github = await startSimulator({ app: readManifest('app.yml') });
    const repository = 'acme/engine';
    await github.addRepository({ owner: 'acme', name: 'engine', labels: ['bug'], collaborators: { ada: 'write' } });
    const files = { 'README.md': '# Engine', '.github/commscore.yml': 'settle: 0s\n' };
    await github.push(repository, { author: 'ada', message: 'Say hello', files });
    await github.openIssue(repository, { title: 'Cache evicts hot entries', author: 'bob' });
    await github.install('acme');
    const dataDir = await mkdtemp(join(tmpdir(), 'commscore-roles-'));
    const env = {
      ...github.environment(),
      DATABASE_URL: await server().createDatabase(),
      COMMSCORE_DATA_DIR: dataDir,
    };
    const [web, ...workers] = await Promise.all(
      ['web', 'worker', 'worker'].map((role) => startAppProcess({ ...env, COMMSCORE_ROLE: role })),
    );
    if (web === undefined) throw new Error('no web process');
    github.webhookUrl = web.webhookUrl;

    const { number } = await github.openIssue(repository, { title: 'Cache evicts entries again', author: 'newcomer' });

    await eventually('the issue is answered', () => ownComments(github, repository, number).length > 0);
    expect(web.log()).not.toContain('thread triaged');
    for (const worker of workers) expect((await fetch(worker.webhookUrl, { method: 'POST' })).status).toBe(404);
    for (const process of [web, ...workers]) expect(await process.end('SIGTERM')).toBe(0);
    expect(github.violations()).toEqual([]);
    await github.close();
    await rm(dataDir, { recursive: true, force: true });
  }, 90_000);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { slotOf } from '../../src/community/digest-period.ts';
import { eventually } from '../fakes/eventually.ts';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';

const ENGINE = 'acme/engine';
const SHADOW = 'acme/shadow';
/** Processes are started again and again, beside whatever else runs. */
const PATIENCE_MS = 150_000;
const WEEK_MS = 7 * 86_400_000;
const CLOCK = new URL('./clock-ahead.js', import.meta.url).href;

/** A GitHub and processes of the app whose clocks are set ahead together. */
async function openYard() {
  let aheadMs = 0;
  let apps: AppProcess[] = [];
  const github = await startSimulator({
    app: readManifest('app.yml'),
    now: () => new Date(Date.now() + aheadMs),
  });
  for (const name of ['engine', 'shadow']) {
    await github.addRepository({ owner: 'acme', name, collaborators: { ada: 'write', bo: 'write' } });
    const config = `settle: 0s\n${name === 'shadow' ? 'mode: shadow\n' : ''}`;
    const files = { '.github/commscore.yml': config, 'src/engine.ts': 'export {};\n' };
    await github.push(`acme/${name}`, { author: 'bo', message: 'Start', files });
  }
  await github.install('acme');

  return {
    github,
    log: () => apps.map((app) => app.log()).join('\n'),
    async start(env: Record<string, string>, { processes = 1 } = {}) {
      const given = {
        NODE_OPTIONS: `--import ${CLOCK}`,
        TEST_AHEAD_MS: String(aheadMs),
        ...github.environment(),
        ...env,
      };
      apps = await Promise.all(
        Array.from({ length: processes }, () => startAppProcess(given, { patienceMs: PATIENCE_MS })),
      );
      github.webhookUrl = apps[0]?.webhookUrl ?? null;
    },
    async end() {
      github.webhookUrl = null;
      await Promise.all(apps.map((app) => app.end('SIGTERM')));
      apps = [];
    },
    /** To the next Monday, a little after the time at which the engine's digest is written. */
    nextMonday() {
      const slotMs = (slotOf(ENGINE, 6) + 70) * 60_000;
      const now = Date.now() + aheadMs;
      const monday = Math.ceil((now - slotMs - 4 * 86_400_000) / WEEK_MS) * WEEK_MS + 4 * 86_400_000;
      aheadMs = monday + slotMs - Date.now();
    },
  };
}

type Yard = Awaited<ReturnType<typeof openYard>>;

function digestsIn(github: Simulator, repository: string) {
  return [...github.repository(repository).threads.values()].filter(({ author }) => author?.type === 'Bot');
}

async function learnt(yard: Yard): Promise<void> {
  const times = (text: string) => yard.log().split(text).length - 1;
  await eventually('digests are scheduled', () => times('digest as configured') >= 2, PATIENCE_MS);
  await eventually('histories are learnt', () => times('history learnt') >= 2, PATIENCE_MS);
}

describe('the digest, from one week to the next', () => {
  let yard: Yard;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'commscore-digest-'));
    await seedDataDir(dataDir);
    yard = await openYard();
    await yard.start({ COMMSCORE_DATA_DIR: dataDir });
    await learnt(yard);
  }, 400_000);
  afterAll(async () => {
    await yard?.end();
    await yard?.github.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function inANewWeek(): Promise<void> {
    await yard.end();
    yard.nextMonday();
    await yard.start({ COMMSCORE_DATA_DIR: dataDir });
  }
  const body = () => digestsIn(yard.github, ENGINE)[0]?.body ?? '';
  const open = async (repository: string, title: string) => {
    const { number } = await yard.github.openIssue(repository, { title, author: 'kai' });
    await eventually('it is learnt', () => yard.log().includes(`${repository}#${number}`), PATIENCE_MS);
  };

  it('is written once the week is over, though nothing ran when it was', async () => {
    await open(ENGINE, 'The engine stutters');
    await open(SHADOW, 'The shadow is late');
    await inANewWeek();

    await eventually('the digest is there', () => body() !== '', PATIENCE_MS);
    expect(body()).toContain('1 issue opened.');
    expect(body()).toMatch(/^<!-- commscore:digest -->\n\n### Week of /);
  }, 400_000);

  it('is edited the week after, counts not itself, and says what went before in a line', async () => {
    const before = body();
    await open(ENGINE, 'The engine smokes');
    await inANewWeek();

    await eventually('the digest is edited', () => body() !== before, PATIENCE_MS);
    expect(digestsIn(yard.github, ENGINE)).toHaveLength(1);
    expect(body()).toContain('1 issue opened.');
    expect(body()).toContain('<summary>Earlier</summary>');
    expect(body()).toContain('2 threads open');
  }, 400_000);

  it('is silent once somebody closed it', async () => {
    const [digest] = digestsIn(yard.github, ENGINE);
    const before = body();
    await yard.github.closeThread({ repository: ENGINE, number: digest?.number ?? 0 }, 'ada');
    await open(ENGINE, 'The engine is gone');
    await inANewWeek();

    await eventually('it was looked at', () => yard.log().includes('"outcome":"closed"'), PATIENCE_MS);
    expect(body()).toBe(before);
    expect(digestsIn(yard.github, ENGINE)).toHaveLength(1);
  }, 400_000);

  it('writes nothing in shadow mode, and asks nothing that GitHub does not describe', async () => {
    expect(digestsIn(yard.github, SHADOW)).toEqual([]);
    expect(yard.github.violations()).toEqual([]);
  });

  it('ends when the configuration says so', async () => {
    const files = { '.github/commscore.yml': 'community: { digest: off }\n' };
    await yard.github.push(ENGINE, { author: 'bo', message: 'No digest', files });

    await eventually('it is off', () => yard.log().includes('"digest":"off"'), PATIENCE_MS);
  }, 400_000);
});

describeWithServer('the digest of two workers', postgresBinaries, startPostgres, (server) => {
  it('is one', async () => {
    const yard = await openYard();
    const env = { DATABASE_URL: await server().createDatabase() };
    try {
      await yard.start(env);
      await learnt(yard);
      await yard.github.openIssue(ENGINE, { title: 'The engine stutters', author: 'kai' });
      await eventually('it is learnt', () => yard.log().includes(`${ENGINE}#1`), PATIENCE_MS);
      await yard.end();
      yard.nextMonday();
      await yard.start(env, { processes: 2 });

      await eventually('the digest is there', () => digestsIn(yard.github, ENGINE).length > 0, PATIENCE_MS);
      await eventually('shadow has its own', () => yard.log().split('"outcome":').length > 2, PATIENCE_MS);
      expect(digestsIn(yard.github, ENGINE)).toHaveLength(1);
      expect(yard.github.requestCounts()['issues/create']).toBe(1);
    } finally {
      await yard.end();
      await yard.github.close();
    }
  }, 400_000);
});

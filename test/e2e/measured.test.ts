import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config/process-settings.ts';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../servers/server-process.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';

const repository = 'acme/engine';

interface Health {
  at: string | null;
  body: { threads: { open: number }; milestones: { title: string; open: number }[] } | null;
}

describe('what is measured of a repository', () => {
  let github: Simulator;
  let app: App;
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'commscore-measured-'));
    await seedDataDir(dataDir);
    github = await startSimulator({ app: readManifest('app.yml') });
    await github.addRepository({ owner: 'acme', name: 'engine', labels: ['bug'], collaborators: { ada: 'write' } });
    const files = { 'src/a.ts': '1\n', '.github/commscore.yml': 'settle: 0s\n' };
    await github.push(repository, { author: 'ada', message: 'Begin', files });
    const { number } = await github.openIssue(repository, { title: 'It leaks', author: 'bob' });
    await github.setMilestone({ repository, number }, { title: 'Release 2' }, 'ada');
    await github.install('acme');
    const env = { ...github.environment(), COMMSCORE_DATA_DIR: dataDir, HOST: '127.0.0.1' };
    app = await startApp(
      { ...readSettings({ ...env, PORT: String(await freePort()) }), version: '1.2.3' },
      pino({ level: 'silent' }),
    );
    github.webhookUrl = `http://127.0.0.1:${app.port}/api/github/webhooks`;
  }, 90_000);
  afterAll(async () => {
    await app?.stop();
    await github?.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function health(): Promise<Health> {
    const answer = await fetch(`http://127.0.0.1:${app.port}/api/v1/repositories/${repository}/health`);
    return answer.ok ? ((await answer.json()) as Health) : { at: null, body: null };
  }

  it('is there once the history is learnt', async () => {
    await eventually('it is measured', async () => (await health()).body !== null);

    expect((await health()).body).toMatchObject({
      threads: { open: 1 },
      milestones: [{ title: 'Release 2', open: 1 }],
      directories: [{ directory: '', busFactor: 1, heldBy: ['ada'] }],
    });
    const page = await fetch(`http://127.0.0.1:${app.port}/repositories/${repository}/health`);
    expect(await page.text()).toContain('Release 2');
    expect(github.violations()).toEqual([]);
  }, 120_000);

  it('goes at once when a person opts out, and comes back without them and with what happened since', async () => {
    const { number } = await github.openIssue(repository, { title: 'It leaks more', author: 'ada' });
    const { at } = await health();

    await github.comment({ repository, number }, { author: 'ada', body: '/commscore opt-out' });

    await eventually('it is measured anew', async () => {
      const found = await health();
      return found.at !== null && found.at !== at && found.body?.threads.open === 2;
    });
    expect(JSON.stringify((await health()).body)).not.toContain('ada');
  }, 120_000);
});

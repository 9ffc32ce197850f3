import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';

/** A GitHub of its own, and the app's real process talking to it. */
export interface Playground {
  github: Simulator;
  app: AppProcess;
  /** Ends the process the hard way and starts another one on the same data. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

export async function openPlayground(
  env: Record<string, string>,
  seed: (github: Simulator) => Promise<void>,
): Promise<Playground> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-e2e-'));
  await seedDataDir(dataDir);
  const github = await startSimulator({ app: readManifest('app.yml') });
  async function clear(): Promise<void> {
    await github.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  const start = () => startAppProcess({ ...github.environment(), COMMSCORE_DATA_DIR: dataDir, ...env });
  const app = await seed(github)
    .then(start)
    .catch(async (error: unknown) => {
      await clear();
      throw error;
    });
  const playground: Playground = {
    github,
    app,
    async crash() {
      await playground.app.end('SIGKILL');
      playground.app = await start();
      github.webhookUrl = playground.app.webhookUrl;
    },
    async close() {
      await playground.app.end('SIGTERM');
      await clear();
    },
  };
  github.webhookUrl = playground.app.webhookUrl;
  return playground;
}

/** Own comments of the app in a thread. */
export function ownComments(github: Simulator, repository: string, number: number) {
  return github.comments(repository, number).filter(({ body }) => body.startsWith('<!-- commscore:triage -->'));
}

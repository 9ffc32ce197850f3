import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../fakes/eventually.ts';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { seedDataDir } from '../store/database-snapshot.ts';
import { type AppProcess, startAppProcess } from './app-process.ts';

const CLOSE_COMMENTS = `--import=${new URL('./close-comments.js', import.meta.url).href}`;

/** A GitHub of its own, and the app's real process talking to it, which puts no seconds between its comments. */
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
  const start = () =>
    startAppProcess({ NODE_OPTIONS: CLOSE_COMMENTS, ...github.environment(), COMMSCORE_DATA_DIR: dataDir, ...env });
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

/** A job is nowhere for a moment when another of its kind takes its place. */
const IDLE_LOOKS = 5;

/** Resolves when all that was delivered is done with, but for so many jobs that are put off. */
export async function quiet({ url }: AppProcess, { putOff = 0 } = {}): Promise<void> {
  let idle = 0;
  await eventually('the app is idle', async () => {
    idle = (await isIdle(url, putOff)) ? idle + 1 : 0;
    return idle === IDLE_LOOKS;
  });
}

async function isIdle(url: string, putOff: number): Promise<boolean> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const jobs = [...metrics.matchAll(/^commscore_queue_jobs\{lane="(\w+)",state="(\w+)"\} (\d+)$/gm)];
  const sum = (counts: (lane: string | undefined, state: string | undefined) => boolean) =>
    jobs.reduce((all, [, lane, state, count]) => all + (counts(lane, state) ? Number(count) : 0), 0);
  const busy = sum((_, state) => state === 'waiting' || state === 'active');
  // What is looked at seldom is put off in the background for ever.
  const delayed = sum((lane, state) => lane === 'triage' && state === 'delayed');
  return jobs.length > 0 && busy === 0 && delayed <= putOff;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../src/domain/thread-ref.ts';
import { type GitHubClient, gitHubClient } from '../src/github/client.ts';
import { type Simulator, startSimulator } from '../test/simulator/simulator.ts';

/** A simulated GitHub with the app installed on `acme`, and a client of it without pauses. */
export interface RequestScene {
  simulator: Simulator;
  github: GitHubClient;
  ref(repo: string): RepositoryRef;
  /** Sets the clocks ahead: what the client kept is read anew. */
  ahead(ms: number): void;
  now(): number;
  close(): Promise<void>;
}

export async function openRequestScene(): Promise<RequestScene> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-requests-'));
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const simulator = await startSimulator({ now: () => new Date(now()) });
  const { id: installationId } = await simulator.install('acme');
  const github = gitHubClient({
    probot: impatientProbot(simulator),
    web: simulator.address,
    dataDir,
    now,
  });
  return {
    simulator,
    github,
    ref: (repo) => ({ installationId, owner: 'acme', repo }),
    ahead(ms) {
      aheadMs += ms;
    },
    now,
    async close() {
      await simulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function impatientProbot({ app, privateKey, address }: Simulator): Probot {
  return new Probot({
    appId: app.id,
    privateKey,
    baseUrl: `${address}/api/v3`,
    log: pino({ level: 'silent' }),
    Octokit: ProbotOctokit.defaults((given: object) => ({
      ...given,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
  });
}

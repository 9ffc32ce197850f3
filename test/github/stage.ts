import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { type GitHubClient, gitHubClient } from '../../src/github/client.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { testProbot } from './probot.ts';
import { tempFolder } from './temp-repository.ts';

export const REPOSITORY = 'acme/engine';

/** A simulated GitHub with one private repository that the app was given, and clients of it. */
export interface Stage {
  simulator: Simulator;
  github: GitHubClient;
  installationId: number;
  /** Empty but for what the client keeps in `data`. */
  folder: string;
  /** All that the client logged. */
  logged: string[];
  /** With the library's own pauses and second tries. */
  patientClient(): GitHubClient;
  /** Sets the clocks of the simulator and its clients ahead. */
  ahead(ms: number): void;
  ref(type: ThreadRef['type'], number: number): ThreadRef;
  /** Ends it; nothing that GitHub does not describe may have been asked. */
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = tempFolder();
  const logged: string[] = [];
  let aheadMs = 0;
  const simulator = await startSimulator({ now: () => new Date(Date.now() + aheadMs) });
  const installationId = await furnish(simulator);

  function clientOf(patient: boolean): GitHubClient {
    const { app, privateKey, address } = simulator;
    const probot = testProbot({ appId: app.id, privateKey, baseUrl: `${address}/api/v3`, logged, patient });
    const now = () => Date.now() + aheadMs;
    return gitHubClient({ probot, web: address, dataDir: join(folder.path, 'data'), now });
  }

  return {
    simulator,
    github: clientOf(false),
    installationId,
    folder: folder.path,
    logged,
    patientClient: () => clientOf(true),
    ahead(ms) {
      aheadMs = ms;
    },
    ref: (type, number) => ({ installationId, owner: 'acme', repo: 'engine', type, number }),
    async close() {
      const violations = simulator.violations();
      await simulator.close();
      folder.remove();
      expect(violations).toEqual([]);
    },
  };
}

async function furnish(simulator: Simulator): Promise<number> {
  simulator.addAccount({ login: 'mira', name: 'Mira Sol', emails: ['mira@example.com'] });
  simulator.addAccount({ login: 'renovate[bot]', type: 'Bot' });
  await simulator.addRepository({
    owner: 'acme',
    name: 'engine',
    private: true,
    labels: ['bug', 'docs'],
    collaborators: { mira: 'write' },
    categories: [{ name: 'Q&A', answerable: true }],
  });
  return (await simulator.install('acme')).id;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { historyRequests } from './history-requests.ts';
import type { RequestCost } from './request-costs.ts';
import { openRequestScene } from './request-scene.ts';
import { triageRequests } from './triage-requests.ts';

const THREADS = 1000;

/** What is asked of a simulated GitHub, which counts points as the real one does. */
export async function benchRequests(print: (line: string) => void): Promise<void> {
  const scene = await openRequestScene();
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-requests-'));
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  try {
    await migrate(database.pool);
    printCosts(await historyRequests(scene, THREADS), print);
    printCosts(await triageRequests(scene, database.pool), print, { which: true });
  } finally {
    await database.close();
    await scene.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function printCosts(costs: RequestCost[], print: (line: string) => void, { which = false } = {}): void {
  for (const cost of costs) {
    const { requests, points, mostNodes, besides } = cost;
    const also = `besides ${besides.identity} for token and own name, ${besides.git} of git`;
    print(`  ${cost.what}: ${requests} requests, ${points} points, at most ${mostNodes} nodes a query (${also})`);
    if (which) for (const request of cost.which) print(`      ${request}`);
  }
}

import type { HistoryCursor } from '../src/github/history.ts';
import type { ChangedFile } from '../test/simulator/git-read.ts';
import { addReview } from '../test/simulator/thread-parts.ts';
import { addDiscussion, addIssue, addPull } from '../test/simulator/threads.ts';
import { costOf, type RequestCost } from './request-costs.ts';
import type { RequestScene } from './request-scene.ts';

/** Reading back so many issues, so many pulls with reviews and so many discussions, and reading again when one changed. */
export async function historyRequests(scene: RequestScene, count: number): Promise<RequestCost[]> {
  const costs: RequestCost[] = [];
  for (const kind of ['issues', 'pulls', 'discussions'] as const) {
    await fill(scene, kind, count);
    let cursor: HistoryCursor | null = null;
    const read = async () => {
      for await (const batch of scene.github.readHistory(scene.ref(kind), cursor)) cursor = batch.cursor ?? cursor;
    };
    costs.push(await costOf(scene.simulator, `back-fill of ${count} ${kind}`, read));
    costs.push(await costOf(scene.simulator, `back-fill of ${kind}, nothing new`, read));
  }
  return costs;
}

async function fill({ simulator }: RequestScene, kind: 'issues' | 'pulls' | 'discussions', count: number) {
  const { world } = simulator;
  const repository = await simulator.addRepository({
    owner: 'acme',
    name: kind,
    labels: ['bug'],
    categories: [{ name: 'Q&A', answerable: true }],
  });
  const author = simulator.addAccount({ login: 'ada' });
  const reviewer = simulator.addAccount({ login: 'bob' });
  for (let n = 0; n < count; n++) {
    const at = new Date(Date.UTC(2024, 0, 1) + n * 3_600_000).toISOString().replace('.000Z', 'Z');
    const thread = { title: `Thread ${n}`, body: 'Of the engine', author, labels: ['bug'], at };
    if (kind === 'issues') addIssue(world, repository, { ...thread, closedAt: at });
    if (kind === 'discussions') addDiscussion(world, repository, thread);
    if (kind !== 'pulls') continue;
    const head = { ref: `b${n}`, sha: 'a'.repeat(40) };
    const pull = addPull(world, repository, { ...thread, base: { ref: 'main', sha: 'b'.repeat(40) }, head });
    pull.size = { commits: 1, files: [changed(`src/f${n}.ts`)] };
    addReview(world, pull, { author: reviewer, state: 'APPROVED', at });
  }
}

function changed(path: string): ChangedFile {
  return { path, previousPath: null, status: 'modified', additions: 1, deletions: 1, sha: 'a'.repeat(40) };
}

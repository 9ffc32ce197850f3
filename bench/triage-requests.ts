import { pino } from 'pino';
import type { ThreadType } from '../src/domain/fact.ts';
import type { ThreadRef } from '../src/domain/thread-ref.ts';
import type { DatabasePool } from '../src/store/database-pool.ts';
import { createStore } from '../src/store/open-store.ts';
import { learn } from '../src/triage/learn.ts';
import { repositoryModels } from '../src/triage/models.ts';
import { triage } from '../src/triage/triage.ts';
import { addIssue } from '../test/simulator/threads.ts';
import { costOf, type RequestCost } from './request-costs.ts';
import type { RequestScene } from './request-scene.ts';

const REPOSITORY = 'acme/engine';
/** Longer than anything is kept, and not so long that tokens expire. */
const COLD_MS = 4 * 60_000;
const SUBJECT = {
  title: 'Cache evicts hot entries when a shard is full',
  body: 'The eviction of src/cache.ts drops them.',
};

/** One triage of each kind of thread with all that is kept being old, then with it being fresh; the comment is written each time. */
export async function triageRequests(scene: RequestScene, pool: DatabasePool): Promise<RequestCost[]> {
  await fill(scene);
  const triaged = await triager(scene, pool);
  const costs: RequestCost[] = [];
  for (const type of ['issue', 'pull', 'discussion'] as const) {
    scene.ahead(COLD_MS);
    for (const caches of ['cold', 'warm']) {
      const ref = await open(scene, type);
      costs.push(await costOf(scene.simulator, `triage of ${article(type)}, ${caches} caches`, () => triaged(ref)));
    }
  }
  await push(scene, { '.github/CODEOWNERS': 'src/ @acme/core @acme/cache\n' });
  scene.ahead(COLD_MS);
  const pull = await open(scene, 'pull');
  costs.push(
    await costOf(scene.simulator, 'triage of a pull with two teams in CODEOWNERS, cold caches', () => triaged(pull)),
  );
  await push(scene, { '.github/commscore.yml': 'settle: 2m\n' });
  scene.ahead(COLD_MS);
  const settling = await open(scene, 'issue');
  costs.push(
    await costOf(scene.simulator, 'triage of an issue that settles for 2m: both looks, cold caches', async () => {
      scene.ahead(await triaged(settling));
      await triaged(settling);
    }),
  );
  return costs;
}

function article(type: ThreadType): string {
  return type === 'issue' ? 'an issue' : `a ${type}`;
}

async function fill(scene: RequestScene): Promise<void> {
  const { simulator } = scene;
  const repository = await simulator.addRepository({
    owner: 'acme',
    name: 'engine',
    labels: ['bug', 'docs'],
    categories: [{ name: 'Q&A', answerable: true }],
    collaborators: { mira: 'write', bo: 'write', cy: 'write' },
  });
  simulator.addTeam({ organization: 'acme', slug: 'core', members: ['mira', 'bo'] });
  simulator.addTeam({ organization: 'acme', slug: 'cache', members: ['cy'] });
  await push(scene, {
    'src/cache.ts': 'evict();\n',
    '.github/CODEOWNERS': 'src/ @mira\n',
    '.github/commscore.yml': 'settle: 0s\n',
  });
  const mira = simulator.addAccount({ login: 'mira' });
  for (let n = 0; n < 30; n++) {
    const at = new Date(Date.now() - (40 - n) * 86_400_000).toISOString();
    const title = `${SUBJECT.title} (${n})`;
    addIssue(simulator.world, repository, { ...SUBJECT, title, author: mira, assignees: [mira], at, closedAt: at });
  }
}

async function push({ simulator, github }: RequestScene, files: Record<string, string>): Promise<void> {
  await simulator.push(REPOSITORY, { author: 'mira', message: 'Change', files });
  github.forgetCached({ owner: 'acme', repo: 'engine' });
}

let opened = 0;

async function open({ simulator, ref }: RequestScene, type: ThreadType): Promise<ThreadRef> {
  const opening = { ...SUBJECT, author: 'newcomer' };
  const files = { 'src/cache.ts': `evict(${opened++});\n` };
  const { number } = await {
    issue: () => simulator.openIssue(REPOSITORY, opening),
    pull: () => simulator.openPull(REPOSITORY, { ...opening, files }),
    discussion: () => simulator.openDiscussion(REPOSITORY, opening),
  }[type]();
  return { ...ref('engine'), type, number };
}

/** Learns the history; then each thread that is given is triaged, and it is told after how long to look again. */
async function triager(scene: RequestScene, pool: DatabasePool): Promise<(ref: ThreadRef) => Promise<number>> {
  const { github, simulator, now } = scene;
  const log = pino({ level: 'silent' });
  const store = createStore(pool);
  const models = repositoryModels({ store, log, keep: 2 });
  const clock = () => new Date(now());
  const ports = { github, store, models, clock, log, queue: { add: async () => undefined }, webUrl: simulator.address };
  await learn(scene.ref('engine'), { ...ports, progress: () => undefined });
  return async (thread) => {
    const job = { kind: 'triage', id: String(thread.number), thread, fresh: true } as const;
    const result = await triage(job, ports);
    if (!result.done) return result.againInMs;
    const written = simulator.comments(REPOSITORY, thread.number);
    if (written.length !== 1) throw new Error(`thread ${thread.number} has ${written.length} comments`);
    return 0;
  };
}

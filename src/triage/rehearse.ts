import type { Fact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import type { MeasureStore } from './measure-ports.ts';
import { atEase } from './measured-input.ts';
import type { Clock, Log, Queue } from './ports.ts';
import { qualityOf } from './quality.ts';
import type { Store } from './store-port.ts';

export interface RehearsePorts {
  github: Pick<GitHub, 'readConfig'>;
  store: Pick<Store, 'factsAfter'> & Pick<MeasureStore, 'beginMeasuring' | 'saveMeasurement' | 'measuredAt'>;
  clock: Clock;
  log: Log;
}

const PAGE = 500;
const WEEK_MS = 7 * 86_400_000;

/** Back-tests the answers on the repository's own history, and keeps how good they were. */
export async function rehearse(
  { repository: ref }: Extract<Job, { kind: 'rehearse' }>,
  { github, store, clock, log }: RehearsePorts,
): Promise<void> {
  const begun = await store.beginMeasuring(ref);
  if (begun === null) return;
  const now = clock();
  const { config } = await github.readConfig(ref);
  const body = await atEase(qualityOf(await allFacts(ref, store), config));
  await store.saveMeasurement(ref, 'quality', { at: now.toISOString(), body, begun });
  const tasks = body.reports.map(({ task }) => task);
  log.info({ repository: repositoryKey(ref), tasks, ms: clock().getTime() - now.getTime() }, 'rehearsed');
}

/** The latest of each; what was removed is none. */
async function allFacts(ref: RepositoryRef, { factsAfter }: Pick<Store, 'factsAfter'>): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let after = 0; ; ) {
    const page = await factsAfter(ref, after, PAGE);
    for (const { fact, seq } of page) {
      if (fact !== null) facts.push(fact);
      after = seq;
    }
    if (page.length < PAGE) return facts;
  }
}

/** After it was measured: once a week, and when it was never rehearsed. Never throws. */
export async function rehearseLater(job: Job, ports: RehearsePorts & { queue: Queue }): Promise<void> {
  if (job.kind !== 'measure') return;
  const { store, queue, clock, log } = ports;
  const { repository } = job;
  try {
    const last = await store.measuredAt(repository, 'quality');
    if (last !== null && clock().getTime() - Date.parse(last) < WEEK_MS) return;
    await rehearseNow(job.id, repository, { queue });
  } catch (error) {
    log.warn(
      { err: error, repository: repositoryKey(repository) },
      'rehearsal could not be queued, the next measuring does it',
    );
  }
}

/** One at a time for each repository. */
export function rehearseNow(id: string, repository: RepositoryRef, { queue }: { queue: Queue }): Promise<void> {
  return queue.add(
    { kind: 'rehearse', id: `${id}/rehearse`, repository },
    { key: `rehearse ${repositoryKey(repository)}`, delayMs: 0 },
  );
}

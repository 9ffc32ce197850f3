import { type RepositoryRef, repositoryKey, type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import { type SettlePorts, settleOverdue } from './acceptance.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import type { Log, Queue } from './ports.ts';
import { type RoutedJob, threadJob } from './routed.ts';
import type { Store } from './store-port.ts';
import type { ThreadReadTo, UpdatedThread, WatchGitHub, WatchStore } from './watch-ports.ts';

export interface SweepPorts extends SettlePorts {
  github: Pick<GitHub, 'readConfig'> & Pick<WatchGitHub, 'readUpdatedThreads'>;
  store: Pick<Store, 'settleOverdue' | 'repositorySince'> &
    Pick<WatchStore, 'sweptTo' | 'saveSweptTo' | 'readThreadReadings' | 'hasOpenItems'>;
  queue: Queue;
  log: Log;
}

/** Queues what no webhook told of: threads that were updated since they were read, and new ones without an answer. */
export async function sweep({ repository: ref }: Extract<Job, { kind: 'sweep' }>, ports: SweepPorts): Promise<void> {
  const { github, store, queue, log } = ports;
  const known = await store.repositorySince(ref);
  const since = (await store.sweptTo(ref)) ?? known.toISOString();
  const threads = await github.readUpdatedThreads(ref, since);
  if (threads === null) {
    log.info({ repository: repositoryKey(ref) }, 'not swept, the app may not see its threads');
    return;
  }
  const readings = await store.readThreadReadings(
    ref,
    threads.map(({ number }) => number),
  );
  const missed = threads.flatMap((thread) => missedJob(ref, thread, readings.get(thread.number), known) ?? []);
  for (const { job, key, delayMs } of missed) await queue.add(job, { key, delayMs });
  const newest = Math.max(...threads.map(({ updatedAt }) => Date.parse(updatedAt)), Date.parse(since));
  await store.saveSweptTo(ref, new Date(newest).toISOString());
  if (missed.length > 0) log.info({ repository: repositoryKey(ref), threads: missed.length }, 'missed threads found');
  // No webhook tells that nobody did anything.
  if (await store.hasOpenItems(ref)) await settleOverdue(ref, ports);
}

/** null where nothing was missed. The same job has the same id, so that no thread is looked at for ever. */
function missedJob(
  ref: RepositoryRef,
  { type, number, createdAt, updatedAt, open, authorIsBot }: UpdatedThread,
  read: ThreadReadTo | undefined,
  known: Date,
): RoutedJob | null {
  if (authorIsBot && open) return null;
  const { installationId, owner, repo } = ref;
  const thread: ThreadRef = { installationId, owner, repo, type, number };
  const isRead = read?.updatedAt != null && Date.parse(read.updatedAt) >= Date.parse(updatedAt);
  const isAnswered = read?.triaged === true || !open || Date.parse(createdAt) < known.getTime();
  if (isRead && isAnswered) return null;
  const id = `sweep/${threadKey(thread)}${isRead ? '' : `/${updatedAt}`}`;
  return threadJob(open ? { kind: 'triage', id, thread, fresh: false } : { kind: 'observe', id, thread }, 0);
}

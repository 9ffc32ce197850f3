import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { Models } from './models.ts';
import type { Clock, GitHub, HistoryBatch, Log, Store } from './ports.ts';

export interface LearnPorts {
  github: GitHub;
  store: Store;
  models: Models;
  clock: Clock;
  log: Log;
  progress(ref: RepositoryRef, progress: HistoryBatch['progress'] | null): void;
}

/** Reads what is new of the repository's history; stopped half-way, the next run goes on from the last cursor. */
export async function learn(ref: RepositoryRef, ports: LearnPorts): Promise<void> {
  const { github, store, models, clock, log, progress } = ports;
  const started = clock().getTime();
  github.forgetCached(ref);
  await store.saveLearning(ref, 'running');
  try {
    const facts = await readHistory(ref, ports);
    await models.saveSnapshot(ref);
    await store.saveLearning(ref, 'learnt');
    log.info({ repository: repositoryKey(ref), facts, ms: clock().getTime() - started }, 'history learnt');
  } catch (error) {
    await store.saveLearning(ref, 'failed');
    throw error;
  } finally {
    progress(ref, null);
  }
}

async function readHistory(ref: RepositoryRef, { github, store, progress }: LearnPorts): Promise<number> {
  let facts = 0;
  for await (const batch of github.readHistory(ref, await store.readHistoryCursor(ref))) {
    await store.addFacts(ref, batch.facts, batch.known);
    if (batch.cursor !== null) await store.saveHistoryCursor(ref, batch.cursor);
    facts += batch.facts.length;
    progress(ref, batch.progress);
  }
  return facts;
}

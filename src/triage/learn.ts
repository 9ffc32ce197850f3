import { PutOffError } from '../domain/put-off-error.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { HistoryBatch } from './history-reading.ts';
import { type PersonStore, withKnownPersons } from './known-persons.ts';
import type { Models } from './models.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './store-port.ts';

export interface LearnPorts {
  github: GitHub;
  store: Store & PersonStore;
  models: Models;
  clock: Clock;
  log: Log;
  progress(ref: RepositoryRef, progress: LearningStep | null): void;
}

/** How far reading is, or for how long it stands still so that GitHub has room for live work. */
export type LearningStep = HistoryBatch['progress'] | { what: 'pause'; ms: number };

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
    progress(ref, null);
  } catch (error) {
    if (error instanceof PutOffError) progress(ref, { what: 'pause', ms: error.againInMs });
    else await failed(ref, ports);
    throw error;
  }
}

async function failed(ref: RepositoryRef, { store, progress }: LearnPorts): Promise<void> {
  progress(ref, null);
  await store.saveLearning(ref, 'failed');
}

async function readHistory(ref: RepositoryRef, { github, store, progress }: LearnPorts): Promise<number> {
  let facts = 0;
  for await (const batch of github.readHistory(ref, await store.readHistoryCursor(ref))) {
    await store.addFacts(ref, await withKnownPersons(ref, batch.facts, store), batch.known);
    if (batch.cursor !== null) await store.saveHistoryCursor(ref, batch.cursor);
    facts += batch.facts.length;
    progress(ref, batch.progress);
  }
  return facts;
}

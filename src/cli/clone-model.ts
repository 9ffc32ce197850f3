import { realpath } from 'node:fs/promises';
import type { Fact } from '../domain/fact.ts';
import { readCommits } from '../github/git-changes.ts';
import { readCloneDocuments } from '../github/git-documents.ts';
import { openRepository } from '../github/git-repository.ts';
import { createRepositoryModel, type RepositoryModel } from '../match/repository-model.ts';
import { readCachedModel } from './model-cache.ts';
import { progressLine } from './progress.ts';

export interface LearntClone {
  model: RepositoryModel;
  /** Commit up to which is learnt. */
  head: string;
  /** Changes learnt now, beyond what was kept from an earlier `learn`. */
  changes: number;
  seconds: number;
}

/** Learns the history and the documents of a clone, going on from what `commscore learn` kept of it. @throws GitError */
export async function learnClone(path: string, docs: readonly string[]): Promise<LearntClone> {
  const started = performance.now();
  const progress = progressLine();
  const { head } = await openRepository(path);
  const kept = await readCachedModel(await realpath(path));
  const model = kept?.model ?? createRepositoryModel();
  let changes = 0;
  try {
    for await (const facts of readCommits(path, { since: kept?.head ?? null })) {
      learnAll(model, facts);
      changes += facts.length;
      progress.update(`learning ${path}: ${changes} changes`);
    }
    learnAll(model, await readCloneDocuments(path, docs));
  } finally {
    progress.end();
  }
  return { model, head, changes, seconds: (performance.now() - started) / 1000 };
}

function learnAll(model: RepositoryModel, facts: Fact[]): void {
  for (const fact of facts) model.learn(fact);
}

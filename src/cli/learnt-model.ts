import { defaultConfig } from '../config/repository-config.ts';
import type { Fact } from '../domain/fact.ts';
import { createRepositoryModel, type RepositoryModel } from '../match/repository-model.ts';
import { parseStreamLine } from '../triage/stream-line.ts';
import { learnClone } from './clone-model.ts';
import { type HistorySource, oneSource } from './history-source.ts';
import { readPack } from './read-pack.ts';
import { readStoredFacts } from './stored-facts.ts';

export interface LearntSource {
  model: RepositoryModel;
  /** The newest time that a pack tells, else now; ISO 8601 UTC. */
  at: string;
}

/** All that the one source tells, which of a clone is changes and documents. @throws UsageError, CommandError, GitError, DatabaseError */
export async function learntModel(source: HistorySource): Promise<LearntSource> {
  oneSource(source);
  const { repo, pack, repository = '' } = source;
  const now = new Date().toISOString();
  if (repo !== undefined) return { model: (await learnClone(repo, defaultConfig.related.docs)).model, at: now };
  const facts = pack === undefined ? await readStoredFacts(repository) : await readPackFacts(pack);
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return { model, at: pack === undefined ? now : newestTime(facts) };
}

/** Facts alone: what a pack asks, and what the right answers are, is left out. @throws CommandError */
export async function readPackFacts(file: string): Promise<Fact[]> {
  const facts: Fact[] = [];
  await readPack(
    file,
    (line) => {
      const parsed = line.trim() === '' ? null : parseStreamLine(line);
      if (parsed !== null && typeof parsed !== 'string' && 'fact' in parsed) facts.push(parsed.fact);
    },
    'learning',
  );
  return facts;
}

export function newestTime(facts: readonly Fact[]): string {
  let newest = '';
  for (const fact of facts) if ('time' in fact && fact.time > newest) newest = fact.time;
  return newest;
}

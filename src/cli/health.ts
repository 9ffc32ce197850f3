import { type WorkHealth, workHealth } from '../community/work-health.ts';
import { createRepositoryModel } from '../match/repository-model.ts';
import { learnClone } from './clone-model.ts';
import { UsageError } from './fail.ts';
import { healthSections } from './health-sections.ts';
import { readStoredFacts } from './stored-facts.ts';

export interface HealthOptions {
  repo?: string;
  repository?: string;
  json?: boolean;
}

/** How the work stands. A clone tells who knows what; issues, pulls and discussions are known to the app alone. */
export async function health({ repo, repository, json }: HealthOptions): Promise<string> {
  if ((repo === undefined) === (repository === undefined)) {
    throw new UsageError('give one of --repo PATH and --repository owner/name');
  }
  const found = repo === undefined ? await storedHealth(repository ?? '') : await cloneHealth(repo);
  return json ? JSON.stringify(found) : healthSections(found);
}

async function cloneHealth(repo: string): Promise<WorkHealth> {
  const { model } = await learnClone(repo, []);
  return workHealth(model.work(Date.now()), []);
}

async function storedHealth(repository: string): Promise<WorkHealth> {
  const facts = await readStoredFacts(repository);
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const threads = facts.filter((fact) => fact.kind === 'thread');
  return workHealth(model.work(Date.now()), threads);
}

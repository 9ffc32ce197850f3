import { type WorkHealth, withoutNames, workHealth } from '../community/work-health.ts';
import { createRepositoryModel } from '../match/repository-model.ts';
import { learnClone } from './clone-model.ts';
import { UsageError } from './fail.ts';
import { healthSections } from './health-sections.ts';
import { readStoredCommunity } from './stored-facts.ts';

export interface HealthOptions {
  repo?: string;
  repository?: string;
  json?: boolean;
}

/** How the work stands. A clone tells who knows what; issues, pulls and discussions are known to the app alone. */
export async function health(
  { repo, repository, json }: HealthOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  if ((repo === undefined) === (repository === undefined)) {
    throw new UsageError('give one of --repo PATH and --repository owner/name');
  }
  const found = repo === undefined ? await storedHealth(repository ?? '', env) : await cloneHealth(repo);
  return json ? JSON.stringify(found) : healthSections(found);
}

/** As of its newest change: what was not fetched for long only looks left. */
async function cloneHealth(repo: string): Promise<WorkHealth> {
  const { model } = await learnClone(repo, []);
  const now = Date.now();
  const newest = model.work(now).changes.reduce((latest, { time }) => Math.max(latest, time), 0);
  return workHealth(model.work(Math.min(newest, now)), []);
}

async function storedHealth(name: string, env: Record<string, string | undefined>): Promise<WorkHealth> {
  const { facts, optedOut } = await readStoredCommunity(name, env);
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const threads = facts.filter((fact) => fact.kind === 'thread');
  return withoutNames(workHealth(model.work(Date.now()), threads), (login) => optedOut.has(login.toLowerCase()));
}

import { communityReport } from '../community/community-report.ts';
import { defaultConfig } from '../config/repository-config.ts';
import type { KnownWork } from '../match/known-work.ts';
import { learnClone } from './clone-model.ts';
import { communityText } from './community-text.ts';
import { CommandError, UsageError } from './fail.ts';
import { readStoredInput } from './stored-facts.ts';

export interface CommunityOptions {
  repo?: string;
  repository?: string;
  json?: boolean;
}

interface CommunitySource {
  work: KnownWork;
  leftOut: (login: string) => boolean;
}

/** @throws UsageError, CommandError, GitError, DatabaseError */
export async function community(
  { repo, repository, json }: CommunityOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  if ((repo === undefined) === (repository === undefined)) {
    throw new UsageError('give one of --repo PATH and --repository owner/name');
  }
  const source = repository ?? repo ?? '.';
  const { work, leftOut } = await (repository === undefined ? workOfClone(source) : workOfStored(source, env));
  const report = communityReport(work, leftOut);
  const at = new Date(work.at).toISOString();
  return json ? JSON.stringify({ at, ...report }) : communityText(source, at, report);
}

/** A clone may not have been fetched for long, which would look like silence: its newest change is now. */
async function workOfClone(path: string): Promise<CommunitySource> {
  const { model } = await learnClone(path, defaultConfig.related.docs);
  const now = Date.now();
  let newest = Number.NEGATIVE_INFINITY;
  for (const { time } of model.work(now).changes) newest = Math.max(newest, time);
  if (newest === Number.NEGATIVE_INFINITY) throw new CommandError(`${path}: no commit up to now is in its history`);
  return { work: model.work(newest), leftOut: () => false };
}

async function workOfStored(name: string, env: Record<string, string | undefined>): Promise<CommunitySource> {
  return readStoredInput(name, Date.now(), env);
}

import type { ProbotOctokit } from 'probot';
import { configProblems } from '../config/config-proposal.ts';
import { type ConfigFile, parseConfig } from '../config/parse-config.ts';
import { type ConfigProblem, type ConfigReading, defaultConfig } from '../config/repository-config.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type FileAddress, readFileCommits, readRepositoryFile } from './repository-file.ts';
import { CONFIG_PATH, OWNER_REPOSITORY } from './repository-query.ts';
import type { RepositoryReading } from './repository-reads.ts';

const MAX_VERSIONS_BACK = 10;

/** The repository's file over the owner's; of a file that is bad now, the last good version counts. */
export async function readConfig(
  octokit: ProbotOctokit,
  { owner, repo }: RepositoryRef,
  { config, ownerConfig }: Pick<RepositoryReading, 'config' | 'ownerConfig'>,
): Promise<LayeredConfig> {
  const layers = await Promise.all([
    layerOf(octokit, { owner, repo: OWNER_REPOSITORY, path: CONFIG_PATH }, ownerConfig),
    layerOf(octokit, { owner, repo, path: CONFIG_PATH }, config),
  ]);
  const good = layers.flatMap(({ file }) => (file === null ? [] : [file]));
  const problems = layers.flatMap(({ problems: found }) => found);
  return { config: parseConfig(good).config ?? defaultConfig, problems, files: good };
}

export interface LayeredConfig extends ConfigReading {
  /** What is in force, the owner's before the repository's. */
  files: ConfigFile[];
}

/** The owner's file as it is in force; null where there is none, or nothing good. */
export async function ownerLayer(
  octokit: ProbotOctokit,
  owner: string,
  { ownerConfig }: Pick<RepositoryReading, 'ownerConfig'>,
): Promise<ConfigFile | null> {
  return (await layerOf(octokit, { owner, repo: OWNER_REPOSITORY, path: CONFIG_PATH }, ownerConfig)).file;
}

interface Layer {
  /** What is in force; null where there is nothing, or nothing good. */
  file: ConfigFile | null;
  problems: ConfigProblem[];
}

async function layerOf(octokit: ProbotOctokit, address: FileAddress, text: string | null): Promise<Layer> {
  if (text === null) return { file: null, problems: [] };
  const file = { name: `${address.owner}/${address.repo}:${address.path}`, text };
  const problems = configProblems(file);
  if (problems.length === 0) return { file, problems };
  return { file: await lastGood(octokit, address, file.name), problems };
}

async function lastGood(octokit: ProbotOctokit, address: FileAddress, name: string): Promise<ConfigFile | null> {
  const [, ...older] = await readFileCommits(octokit, address, MAX_VERSIONS_BACK + 1);
  for (const ref of older) {
    const text = await readRepositoryFile(octokit, { ...address, ref });
    if (text === null) continue;
    const file = { name, text };
    if (configProblems(file).length === 0) return file;
  }
  return null;
}

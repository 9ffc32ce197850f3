import type { ProbotOctokit } from 'probot';
import { type ConfigFile, parseConfig } from '../config/parse-config.ts';
import { type ConfigProblem, type ConfigReading, defaultConfig } from '../config/repository-config.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type FileAddress, readFileCommits, readRepositoryFile } from './repository-file.ts';

export const CONFIG_PATH = '.github/commscore.yml';
/** Its file is laid under that of every repository of the owner. */
export const OWNER_REPOSITORY = '.github';

const MAX_CHARACTERS = 64 * 1024;
const MAX_VERSIONS_BACK = 10;

/** The repository's file over the owner's; of a file that is bad now, the last good version counts. */
export async function readConfig(octokit: ProbotOctokit, { owner, repo }: RepositoryRef): Promise<ConfigReading> {
  const places = repo.toLowerCase() === OWNER_REPOSITORY ? [repo] : [OWNER_REPOSITORY, repo];
  const files = await Promise.all(places.map((place) => readLayer(octokit, { owner, repo: place, path: CONFIG_PATH })));
  const good = files.flatMap(({ file }) => (file === null ? [] : [file]));
  return { config: parseConfig(good).config ?? defaultConfig, problems: files.flatMap(({ problems }) => problems) };
}

interface Layer {
  /** What is in force; null where there is nothing, or nothing good. */
  file: ConfigFile | null;
  problems: ConfigProblem[];
}

async function readLayer(octokit: ProbotOctokit, address: FileAddress): Promise<Layer> {
  const text = await readRepositoryFile(octokit, address);
  if (text === null) return { file: null, problems: [] };
  const file = { name: `${address.owner}/${address.repo}:${address.path}`, text };
  const problems = problemsOf(file);
  if (problems.length === 0) return { file, problems };
  return { file: await lastGood(octokit, address, file.name), problems };
}

async function lastGood(octokit: ProbotOctokit, address: FileAddress, name: string): Promise<ConfigFile | null> {
  const [, ...older] = await readFileCommits(octokit, address, MAX_VERSIONS_BACK + 1);
  for (const ref of older) {
    const text = await readRepositoryFile(octokit, { ...address, ref });
    if (text === null) continue;
    const file = { name, text };
    if (problemsOf(file).length === 0) return file;
  }
  return null;
}

function problemsOf(file: ConfigFile): ConfigProblem[] {
  if (file.text.length > MAX_CHARACTERS) {
    return [{ file: file.name, line: null, message: `larger than ${MAX_CHARACTERS} characters` }];
  }
  return parseConfig([file]).problems;
}

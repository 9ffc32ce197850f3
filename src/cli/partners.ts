import { readFile } from 'node:fs/promises';
import { otherRepositories } from '../community/linked-repositories.ts';
import { type MeasuredInput, measuredInput } from '../community/measured-input.ts';
import { type PartnersPart, partnersPart } from '../community/partners-part.ts';
import { type ConfigFile, parseConfig } from '../config/parse-config.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import { readCloneOrigin } from '../github/clone-origin.ts';
import { readAffiliations } from '../github/git-affiliations.ts';
import { readCloneFile } from '../github/git-documents.ts';
import { finish } from '../match/steps.ts';
import { learnClone } from './clone-model.ts';
import { CommandError, UsageError } from './fail.ts';
import { partnersText } from './partners-text.ts';
import { readStoredInput } from './stored-facts.ts';

export interface PartnersOptions {
  repo?: string;
  repository?: string;
  config?: string;
  json?: boolean;
}

const CONFIG_PATH = '.github/commscore.yml';

/** Which organisations work on a repository. A clone tells them by addresses alone. @throws UsageError, CommandError, GitError, DatabaseError */
export async function partners(
  { repo, repository, config, json }: PartnersOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  if ((repo === undefined) === (repository === undefined)) {
    throw new UsageError('give one of --repo PATH and --repository owner/name');
  }
  const given = config === undefined ? null : await readGiven(config);
  const input = repo === undefined ? await storedInput(repository ?? '', given, env) : await cloneInput(repo, given);
  const own = repository ?? (await readCloneOrigin(repo ?? '.')) ?? '';
  const found = finish(partnersPart(input));
  const part: PartnersPart = { ...found, repositories: otherRepositories(found.repositories, own) };
  const at = new Date(input.work.at).toISOString();
  return json ? JSON.stringify({ at, ...part }) : partnersText(repository ?? repo ?? '.', at, part);
}

/** As of its newest change, as `commscore community` does. */
async function cloneInput(path: string, given: RepositoryConfig | null): Promise<MeasuredInput> {
  const config = given ?? (await cloneConfig(path));
  const { model } = await learnClone(path, config.related.docs);
  const newest = model.work(Date.now()).changes.reduce((latest, { time }) => Math.max(latest, time), -Infinity);
  if (newest === -Infinity) throw new CommandError(`${path}: no commit up to now is in its history`);
  const persons = await readAffiliations(path);
  const nothing = { threads: [], documents: [], settings: new Map() };
  return measuredInput({ work: model.work(newest), ...nothing, persons, config });
}

async function storedInput(
  name: string,
  given: RepositoryConfig | null,
  env: Record<string, string | undefined>,
): Promise<MeasuredInput> {
  const input = await readStoredInput(name, Date.now(), env);
  return given === null ? input : measuredInput({ ...input, config: given });
}

async function cloneConfig(path: string): Promise<RepositoryConfig> {
  const text = await readCloneFile(path, CONFIG_PATH);
  return parsed(text === null ? [] : [{ name: CONFIG_PATH, text }]);
}

async function readGiven(name: string): Promise<RepositoryConfig> {
  try {
    return parsed([{ name, text: await readFile(name, 'utf8') }]);
  } catch (cause) {
    if (cause instanceof CommandError) throw cause;
    throw new CommandError(`${name} cannot be read`, { cause });
  }
}

function parsed(files: ConfigFile[]): RepositoryConfig {
  const { config, problems } = parseConfig(files);
  if (config !== null) return config;
  const told = problems.map(({ file, line, message }) => `${file}${line === null ? '' : `:${line}`}: ${message}`);
  throw new CommandError(told.join('\n'));
}

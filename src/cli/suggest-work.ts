import { plainRecommendations } from '../comment/plain-recommendations.ts';
import { SILENT_DAYS } from '../community/presence.ts';
import { defaultConfig } from '../config/repository-config.ts';
import type { Fact, ThreadFact } from '../domain/fact.ts';
import { createRepositoryModel, type RepositoryModel } from '../match/repository-model.ts';
import { recommend } from '../triage/recommend.ts';
import { learnClone } from './clone-model.ts';
import { UsageError } from './fail.ts';
import { newestTime, readPackFacts } from './learnt-model.ts';
import { plain } from './plain-words.ts';
import { readStoredFacts, readStoredInput } from './stored-facts.ts';
import { printable } from './table.ts';

export interface WorkOptions {
  for: string;
  repo?: string;
  repository?: string;
  pack?: string;
  json?: boolean;
}

interface Source {
  model: RepositoryModel;
  threads: ThreadFact[];
  /** The newest that is told, of what may not have been fetched for long; else now. */
  at: string;
  leftOut: (login: string) => boolean;
}

const NO_THREADS =
  'No issue or pull request is known here, as in every clone: --repository takes what the app has learnt, --pack a history.';

const MOST = { tasks: 5, articles: 3, people: 3 };

/** What somebody could take up, read, and whom they could meet. @throws UsageError, CommandError, GitError, DatabaseError */
export async function suggestWork(
  options: WorkOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  const { model, threads, at, leftOut } = await sourceOf(options, env);
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  const found = await recommend(model, options.for, {
    ...{ at, leftOut, most: MOST, silentDays: SILENT_DAYS },
    readThreads: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    rest: async () => {},
  });
  if (options.json) return JSON.stringify({ at, ...found });
  const text = printableLines(plainRecommendations(found, plain));
  return threads.length === 0 ? `${text}\n\n${NO_THREADS}` : text;
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

async function sourceOf(options: WorkOptions, env: Record<string, string | undefined>): Promise<Source> {
  const { repo, repository, pack } = options;
  const given = [repo, repository, pack].filter((one) => one !== undefined);
  if (given.length !== 1) throw new UsageError('give one of --repo PATH, --repository owner/name and --pack FILE');
  if (repo !== undefined) return sourceOfClone(repo);
  if (pack !== undefined) return sourceOfPack(pack);
  const now = new Date();
  const { leftOut } = await readStoredInput(repository ?? '', now.getTime(), env);
  return { ...learnt(await readStoredFacts(repository ?? '', env)), at: now.toISOString(), leftOut };
}

/** A clone knows no threads: only what to read and whom to meet. */
async function sourceOfClone(path: string): Promise<Source> {
  const { model } = await learnClone(path, defaultConfig.related.docs);
  const now = Date.now();
  const newest = model.work(now).changes.reduce((latest, { time }) => Math.max(latest, time), 0);
  return { model, threads: [], at: new Date(Math.min(newest, now)).toISOString(), leftOut: () => false };
}

async function sourceOfPack(file: string): Promise<Source> {
  const facts = await readPackFacts(file);
  return { ...learnt(facts), at: newestTime(facts), leftOut: () => false };
}

function learnt(facts: readonly Fact[]): Pick<Source, 'model' | 'threads'> {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return { model, threads: facts.filter((fact) => fact.kind === 'thread') };
}

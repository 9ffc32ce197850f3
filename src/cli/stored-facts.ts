import { existsSync } from 'node:fs';
import { type MeasuredInput, measuredInput } from '../community/measured-input.ts';
import { readSettings } from '../config/process-settings.ts';
import { defaultConfig } from '../config/repository-config.ts';
import type { Fact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { createRepositoryModel } from '../match/repository-model.ts';
import { openDatabase } from '../store/open-database.ts';
import { createStore, type DatabaseStore } from '../store/open-store.ts';
import { CommandError, UsageError } from './fail.ts';

const PAGE = 2_000;
/** The schema or a table is not there. */
const NOT_MIGRATED = new Set(['3F000', '42P01', '42703']);

/** All that the app has learnt of a repository, from the database that the environment names. @throws DatabaseError */
export async function readStoredFacts(
  name: string,
  env: Record<string, string | undefined> = process.env,
): Promise<Fact[]> {
  return inStore(name, env, factsOf);
}

/** What the parts of a repository are measured from; its configuration, which is on GitHub, is taken to be the default. @throws DatabaseError */
export async function readStoredInput(
  name: string,
  at: number,
  env: Record<string, string | undefined> = process.env,
): Promise<MeasuredInput> {
  return inStore(name, env, async (store, ref) => {
    const settings = await store.readPeople(ref.owner);
    const facts = await factsOf(store, ref);
    const model = createRepositoryModel();
    for (const fact of facts) model.learn(fact);
    return measuredInput({
      ...{ work: model.work(at), settings, config: defaultConfig },
      threads: facts.filter((fact) => fact.kind === 'thread'),
      documents: facts.filter((fact) => fact.kind === 'document'),
      persons: facts.filter((fact) => fact.kind === 'person'),
    });
  });
}

async function inStore<Read>(
  name: string,
  env: Record<string, string | undefined>,
  read: (store: DatabaseStore, ref: RepositoryRef) => Promise<Read>,
): Promise<Read> {
  const [owner = '', repo = '', ...rest] = name.split('/');
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new UsageError(`--repository ${name} is not of the form owner/name`);
  }
  const { databaseUrl, dataDir } = readSettings({ ...env, APP_ID: '', COMMSCORE_ROLE: 'all' });
  if (databaseUrl === undefined && !existsSync(dataDir)) {
    throw new CommandError(
      `there is no data in ${dataDir}: set DATABASE_URL or COMMSCORE_DATA_DIR as for the app, after it has learnt ${name}`,
    );
  }
  const database = await openDatabase({ databaseUrl, dataDir });
  try {
    const store = createStore(database.pool);
    return await read(store, await knownRepository(store, { owner, repo }));
  } finally {
    await database.close();
  }
}

async function knownRepository(store: DatabaseStore, wanted: { owner: string; repo: string }): Promise<RepositoryRef> {
  const known = await repositories(store);
  const ref = known.find((one) => repositoryKey(one) === repositoryKey(wanted));
  if (ref === undefined) {
    const names = known.map(({ owner, repo }) => `${owner}/${repo}`);
    throw new CommandError(
      `nothing is known of ${wanted.owner}/${wanted.repo}: ${names.length === 0 ? 'no repository was learnt yet' : `known are ${names.slice(0, 10).join(', ')}`}`,
    );
  }
  return ref;
}

async function factsOf(store: DatabaseStore, ref: RepositoryRef): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let after = 0; ; ) {
    const page = await store.factsAfter(ref, after, PAGE);
    facts.push(...page.flatMap(({ fact }) => (fact === null ? [] : [fact])));
    const last = page.at(-1);
    if (last === undefined) return facts;
    after = last.seq;
  }
}

async function repositories(store: DatabaseStore): Promise<RepositoryRef[]> {
  try {
    return await store.repositories();
  } catch (cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code !== 'string' || !NOT_MIGRATED.has(code)) throw cause;
    throw new CommandError('the database has no tables of this version: say `commscore migrate` first', { cause });
  }
}

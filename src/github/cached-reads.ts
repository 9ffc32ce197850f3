import type { ProbotOctokit } from 'probot';
import type { ConfigReading } from '../config/repository-config.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { askedTogether } from './asked-together.ts';
import { readTeams, readWriters } from './owner-reads.ts';
import { type LayeredConfig, readConfig } from './read-config.ts';
import type { KeepRest, RestOfLists } from './repository-lists.ts';
import { OWNER_REPOSITORY } from './repository-query.ts';
import { type RepositoryReading, readRepository } from './repository-reads.ts';
import { timedCache } from './timed-cache.ts';

/** A little longer than the default `settle`: the run after it finds what the run before it read. */
const KEEP_MS = 3 * 60_000;
/** Long lists, of which a change nearly always shows in their beginning or in their length, which are looked at each time. */
const KEEP_LISTS_MS = 30 * 60_000;

export type Reading = <T>(
  ref: Pick<RepositoryRef, 'installationId'>,
  run: (octokit: ProbotOctokit) => Promise<T>,
) => Promise<T>;

export type CachedReads = ReturnType<typeof cachedReads>;

/** What is around a thread, kept for a while: other threads of the repository want the same. */
export function cachedReads(reading: Reading, now: () => number) {
  const repositories = timedCache<RepositoryReading>(KEEP_MS, now);
  const configs = timedCache<LayeredConfig>(KEEP_MS, now);
  const writers = timedCache<ReadonlySet<string> | null>(KEEP_MS, now);
  /** By repository and by how the lists begin. */
  const rests = timedCache<RestOfLists>(KEEP_LISTS_MS, now);
  /** Where there are more people than a page; by repository. */
  const manyWriters = timedCache<ReadonlySet<string> | null>(KEEP_LISTS_MS, now);
  /** By installation and team: a team is the same for every repository of its owner. */
  const teams = timedCache<string[] | null>(KEEP_MS, now);
  const askTeams = new Map<number, (team: string) => Promise<string[] | null>>();

  function repository(ref: RepositoryRef): Promise<RepositoryReading> {
    const key = repositoryKey(ref);
    const keepRest: KeepRest = (begins, read) => rests.get(`${key} ${begins}`, read);
    return repositories.get(key, () => reading(ref, (octokit) => readRepository(octokit, ref, keepRest)));
  }

  function layeredConfig(ref: RepositoryRef): Promise<LayeredConfig> {
    return configs.get(repositoryKey(ref), async () => {
      const files = await repository(ref);
      return reading(ref, (octokit) => readConfig(octokit, ref, files));
    });
  }

  async function config(ref: RepositoryRef): Promise<ConfigReading> {
    const { config: inForce, problems } = await layeredConfig(ref);
    return { config: inForce, problems };
  }

  function writersOf(ref: RepositoryRef): Promise<ReadonlySet<string> | null> {
    const key = repositoryKey(ref);
    return writers.get(key, async () => {
      const known = (await repository(ref)).writers;
      return known ?? manyWriters.get(key, () => reading(ref, (octokit) => readWriters(octokit, ref)));
    });
  }

  function team(ref: RepositoryRef, name: string): Promise<string[] | null> {
    const { installationId } = ref;
    const ask =
      askTeams.get(installationId) ??
      askedTogether((names) => reading({ installationId }, (octokit) => readTeams(octokit, names)));
    askTeams.set(installationId, ask);
    return teams.get(`${installationId} ${name}`, () => ask(name));
  }

  /** Something there changed, or (`repo` null) in all that the owner has: it is read anew. */
  function forget(ref: { owner: string; repo: string | null }): void {
    const matches = concerns(ref);
    for (const cache of [repositories, configs, writers, manyWriters]) cache.forget(matches);
    rests.forget((key) => matches(key.slice(0, key.indexOf(' '))));
    const owners = ` ${ref.owner.toLowerCase()}/`;
    if (ref.repo === null) teams.forget((key) => key.toLowerCase().includes(owners));
  }

  return { repository, config, layeredConfig, writers: writersOf, team, forget };
}

/** The owner's own repository of defaults concerns all of the owner's. */
function concerns({ owner, repo }: { owner: string; repo: string | null }): (key: string) => boolean {
  const all = `${owner.toLowerCase()}/`;
  if (repo === null || repo.toLowerCase() === OWNER_REPOSITORY) return (key) => key.startsWith(all);
  const own = repositoryKey({ owner, repo });
  return (key) => key === own;
}

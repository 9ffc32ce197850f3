import { randomUUID } from 'node:crypto';
import { partnersReader } from './app-partners.ts';
import { partReader } from './app-parts.ts';
import type { LearningProgress } from './app-progress.ts';
import { settingsInForce } from './config/settings-in-force.ts';
import type { VariableInForce } from './config/variables-in-force.ts';
import { type RepositoryName, type RepositoryRef, repositoryKey } from './domain/thread-ref.ts';
import type { GitHubClient } from './github/client.ts';
import { type JobQueue, type Lane, lanes, type StandingJob } from './queue/job-queue.ts';
import type { DatabaseStore } from './store/open-store.ts';
import { acceptanceFigures, overallAcceptance } from './triage/acceptance.ts';
import { type Job, repositoryOf } from './triage/job.ts';
import { rehearseNow } from './triage/rehearse.ts';
import type { DashboardData, LaneCounts, ShownJob } from './web/dashboard-data.ts';
import type { Scope } from './web/viewer.ts';

/** Half a year of weeks. */
const DIGESTS_SHOWN = 26;

/** The dashboard's questions, answered by store and queue, and of the configuration by GitHub. */
export function dashboardData(
  store: DatabaseStore,
  queue: JobQueue<Job>,
  progress: Pick<LearningProgress, 'of'>,
  github: Pick<GitHubClient, 'readConfig' | 'readConfigFiles'>,
  variables: VariableInForce[],
): DashboardData {
  const measured = partReader(store);

  async function refOf(name: RepositoryName): Promise<RepositoryRef | undefined> {
    return (await store.repositoryNames()).find((one) => repositoryKey(one) === repositoryKey(name));
  }

  return {
    recentSuggestions: (limit, scope) => store.recentSuggestions(limit, keysOf(scope)),
    suggestionsOf: (repository, limit) => store.suggestionsOf(repository, limit),
    repositories: async (scope) =>
      (await store.repositories(keysOf(scope))).map((repository) => ({
        ...repository,
        learning: { state: repository.learning, ...progress.of(repository) },
      })),
    acceptanceOf: async (name) => {
      const known = await refOf(name);
      return known === undefined ? [] : acceptanceFigures(known, { github, store, clock: () => new Date() });
    },
    learnNow: async (name) => {
      const repository = await refOf(name);
      if (repository === undefined) return false;
      const job = { kind: 'learn' as const, id: `dashboard/${randomUUID()}`, repository };
      await queue.add(job, { key: `learn ${repositoryKey(repository)}`, delayMs: 0 });
      return true;
    },
    rehearseNow: async (name) => {
      const repository = await refOf(name);
      if (repository === undefined) return false;
      await rehearseNow(`dashboard/${randomUUID()}`, repository, { queue });
      return true;
    },
    queueCounts: () => laneCounts(queue),
    jobs: async (limit) => (await queue.jobs(limit)).map(shownJob),
    retryJob: async (lane, id) => isLane(lane) && queue.retry(lane, id),
    settingsOf: async (name) => {
      const repository = await refOf(name);
      if (repository === undefined) return { settings: settingsInForce([]), problems: [] };
      const { files, problems } = await github.readConfigFiles(repository);
      return { settings: settingsInForce(files), problems };
    },
    variables: () => variables,
    acceptanceOverall: (scope) => overallAcceptance(keysOf(scope), { store, clock: () => new Date() }),
    digestsOf: async (repository) => ({
      place: await store.readDigestPlace(repository),
      digests: await store.readDigests(repository, { cadence: null, limit: DIGESTS_SHOWN }),
    }),
    measured,
    partners: partnersReader(store, measured),
  };
}

/** @throws where the queue cannot be asked. */
export async function laneCounts(queue: JobQueue<Job>): Promise<LaneCounts[]> {
  return Object.entries(await queue.counts()).map(([lane, counts]) => ({ lane, counts }));
}

/** undefined: all of them. */
function keysOf(scope: Scope | undefined): string[] | undefined {
  return scope === undefined || scope === 'all' ? undefined : [...scope];
}

function isLane(name: string): name is Lane {
  return lanes.some((lane) => lane === name);
}

function shownJob({ job, addedAt, nextAt, ...rest }: StandingJob<Job>): ShownJob {
  const repository = repositoryOf(job);
  return {
    ...rest,
    kind: job.kind,
    repository: repository === null ? null : `${repository.owner}/${repository.repo}`,
    addedAt: new Date(addedAt).toISOString(),
    nextAt: nextAt === null ? null : new Date(nextAt).toISOString(),
  };
}

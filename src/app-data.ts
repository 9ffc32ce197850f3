import { type RepositoryRef, repositoryKey } from './domain/thread-ref.ts';
import type { GitHubClient } from './github/client.ts';
import type { JobQueue } from './queue/job-queue.ts';
import type { DatabaseStore } from './store/open-store.ts';
import { acceptanceFigures } from './triage/acceptance.ts';
import type { Job } from './triage/job.ts';
import type { HistoryBatch } from './triage/ports.ts';
import type { DashboardData, LaneCounts } from './web/dashboard-data.ts';

export interface LearningProgress {
  report(ref: RepositoryRef, progress: HistoryBatch['progress'] | null): void;
  /** 0..100; null where nothing is being learnt here or the end is not known. */
  percent(ref: { owner: string; repo: string }): number | null;
}

const LOGGED_EVERY_MS = 1_000;

/** How far this process is with each history that it is reading; told in the log now and then. */
export function learningProgress(log: { info(facts: object, sentence: string): void }): LearningProgress {
  const running = new Map<string, HistoryBatch['progress']>();
  let loggedAt = 0;
  return {
    report(ref, progress) {
      if (progress === null) {
        running.delete(repositoryKey(ref));
        return;
      }
      running.set(repositoryKey(ref), progress);
      if (Date.now() - loggedAt < LOGGED_EVERY_MS) return;
      loggedAt = Date.now();
      log.info({ repository: repositoryKey(ref), ...progress }, 'learning');
    },
    percent(ref) {
      const progress = running.get(repositoryKey(ref));
      if (progress === undefined || progress.total === null || progress.total === 0) return null;
      return Math.min(100, Math.floor((100 * progress.done) / progress.total));
    },
  };
}

/** The dashboard's questions, answered by store and queue, and of the configuration by GitHub. */
export function dashboardData(
  store: DatabaseStore,
  queue: JobQueue<Job>,
  progress: Pick<LearningProgress, 'percent'>,
  github: Pick<GitHubClient, 'readConfig'>,
): DashboardData {
  return {
    recentSuggestions: (limit) => store.recentSuggestions(limit),
    suggestionsOf: (repository, limit) => store.suggestionsOf(repository, limit),
    repositories: async () =>
      (await store.repositories()).map((repository) => ({
        ...repository,
        learning: { state: repository.learning, percent: progress.percent(repository) },
      })),
    acceptanceOf: async (name) => {
      const known = (await store.repositories()).find((one) => repositoryKey(one) === repositoryKey(name));
      return known === undefined ? [] : acceptanceFigures(known, { github, store, clock: () => new Date() });
    },
    queueCounts: () => laneCounts(queue),
  };
}

/** @throws where the queue cannot be asked. */
export async function laneCounts(queue: JobQueue<Job>): Promise<LaneCounts[]> {
  return Object.entries(await queue.counts()).map(([lane, counts]) => ({ lane, counts }));
}

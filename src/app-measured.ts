import { UnrecoverableError } from 'bullmq';
import { GitHubAccessError } from './github/github-error.ts';
import type { DatabaseStore } from './store/open-store.ts';
import type { CommandStore } from './triage/command-ports.ts';
import type { DigestStore } from './triage/digest-ports.ts';
import type { FeedStore } from './triage/feed-ports.ts';
import type { Job, JobResult } from './triage/job.ts';
import type { MeasureStore } from './triage/measure-ports.ts';
import type { PlaceStore } from './triage/place-store.ts';
import type { Store } from './triage/store-port.ts';
import type { WatchStore } from './triage/watch-ports.ts';
import type { Metrics } from './web/metrics.ts';

/** Runs a job, counts how it went, and tells what is not worth another attempt. */
export async function measuredJob(job: Job, metrics: Metrics, run: () => Promise<JobResult>): Promise<JobResult> {
  const started = performance.now();
  const count = (outcome: 'done' | 'again' | 'failed') =>
    metrics.countJob(job.kind, outcome, (performance.now() - started) / 1000);
  try {
    const result = await run();
    count(result.done ? 'done' : 'again');
    return result;
  } catch (error) {
    count('failed');
    // GitHub says that we may not: asking again does not help.
    throw error instanceof GitHubAccessError ? new UnrecoverableError(error.message) : error;
  }
}

/** A store that counts what is said. */
export function measuredStore(
  store: DatabaseStore,
  metrics: Metrics,
): Store & FeedStore & PlaceStore & CommandStore & WatchStore & MeasureStore & DigestStore {
  return {
    ...store,
    async settleItems(ref, settled) {
      await store.settleItems(ref, settled);
      for (const { kind, outcome } of settled) metrics.countOutcome(kind, outcome);
    },
    async settleOverdue(ref, times) {
      const settled = await store.settleOverdue(ref, times);
      for (const { kind, outcome } of settled) metrics.countOutcome(kind, outcome);
      return settled;
    },
    async saveSuggestion(ref, record) {
      await store.saveSuggestion(ref, record);
      const { labels, assignees, reviewers, related } = record.suggestion;
      metrics.countComment(record.comment);
      metrics.countSuggestion({
        labels: labels.length,
        people: assignees.length + reviewers.length,
        related: related.length,
      });
    },
  };
}

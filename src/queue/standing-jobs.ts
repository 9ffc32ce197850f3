import type { Lane, LaneCounts, StandingJob } from './job-queue.ts';
import type { KeptJob, LaneQueue } from './queue-backend.ts';

const STATES = ['active', 'waiting', 'delayed', 'failed'] as const;

/** Of each state at most so many: the newest of the failed, the next of the others. */
export async function standingJobs<Job>(queue: LaneQueue, lane: Lane, limit: number): Promise<StandingJob<Job>[]> {
  const found = await Promise.all(
    STATES.map(async (state) => {
      const jobs = await queue.getJobs([state], 0, limit - 1, state !== 'failed');
      return jobs.flatMap((job) => (job === undefined ? [] : standing<Job>(job, lane, state)));
    }),
  );
  return found.flat();
}

function standing<Job>(kept: KeptJob, lane: Lane, state: keyof LaneCounts): StandingJob<Job>[] {
  const { id, data, attemptsMade, timestamp, delay, processedOn, failedReason } = kept;
  if (id === undefined) return [];
  return [
    {
      lane,
      id,
      job: data as Job,
      state,
      attempts: attemptsMade,
      addedAt: timestamp,
      nextAt: state === 'delayed' ? (processedOn ?? timestamp) + delay : null,
      error: failedReason === undefined || failedReason === '' ? null : failedReason,
    },
  ];
}

export async function retryFailed(queue: LaneQueue, id: string): Promise<boolean> {
  const job = await queue.getJob(id);
  if (job === undefined || !(await job.isFailed())) return false;
  await job.retry('failed', { resetAttemptsMade: true });
  return true;
}

import type { Schedules } from '../../src/triage/digest-ports.ts';
import type { Job } from '../../src/triage/job.ts';

export interface FakeSchedules extends Schedules {
  /** By key. */
  put: Map<string, { job: Job; pattern: string }>;
}

export function fakeSchedules(): FakeSchedules {
  const put: FakeSchedules['put'] = new Map();
  return {
    put,
    schedule: async (job, { key, pattern }) => void put.set(key, { job, pattern }),
    unschedule: async (key) => void put.delete(key),
  };
}

/** For runs of jobs that are not about digests. */
export function noDigests() {
  return { schedules: fakeSchedules(), digestHour: 6 };
}

import type { JobsOptions } from 'bullmq';
import { within } from './within.ts';

export interface NewJob {
  name: string;
  data: object;
  opts: JobsOptions;
}

interface Waiting {
  job: NewJob;
  resolve(): void;
  reject(error: unknown): void;
}

/** Beyond this a statement gets long without getting faster. */
const MOST_TOGETHER = 100;

/**
 * Jobs that come while others are being added travel together in the next statement: PostgreSQL lets only one commit
 * with a notification through at a time, so that many at once are slower than one after the other.
 * `limitMs`: after that a statement that does not end is not waited for any more.
 */
export function addTogether(
  addAll: (jobs: NewJob[]) => Promise<unknown>,
  limitMs: number,
): (job: NewJob) => Promise<void> {
  let waiting: Waiting[] = [];
  let adding = false;

  async function addWaiting(): Promise<void> {
    adding = true;
    while (waiting.length > 0) {
      const some = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await addSome(some);
    }
    adding = false;
  }

  async function addSome(some: Waiting[]): Promise<void> {
    const jobs = some.map(({ job }) => job);
    try {
      await within(limitMs, addAll(jobs), 'the database did not take the jobs in time');
    } catch (error) {
      const [first, ...others] = some;
      if (others.length === 0) return first?.reject(error);
      // Perhaps only one of them is to blame. Nothing is added twice: each has its id.
      await Promise.all(some.map((one) => addSome([one])));
      return;
    }
    for (const { resolve } of some) resolve();
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (!adding) void addWaiting();
    });
}

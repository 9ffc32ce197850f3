import { done, type Job, type JobResult } from './job.ts';
import { forget, type LearnPorts, learn } from './learn.ts';
import { observe, type TriagePorts, triage } from './triage.ts';

/** Runs one job; one that was finished before (its delivery came twice) is not run again. */
export async function handle(job: Job, ports: TriagePorts & LearnPorts): Promise<JobResult> {
  if (await ports.store.wasDone(job.id)) return done;
  const result = await run(job, ports);
  if (result.done) await ports.store.recordDone(job.id);
  return result;
}

async function run(job: Job, ports: TriagePorts & LearnPorts): Promise<JobResult> {
  switch (job.kind) {
    case 'triage':
      return triage(job, ports);
    case 'observe':
      await observe(job.thread, ports);
      return done;
    case 'learn':
      await learn(job.repository, ports);
      return done;
    case 'forget':
      await forget(job.repository, ports);
      return done;
  }
}

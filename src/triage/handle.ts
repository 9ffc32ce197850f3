import { type EmbedPorts, embed, embedLater } from './embed.ts';
import { done, type Job, type JobResult } from './job.ts';
import { forget, type LearnPorts, learn } from './learn.ts';
import { observe, type TriagePorts, triage } from './triage.ts';

export type HandlePorts = TriagePorts & LearnPorts & EmbedPorts;

/** Runs one job; one that was finished before (its delivery came twice) is not run again. */
export async function handle(job: Job, ports: HandlePorts): Promise<JobResult> {
  if (await ports.store.wasDone(job.id)) return done;
  const result = await run(job, ports);
  if (!result.done) return result;
  await embedLater(job, ports);
  await ports.store.recordDone(job.id);
  return done;
}

async function run(job: Job, ports: HandlePorts): Promise<JobResult> {
  switch (job.kind) {
    case 'triage':
      return triage(job, ports);
    case 'observe':
      await observe(job.thread, ports);
      return done;
    case 'learn':
      await learn(job.repository, ports);
      return done;
    case 'embed':
      return embed(job.repository, ports);
    case 'forget':
      await forget(job.repository, ports);
      return done;
  }
}

import { type EmbedPorts, embed, embedLater } from './embed.ts';
import { done, type Job, type JobResult } from './job.ts';
import { forget, type LearnPorts, learn } from './learn.ts';
import { type FeedPorts, feedsLater, refreshFeeds } from './refresh-feeds.ts';
import { observe, type TriagePorts, triage } from './triage.ts';

export type HandlePorts = TriagePorts & LearnPorts & EmbedPorts & FeedPorts;

/** Runs one job; one that was finished before (its delivery came twice) is not run again. */
export async function handle(job: Job, ports: HandlePorts): Promise<JobResult> {
  if (await ports.store.wasDone(job.id)) return done;
  const result = await run(job, ports);
  if (!result.done) return result;
  if (job.kind !== 'feeds') await embedLater(job, ports);
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
      try {
        await learn(job.repository, ports);
      } finally {
        await feedsLater(job, ports);
      }
      return done;
    case 'feeds': {
      const { result, asked } = await refreshFeeds(job, ports);
      // The same job comes back every hour, and each time its texts are new ones.
      if (asked > 0) await embedLater({ ...job, id: `${job.id}/${ports.clock().getTime()}` }, ports);
      return result;
    }
    case 'embed':
      return embed(job.repository, ports);
    case 'forget':
      await forget(job.repository, ports);
      return done;
  }
}

import { PutOffError } from '../domain/put-off-error.ts';
import { changeInstallation, type InstallationPorts } from './change-installation.ts';
import { type CheckConfigPorts, checkConfig, checkConfigLater } from './check-config.ts';
import { command } from './command.ts';
import type { CommandPorts } from './command-ports.ts';
import { digest } from './digest.ts';
import { digestsLater, endDigestSchedule } from './digest-later.ts';
import type { DigestPorts } from './digest-ports.ts';
import { type EmbedPorts, embed, embedLater } from './embed.ts';
import { done, type Job, type JobResult } from './job.ts';
import { type LearnPorts, learn } from './learn.ts';
import { measure } from './measure.ts';
import { measureLater } from './measure-later.ts';
import type { MeasureLaterPorts, MeasurePorts } from './measure-ports.ts';
import { observe } from './observe.ts';
import { type FeedPorts, feedsLater, refreshFeeds } from './refresh-feeds.ts';
import { type RehearsePorts, rehearse, rehearseLater } from './rehearse.ts';
import { type RenamePorts, rename, renameOwner } from './rename.ts';
import { type SweepPorts, sweep } from './sweep.ts';
import { type TriagePorts, triage } from './triage.ts';
import { forget, forgetPerson, forgetThread, relabel, restoreSnapshot, type UnlearnPorts } from './unlearn.ts';
import { type WatchPorts, watch } from './watch.ts';
import { whereItStands } from './where-it-stands.ts';

export type HandlePorts = TriagePorts &
  CheckConfigPorts &
  CommandPorts &
  LearnPorts &
  EmbedPorts &
  FeedPorts &
  RenamePorts &
  InstallationPorts &
  WatchPorts &
  SweepPorts &
  UnlearnPorts &
  MeasurePorts &
  MeasureLaterPorts &
  RehearsePorts &
  DigestPorts;

/** Runs one job; one that was finished before (its delivery came twice) is not run again. */
export async function handle(asked: Job, ports: HandlePorts): Promise<JobResult> {
  if (await ports.store.wasDone(asked.id)) return done;
  const standing = await whereItStands(asked, ports.store);
  if ('because' in standing) {
    ports.log.info({ job: asked.kind, because: standing.because }, 'job not run');
    return standing.result;
  }
  const { job } = standing;
  const result = await unlessPutOff(job, ports);
  if (!result.done) return result;
  await rehearseLater(job, ports);
  // They are made again and again, and what they do twice changes nothing.
  if (AGAIN_AND_AGAIN.has(job.kind)) return done;
  if (job.kind !== 'feeds') await embedLater(job, ports);
  await measureLater(job, ports);
  await ports.store.recordDone(job.id);
  return done;
}

const AGAIN_AND_AGAIN = new Set<Job['kind']>(['sweep', 'measure', 'digest', 'rehearse']);

/** A job that GitHub has no room for now has not failed: its place is free until it is time. */
async function unlessPutOff(job: Job, ports: HandlePorts): Promise<JobResult> {
  try {
    return await run(job, ports);
  } catch (error) {
    if (!(error instanceof PutOffError)) throw error;
    ports.log.info({ job: job.kind, againInMs: error.againInMs, because: error.message }, 'job put off');
    return { done: false, againInMs: error.againInMs };
  }
}

async function run(job: Job, ports: HandlePorts): Promise<JobResult> {
  switch (job.kind) {
    case 'triage':
      return triage(job, ports);
    case 'observe':
      await checkConfigLater(job.thread, await observe(job.thread, ports), ports);
      return done;
    case 'check-config':
      await checkConfig(job, ports);
      return done;
    case 'command':
      await command(job, ports);
      return done;
    case 'learn':
      try {
        await learn(job.repository, ports);
      } finally {
        await feedsLater(job, ports);
        await digestsLater(job, ports);
      }
      return done;
    case 'feeds': {
      const { result, asked } = await refreshFeeds(job, ports);
      // The same job comes back every hour, and each time its texts are new ones.
      if (asked > 0) await embedLater({ ...job, id: `${job.id}/${ports.clock().getTime()}` }, ports);
      return result;
    }
    case 'redeliver':
      return watch(job, ports);
    case 'sweep':
      await sweep(job, ports);
      return done;
    case 'measure':
      await measure(job, ports);
      return done;
    case 'rehearse':
      await rehearse(job, ports);
      return done;
    case 'digest':
      return digest(job, ports);
    case 'embed':
      return embed(job.repository, ports);
    case 'forget':
      await endDigestSchedule(job.repository, ports);
      await forget(job.repository, ports);
      return done;
    case 'forget-thread':
      await forgetThread(job, ports);
      return done;
    case 'forget-person':
      await forgetPerson(job, ports);
      return done;
    case 'snapshot':
      await restoreSnapshot(job.repository, ports);
      return done;
    case 'relabel':
      await relabel(job, ports);
      return done;
    case 'rename':
      await rename(job, ports);
      return done;
    case 'rename-owner':
      await renameOwner(job, ports);
      return done;
    case 'installation':
      await changeInstallation(job, ports);
      return done;
  }
}

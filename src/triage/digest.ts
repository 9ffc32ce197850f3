import { inALine } from '../comment/digest-blocks.ts';
import { digestTitle, renderDigest } from '../comment/render-digest.ts';
import { type Digest, isQuiet } from '../community/digest.ts';
import { digestWithout } from '../community/digest-without.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { DigestOutcome, DigestPlace } from '../domain/digest-place.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { dueNow, putDigestSchedule } from './digest-later.ts';
import type { DigestPorts } from './digest-ports.ts';
import { done, type Job, type JobResult } from './job.ts';
import { makeDigest } from './make-digest.ts';

/** Until then the history may be read. */
const LEARNING_MS = 10 * 60_000;
/** How many earlier digests are told of in a line. */
const EARLIER = 26;

/**
 * Follows the configuration, and where a period is over that was not told of tells of it: made once, written once,
 * whatever comes between. What people did with the thread is respected until the configuration changes.
 */
export async function digest(job: Extract<Job, { kind: 'digest' }>, ports: DigestPorts): Promise<JobResult> {
  const { github, store, clock } = ports;
  const ref = job.repository;
  const { config } = await github.readConfig(ref);
  const place = await followConfig(ref, config, ports);
  const period = dueNow(ref, place, ports);
  if (job.retell) await retell(ref, config, place, ports);
  if (period === null) return done;
  const learning = await store.readLearning(ref);
  if (learning !== 'learnt' && learning !== 'failed') return { done: false, againInMs: LEARNING_MS };
  const [latest] = await store.readDigests(ref, { cadence: period.cadence, limit: 1 });
  const isMade = latest?.digest.period.from === period.from;
  if (isMade && latest.outcome !== null) return done;
  if (!isMade) await store.saveDigest(ref, await makeDigest(job, period, config, ports), clock().toISOString());
  await write(ref, config, place, ports);
  return done;
}

async function followConfig(ref: RepositoryRef, config: RepositoryConfig, ports: DigestPorts): Promise<DigestPlace> {
  const { store, clock, log } = ports;
  const { digest: cadence, digestTo: target } = config.community;
  const before = await store.readDigestPlace(ref);
  const isSame = before?.cadence === cadence && before.target === target;
  // Whoever asks for it anew does not mean the thread that was closed: one that is open is found.
  const place = isSame ? before : { cadence, target, since: clock().toISOString(), thread: null, silence: null };
  if (!isSame) {
    await store.saveDigestPlace(ref, place);
    log.info({ repository: repositoryKey(ref), digest: cadence, to: target }, 'digest as configured');
  }
  await putDigestSchedule(ref, place, ports);
  return place;
}

/** Writes the latest digest, which is the one that was made last. */
async function write(
  ref: RepositoryRef,
  config: RepositoryConfig,
  place: DigestPlace,
  ports: DigestPorts,
): Promise<void> {
  const { store, log } = ports;
  if (place.cadence === 'off') return;
  const [latest, ...before] = await store.readDigests(ref, { cadence: place.cadence, limit: EARLIER + 1 });
  if (latest === undefined) return;
  const outcome = await writeThread(
    ref,
    { latest: latest.digest, before: before.map((one) => one.digest) },
    {
      config,
      place,
      ports,
    },
  );
  await store.recordDigest(ref, latest.digest.period, outcome);
  const told = { repository: repositoryKey(ref), period: latest.digest.period.from, outcome };
  if (outcome === 'not-permitted' || outcome === 'nowhere') log.warn(told, 'digest could not be written');
  else log.info(told, 'digest');
}

async function writeThread(
  ref: RepositoryRef,
  { latest, before }: { latest: Digest; before: Digest[] },
  { config, place, ports }: { config: RepositoryConfig; place: DigestPlace; ports: DigestPorts },
): Promise<DigestOutcome> {
  if (config.mode === 'shadow') return 'shadow';
  if (place.thread === null && isQuiet(latest)) return 'nothing';
  const { language } = config;
  const { owner, repo } = ref;
  const body = (as: 'issue' | 'discussion') =>
    renderDigest(latest, {
      language,
      repository: { owner, repo, webUrl: ports.webUrl },
      earlier: before.map(inALine),
      instead: place.target === 'discussion' && as === 'issue',
    });
  const written = await ports.github.writeDigest(ref, {
    target: place.target,
    thread: place.thread,
    title: digestTitle(language),
    body,
  });
  const now =
    'thread' in written ? { ...place, thread: written.thread, silence: null } : { ...place, silence: written.outcome };
  if (JSON.stringify(now) !== JSON.stringify(place)) await ports.store.saveDigestPlace(ref, now);
  return written.outcome;
}

/** Somebody is to be named no more. */
async function retell(
  ref: RepositoryRef,
  config: RepositoryConfig,
  place: DigestPlace,
  ports: DigestPorts,
): Promise<void> {
  const { store } = ports;
  const settings = await store.readPeople(ref.owner);
  await store.changeDigests(ref, (told) =>
    digestWithout(told, (login) => settings.get(login.toLowerCase())?.optedOut === true),
  );
  if (place.thread !== null) await write(ref, config, place, ports);
}

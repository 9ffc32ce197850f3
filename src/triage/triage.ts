import type { Silence } from '../comment/command-answer.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import { isRefused } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { repositoryKey, type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import { act, type Decision } from './act.ts';
import { checkConfigLater } from './check-config.ts';
import type { EmbedPorts } from './embed.ts';
import type { GitHub } from './github-port.ts';
import { done, type Job, type JobResult } from './job.ts';
import { labelsByModel } from './labels-by-model.ts';
import type { Models } from './models.ts';
import { nearContent } from './near-content.ts';
import { observe } from './observe.ts';
import type { Clock, Log, Queue } from './ports.ts';
import { quoteRelated } from './quote-related.ts';
import { NOTHING } from './said-items.ts';
import { reasonForSilence } from './silence.ts';
import type { Store } from './store-port.ts';
import { suggest, taskOf } from './suggest.ts';
import { readSurroundings } from './surroundings.ts';
import type { ThreadReading } from './thread-reading.ts';
import { asksSomething } from './wants-answer.ts';

export interface TriagePorts extends Pick<EmbedPorts, 'textModels'> {
  github: GitHub;
  store: Store;
  models: Models;
  queue: Queue;
  clock: Clock;
  log: Log;
  /** Where threads are linked to, such as `https://github.com`. */
  webUrl: string;
}

/** Reads everything, decides, acts: the thread is learnt whatever is said of it. */
export async function triage(job: Extract<Job, { kind: 'triage' }>, ports: TriagePorts): Promise<JobResult> {
  const { github, store, log } = ports;
  const ref = job.thread;
  const historyMs = await untilHistory(job, ports);
  if (historyMs > 0) return { done: false, againInMs: historyMs };
  const [reading, { config }] = await Promise.all([observe(ref, ports), github.readConfig(ref)]);
  if (reading === null) return done;
  await checkConfigLater(ref, reading, ports);

  const [isNew, before, items] = await Promise.all([
    isNewThread(job, reading, ports),
    store.readOutcome(ref),
    store.readItems(ref),
  ]);
  if (!isNew && before === null) return silent(ref, 'older than the installation', log);
  if (before === 'ignored') return takeLeave(ref, reading, config, ports);
  const silence = reasonForSilence(reading, config);
  const decision = { ref, reading, config, items, before };
  // What was said goes when the question is answered, or moved to where nothing is said.
  if (silence !== null && before !== null && ENDS_SPEAKING.has(silence))
    return speak(job, { ...decision, suggestion: NOTHING }, ports);
  if (silence !== null) {
    // One that was answered before it became a draft again is none that waits.
    if (reading.draft && before === null)
      await store.saveSuggestion(ref, { mode: config.mode, suggestion: NOTHING, comment: 'waiting', latencyMs: null });
    return silent(ref, silence, log);
  }
  const isFirst = before === null || before === 'waiting';
  const settleMs = isFirst ? settlingMs(reading, config, ports.clock()) : 0;
  if (settleMs > 0) return { done: false, againInMs: settleMs };
  return speak(job, { ...decision, suggestion: await decide(decision, ports) }, ports);
}

const ENDS_SPEAKING = new Set<Silence>(['answered', 'of a category that is left alone']);

async function speak(
  { transferred }: Extract<Job, { kind: 'triage' }>,
  decision: Decision,
  ports: TriagePorts,
): Promise<JobResult> {
  const { ref, reading, config, before } = decision;
  const { said, comment } = await act(decision, ports);
  // It has waited elsewhere: how long is not for this repository to tell.
  const isAnswered = before !== null || transferred;
  const latencyMs = isAnswered ? null : ports.clock().getTime() - Date.parse(reading.fact.time);
  await ports.store.saveSuggestion(ref, { mode: config.mode, suggestion: said, comment, latencyMs });
  ports.log.info({ thread: threadKey(ref), comment }, 'thread triaged');
  return done;
}

/** What there is to say of the thread, whatever is then said of it. */
async function decide(
  { ref, reading, config, items }: Omit<Decision, 'suggestion'>,
  ports: TriagePorts,
): Promise<Suggestion> {
  const model = await ports.models.of(ref);
  const [around, near] = await Promise.all([
    readSurroundings(ref, reading, config, ports),
    nearContent(ref, reading.fact, { config, model, textModels: ports.textModels }),
  ]);
  const named = await labelsByModel(ref, reading, { ...around, model, textModels: ports.textModels });
  const decided = suggest(reading, model, { ...around, near, named, refused: items.filter(isRefused) });
  const asked = { ref, task: taskOf(reading), asks: asksSomething(reading.fact), model, store: ports.store };
  return { ...decided, related: await quoteRelated(decided.related, asked) };
}

/** A thread from before the installation is left alone, however much it is edited now. */
async function isNewThread(
  { fresh, thread }: Extract<Job, { kind: 'triage' }>,
  { fact }: ThreadReading,
  { store }: TriagePorts,
): Promise<boolean> {
  return fresh || Date.parse(fact.time) >= (await store.repositorySince(thread)).getTime();
}

function settlingMs({ fact }: ThreadReading, { settle }: RepositoryConfig, now: Date): number {
  const ageMs = now.getTime() - Date.parse(fact.time);
  return Math.min(settle, settle - ageMs);
}

/** A first comment that knows nothing of the history is worth less than one that comes a little later. */
const HISTORY_WAIT_MS = 10 * 60_000;
const HISTORY_LOOK_MS = { soonest: 1_000, latest: 10_000 };

/** Sees to it that the history is read; when to look again while that is worth waiting for, less and less often, else 0. */
async function untilHistory(
  { id, thread }: Extract<Job, { kind: 'triage' }>,
  { store, queue, clock }: TriagePorts,
): Promise<number> {
  const learning = await store.readLearning(thread);
  if (learning === 'learnt' || learning === 'failed') return 0;
  const { installationId, owner, repo } = thread;
  const key = `learn ${repositoryKey(thread)}`;
  if (learning === 'never') {
    const repository = { installationId, owner, repo };
    await queue.add({ kind: 'learn', id: `${id}/learn`, repository }, { key, delayMs: 0 });
  }
  const waitedMs = clock().getTime() - (await store.repositorySince(thread)).getTime();
  if (waitedMs >= HISTORY_WAIT_MS) return 0;
  return Math.min(HISTORY_LOOK_MS.latest, Math.max(HISTORY_LOOK_MS.soonest, waitedMs / 4));
}

/** A thread to be ignored is left without the comment. */
async function takeLeave(
  ref: ThreadRef,
  { standing }: ThreadReading,
  { mode }: RepositoryConfig,
  ports: TriagePorts,
): Promise<JobResult> {
  if (mode !== 'shadow') await ports.github.upsertComment(ref, null, { standing });
  return silent(ref, 'told to ignore it', ports.log);
}

function silent(ref: ThreadRef, because: string, log: Log): JobResult {
  log.info({ thread: threadKey(ref), repository: repositoryKey(ref), because }, 'nothing said');
  return done;
}

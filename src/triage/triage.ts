import { renderComment } from '../comment/render.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import { isRefused } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { repositoryKey, type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import type { EmbedPorts } from './embed.ts';
import { done, type Job, type JobResult } from './job.ts';
import type { Models } from './models.ts';
import { nearContent } from './near-content.ts';
import type { Additions, Clock, CommentOutcome, GitHub, Log, Queue, Store, ThreadReading } from './ports.ts';
import { quoteRelated } from './quote-related.ts';
import { reasonForSilence } from './silence.ts';
import { suggest, taskOf } from './suggest.ts';
import { readSurroundings } from './surroundings.ts';

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

  const [isNew, before, items] = await Promise.all([
    isNewThread(job, reading, ports),
    store.readOutcome(ref),
    store.readItems(ref),
  ]);
  if (!isNew && before === null) return silent(ref, 'older than the installation', log);
  if (before === 'ignored') return takeLeave(ref, config, ports);
  const silence = reasonForSilence(reading, config);
  if (silence !== null) {
    if (reading.draft)
      await store.saveSuggestion(ref, { mode: config.mode, suggestion: nothing, comment: 'waiting', latencyMs: null });
    return silent(ref, silence, log);
  }
  const isFirst = before === null || before === 'waiting';
  const settleMs = isFirst ? settlingMs(reading, config, ports.clock()) : 0;
  if (settleMs > 0) return { done: false, againInMs: settleMs };

  const model = await ports.models.of(ref);
  const [around, near] = await Promise.all([
    readSurroundings(ref, reading, config, ports),
    nearContent(ref, reading.fact, { config, textModels: ports.textModels }),
  ]);
  const refused = items.filter(isRefused).map(({ subject }) => subject);
  const decided = suggest(reading, model, { ...around, near, refused });
  const related = await quoteRelated(decided.related, { ref, task: taskOf(reading), model, store });
  const suggestion = { ...decided, related };

  const comment = await say(ref, suggestion, { config, before }, ports);
  // Only the first time: what a human took away since is never put back.
  if (config.mode === 'auto' && isFirst) await github.apply(ref, additionsOf(suggestion, config));
  const latencyMs = before !== null ? null : ports.clock().getTime() - Date.parse(reading.fact.time);
  await store.saveSuggestion(ref, { mode: config.mode, suggestion, comment, latencyMs });
  log.info({ thread: threadKey(ref), comment }, 'thread triaged');
  return done;
}

/** Reads the thread and stores it as a fact; null (and forgotten) when it is gone. */
export async function observe(
  ref: ThreadRef,
  { github, store }: Pick<TriagePorts, 'github' | 'store'>,
): Promise<ThreadReading | null> {
  const reading = await github.readThread(ref);
  if (reading === null) {
    await store.removeFact(ref, 'thread', String(ref.number));
    await store.forgetThread(ref);
  } else await store.addFacts(ref, [reading.fact], 'replace');
  return reading;
}

const nothing: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

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

/** Outcomes after which the comment stood in the thread, unless a human deleted it. */
const STOOD: readonly (CommentOutcome | null)[] = ['created', 'updated', 'unchanged', 'dismissed'];

async function say(
  ref: ThreadRef,
  suggestion: Suggestion,
  { config, before }: { config: RepositoryConfig; before: CommentOutcome | null },
  { github, webUrl }: TriagePorts,
): Promise<CommentOutcome> {
  const { mode, language, mention } = config;
  if (mode === 'shadow') return 'shadow';
  const repository = { owner: ref.owner, repo: ref.repo, webUrl };
  const body = renderComment(suggestion, { language, mention, threadType: ref.type, repository });
  const stood = STOOD.includes(before);
  const change = await github.upsertComment(ref, body, { create: !stood });
  return change === 'none' && stood ? 'dismissed' : change;
}

/** Only what is sure enough; what goes to a fallback is shown all the same. */
function additionsOf({ labels, assignees, reviewers }: Suggestion, config: RepositoryConfig): Additions {
  const sure =
    (least: number) =>
    ({ probability }: { probability: number }) =>
      probability >= least;
  return {
    labels: labels.filter(sure(config.labels.minPrecision)).map(({ name }) => name),
    assignees: assignees.filter(sure(config.assignees.minPrecision)).map(({ login }) => login),
    reviewers: reviewers.filter(sure(config.reviewers.minPrecision)).map(({ login }) => login),
  };
}

/** A thread to be ignored is left without the comment. */
async function takeLeave(ref: ThreadRef, { mode }: RepositoryConfig, ports: TriagePorts): Promise<JobResult> {
  if (mode !== 'shadow') await ports.github.upsertComment(ref, null);
  return silent(ref, 'told to ignore it', ports.log);
}

function silent(ref: ThreadRef, because: string, log: Log): JobResult {
  log.info({ thread: threadKey(ref), repository: repositoryKey(ref), because }, 'nothing said');
  return done;
}

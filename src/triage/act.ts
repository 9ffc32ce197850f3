import { renderComment } from '../comment/render.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { SuggestedItem } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import { readAcceptance } from './acceptance.ts';
import { additionsOf, afterAdditions, namesOf, standingOf } from './auto-mode.ts';
import type { Additions, GitHub } from './github-port.ts';
import { leaveToGitHub } from './native-output.ts';
import type { Clock, Log } from './ports.ts';
import { saidItems, withdrawn, withoutSilent } from './said-items.ts';
import type { CommentOutcome, Store } from './store-port.ts';
import type { ThreadReading } from './thread-reading.ts';

export interface ActPorts {
  github: Pick<GitHub, 'apply' | 'upsertComment' | 'suggestNatively'>;
  store: Pick<Store, 'acceptance' | 'readItems' | 'recordItems' | 'withdrawItems' | 'recordApplied' | 'recordNative'>;
  clock: Clock;
  log: Log;
  webUrl: string;
}

export interface Decision {
  ref: ThreadRef;
  reading: ThreadReading;
  config: RepositoryConfig;
  /** Everything that was ever said of the thread. */
  items: readonly SuggestedItem[];
  /** What became of the comment the last time. */
  before: CommentOutcome | null;
  suggestion: Suggestion;
}

/** Says of the suggestion what may be said, and in auto mode does of it what is sure enough, as the mode wants it. */
export async function act(decision: Decision, ports: ActPorts): Promise<{ said: Suggestion; comment: CommentOutcome }> {
  const { ref, config, items, suggestion } = decision;
  const { store, clock } = ports;
  const speaking = withoutSilent(suggestion, await readAcceptance(ref, config, ports));
  // Who could answer is not judged: nobody is assigned there, and whoever answers was not chosen.
  const judged = ref.type === 'discussion' ? { ...suggestion, assignees: [] } : suggestion;
  const all = saidItems(judged, config.mode === 'shadow' ? null : speaking);
  await store.withdrawItems(ref, withdrawn(items, all));
  await store.recordItems(ref, all, clock().toISOString());
  if (config.mode === 'shadow') return { said: speaking, comment: 'shadow' };
  const added = await add(decision, speaking, ports);
  const open = await leaveToGitHub(ref, afterAdditions(speaking, added), { config, items }, ports);
  const comment = await comments({ ...decision, suggestion: open }, added, ports);
  return { said: speaking, comment };
}

const NONE: Additions = { labels: [], assignees: [], reviewers: [] };

const NOT_GRANTED = 'not added, GitHub refused: are `issues: write` and `pull_requests: write` granted to the app?';

/** Nothing more is done on a thread where a human did not want to hear of it. */
async function add(
  { ref, config, items, before }: Decision,
  speaking: Suggestion,
  { github, store, clock, log }: ActPorts,
): Promise<Additions> {
  if (config.mode !== 'auto' || before === 'dismissed' || ref.type === 'discussion') return NONE;
  const wanted = additionsOf(speaking, items, config);
  if (namesOf(wanted).length === 0) return NONE;
  const { refused, ...added } = await github.apply(ref, wanted);
  if (refused.length > 0) log.warn({ thread: threadKey(ref), refused }, NOT_GRANTED);
  await store.recordApplied(ref, namesOf(added), { by: null, at: clock().toISOString() });
  return added;
}

/** Outcomes after which the comment stood in the thread, unless a human deleted it. */
const STOOD: readonly (CommentOutcome | null)[] = ['created', 'updated', 'unchanged', 'dismissed'];

async function comments(
  { ref, reading, config, items, before, suggestion }: Decision,
  added: Additions,
  { github, store, webUrl }: ActPorts,
): Promise<CommentOutcome> {
  const { language, mention } = config;
  const done = standingOf(await store.readItems(ref), reading, added);
  const repository = { owner: ref.owner, repo: ref.repo, webUrl };
  const body = renderComment(suggestion, { language, mention, threadType: ref.type, repository, done });
  // In shadow mode nobody looks whether the comment of an earlier mode still stands.
  const stood = STOOD.includes(before) || (before === 'shadow' && items.some(({ shown }) => shown));
  const change = await github.upsertComment(ref, body, { create: !stood, standing: reading.standing });
  return change === 'none' && stood ? 'dismissed' : change;
}

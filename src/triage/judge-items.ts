import type { ItemName, ItemOutcome, SettledItem, SuggestedItem } from '../domain/suggested-item.ts';
import { isRefused } from '../domain/suggested-item.ts';
import { isProcessLabel } from '../match/process-labels.ts';
import type { ThreadReading } from './thread-reading.ts';

/**
 * What became of the items by the thread as it stands: those whose outcome is news. A choice may still be made or
 * changed, so all are judged anew each time, but for what people did not want: that stays so.
 */
export function judgeItems(items: readonly SuggestedItem[], reading: ThreadReading, now: Date): SettledItem[] {
  const at = now.toISOString();
  return items.flatMap((item) => {
    const outcome = isRefused(item) ? null : outcomeOf(item, items, reading);
    if (outcome === null || outcome === item.outcome?.is) return [];
    return [{ kind: item.kind, subject: item.subject, outcome, by: null, at }];
  });
}

function outcomeOf(item: SuggestedItem, items: readonly SuggestedItem[], reading: ThreadReading): ItemOutcome | null {
  if (item.kind === 'related') return outcomeOfRelated(item, items, reading);
  const { set, byBots, takenOff } = choicesOf(item.kind, reading);
  const closed = reading.fact.state === 'closed';
  if (includes(takenOff, item.subject)) return 'rejected';
  if (includes(set, item.subject)) {
    // What nobody told us to apply has to stand the time before it counts.
    if (item.applied !== null) return item.applied.by !== null || closed ? 'accepted' : null;
    return includes(byBots, item.subject) ? null : 'accepted';
  }
  const chosen = set.filter((name) => isChosen(name, item.kind, items, byBots) && !isBesideThePoint(item.kind, name));
  if (chosen.length > 0) return 'changed';
  return closed ? (item.outcome?.is ?? 'ignored') : null;
}

interface Choices {
  set: string[];
  /** Of these, what was last set by a bot, ourselves included. */
  byBots: string[];
  takenOff: string[];
}

function choicesOf(kind: Exclude<ItemName['kind'], 'related'>, reading: ThreadReading): Choices {
  const { fact, reviewers, declined, byBots = { labels: [], people: [] } } = reading;
  switch (kind) {
    case 'label':
      return {
        set: fact.labels,
        byBots: byBots.labels,
        takenOff: fact.unlabelled ?? [],
      };
    case 'assignee':
      return { set: fact.assignees, byBots: byBots.people, takenOff: declined };
    case 'reviewer':
      return { set: reviewers, byBots: byBots.people, takenOff: declined };
  }
}

/** By a human: what the app put there counts where one commanded it. */
function isChosen(
  name: string,
  kind: ItemName['kind'],
  items: readonly SuggestedItem[],
  byBots: readonly string[],
): boolean {
  const ours = items.find((item) => item.kind === kind && item.applied !== null && same(item.subject, name));
  return ours?.applied ? ours.applied.by !== null : !includes(byBots, name);
}

/** A label such as `stale` is no other choice of what a thread is about. */
function isBesideThePoint(kind: ItemName['kind'], name: string): boolean {
  return kind === 'label' && isProcessLabel(name);
}

/** Only a duplicate tells: whatever else people do with what they read there, they do not say. */
function outcomeOfRelated(
  item: SuggestedItem,
  items: readonly SuggestedItem[],
  { fact }: ThreadReading,
): ItemOutcome | null {
  const original = fact.duplicateOf ?? null;
  if (original === null) return null;
  if (item.subject === original) return 'accepted';
  const related = items.filter(({ kind }) => kind === 'related');
  if (related.some(({ subject }) => subject === original)) return null;
  // One answer for the thread and not one for each of the list, whose best comes first.
  return related[0] === item ? 'changed' : null;
}

function includes(names: readonly string[], name: string): boolean {
  return names.some((one) => same(one, name));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

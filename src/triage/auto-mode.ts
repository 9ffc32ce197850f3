import type { RepositoryConfig } from '../config/repository-config.ts';
import { isLabelReason } from '../domain/reason.ts';
import { type ItemKind, type ItemName, isRefused, type SuggestedItem } from '../domain/suggested-item.ts';
import type { RankedLabel, RankedPerson, Suggestion } from '../domain/suggestion.ts';
import type { Additions } from './github-port.ts';
import { isSureEnough, type Promised } from './sure-enough.ts';
import type { ThreadReading } from './thread-reading.ts';

/** What one thread gets at most, whatever is configured: one person answers for it, and two look at a change. */
const MOST = { label: 3, assignee: 1, reviewer: 2 } as const;

type AppliedKind = keyof typeof MOST;

/**
 * What is sure enough to be done without asking, each thing once on a thread. Where a human took something back that
 * was done so, no more of its kind is done there.
 */
export function additionsOf(
  { labels, assignees, reviewers }: Suggestion,
  items: readonly SuggestedItem[],
  config: RepositoryConfig,
): Additions {
  const names = {
    label: labels
      .filter(sure(config.labels))
      .filter(isTaught)
      .map(({ name }) => name),
    assignee: assignees.filter(sure(config.assignees)).map(({ login }) => login),
    reviewer: reviewers.filter(sure(config.reviewers)).map(({ login }) => login),
  };
  const most = { label: config.labels.max, assignee: config.assignees.max, reviewer: config.reviewers.max };
  const some = (kind: AppliedKind) => {
    const before = items.filter((item) => item.kind === kind && item.applied !== null);
    if (before.some(isRefused)) return [];
    const room = Math.min(MOST[kind], most[kind]) - before.length;
    return names[kind].filter((name) => !before.some(isCalled(name))).slice(0, Math.max(0, room));
  };
  return { labels: some('label'), assignees: some('assignee'), reviewers: some('reviewer') };
}

export function namesOf({ labels, assignees, reviewers }: Additions): ItemName[] {
  const named = (kind: ItemKind) => (subject: string) => ({ kind, subject });
  return [...labels.map(named('label')), ...assignees.map(named('assignee')), ...reviewers.map(named('reviewer'))];
}

/** A kind of which something was just done is decided: the thread, read again, would not be asked about it. */
export function afterAdditions(suggestion: Suggestion, { labels, assignees, reviewers }: Additions): Suggestion {
  return {
    labels: labels.length > 0 ? [] : suggestion.labels,
    assignees: assignees.length > 0 ? [] : suggestion.assignees,
    reviewers: reviewers.length > 0 ? [] : suggestion.reviewers,
    related: suggestion.related,
  };
}

/** What the app did by itself and what still stands, with the reasons of then. */
export function standingOf(
  items: readonly SuggestedItem[],
  { fact, reviewers }: Pick<ThreadReading, 'fact' | 'reviewers'>,
  justNow: Additions,
): Omit<Suggestion, 'related'> {
  const own = (kind: AppliedKind, set: readonly string[], added: readonly string[]) =>
    items.filter(
      (item) =>
        item.kind === kind &&
        (added.some((name) => isCalled(name)(item)) ||
          (item.applied?.by === null && set.some((name) => isCalled(name)(item)))),
    );
  return {
    labels: own('label', fact.labels, justNow.labels).map(labelOf),
    assignees: own('assignee', fact.assignees, justNow.assignees).map(personOf),
    reviewers: own('reviewer', reviewers, justNow.reviewers).map(personOf),
  };
}

function labelOf({ subject, probability, reasons }: SuggestedItem): RankedLabel {
  const own = reasons.filter(isLabelReason);
  return { name: subject, probability: probability ?? 0, reasons: own };
}

function personOf({ subject, probability, reasons }: SuggestedItem): RankedPerson {
  const own = reasons.filter((reason) => !isLabelReason(reason));
  return { login: subject, score: 0, probability: probability ?? 0, reasons: own };
}

/** What only a text model says has no past by which it could be judged. */
function isTaught({ reasons }: RankedLabel): boolean {
  return !reasons.some(({ kind }) => kind === 'fits-name');
}

function sure({ minPrecision }: { minPrecision: number }): (one: Promised) => boolean {
  return (one) => isSureEnough(one, minPrecision);
}

function isCalled(name: string): (item: ItemName) => boolean {
  return ({ subject }) => subject.toLowerCase() === name.toLowerCase();
}

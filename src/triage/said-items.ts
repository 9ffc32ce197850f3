import type { Acceptance } from '../domain/acceptance.ts';
import type { ItemKind, ItemName, SaidItem, SuggestedItem } from '../domain/suggested-item.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { isSilent } from './acceptance.ts';

export const NOTHING: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

/** The suggestion item by item; `shown`: what people can see of it, null for nothing. */
export function saidItems(suggestion: Suggestion, shown: Suggestion | null): SaidItem[] {
  const visible = new Set(shown === null ? [] : itemsOf(shown).map(keyOf));
  return itemsOf(suggestion).map((item) => ({ ...item, shown: visible.has(keyOf(item)) }));
}

/** What is left of it when the kinds and labels that are silent are not said. */
export function withoutSilent(suggestion: Suggestion, acceptance: readonly Acceptance[]): Suggestion {
  const speaks = (kind: ItemKind, subject: string) => !isSilent(acceptance, { kind, subject });
  return {
    labels: suggestion.labels.filter(({ name }) => speaks('label', name)),
    assignees: suggestion.assignees.filter(({ login }) => speaks('assignee', login)),
    reviewers: suggestion.reviewers.filter(({ login }) => speaks('reviewer', login)),
    related: suggestion.related,
  };
}

/** Said before, and now neither said any more nor decided on by anybody: nobody can be asked what they made of it. */
export function withdrawn(items: readonly SuggestedItem[], said: readonly SaidItem[]): ItemName[] {
  const still = new Set(said.map(keyOf));
  return items.filter((item) => item.outcome === null && item.applied === null && !still.has(keyOf(item)));
}

function itemsOf({ labels, assignees, reviewers, related }: Suggestion): Omit<SaidItem, 'shown'>[] {
  return [
    ...labels.map(({ name, probability, reasons }) => ({
      kind: 'label' as const,
      subject: name,
      probability,
      reasons,
    })),
    ...assignees.map(({ login, probability, reasons }) => ({
      kind: 'assignee' as const,
      subject: login,
      probability,
      reasons,
    })),
    ...reviewers.map(({ login, probability, reasons }) => ({
      kind: 'reviewer' as const,
      subject: login,
      probability,
      reasons,
    })),
    ...related.map(({ id, score }) => ({ kind: 'related' as const, subject: id, probability: score, reasons: [] })),
  ];
}

function keyOf({ kind, subject }: ItemName): string {
  return `${kind} ${subject.toLowerCase()}`;
}

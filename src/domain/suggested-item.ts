import type { LabelReason, PersonReason } from './reason.ts';

export type ItemKind = 'label' | 'assignee' | 'reviewer' | 'related';

/** One thing that is said of a thread: a label, a login, or the id of a related thread or document. */
export interface ItemName {
  kind: ItemKind;
  subject: string;
}

/**
 * What became of it. `accepted`: it is so, by a human or left standing. `changed`: a human chose another of its kind.
 * `rejected`: a human took it off, declined, or sent it back. `ignored`: nobody did anything about it in time.
 * `undone`: the app took it back because it was told to.
 */
export type ItemOutcome = 'accepted' | 'changed' | 'rejected' | 'ignored' | 'undone';

export interface SaidItem extends ItemName {
  /** 0..1 */
  probability: number;
  reasons: (LabelReason | PersonReason)[];
  /** Whether people could see it; not in shadow mode, nor while its kind is silent. */
  shown: boolean;
}

export interface SuggestedItem extends ItemName {
  /** As it was when first said; null: never suggested, a command applied it. */
  probability: number | null;
  /** As last said. */
  reasons: (LabelReason | PersonReason)[];
  /** Whether it was ever shown to people. */
  shown: boolean;
  /** Whether GitHub holds it in its own suggestion fields. */
  native: boolean;
  /** Times are ISO 8601 UTC. */
  firstSaidAt: string;
  lastSaidAt: string;
  /** Put on the thread by the app; `by`: who commanded it, null in auto mode. */
  applied: { at: string; by: string | null } | null;
  outcome: { is: ItemOutcome; by: string | null; at: string } | null;
}

export interface SettledItem extends ItemName {
  outcome: ItemOutcome;
  /** A login; null where nobody is known to have done it. */
  by: string | null;
  at: string;
}

/** What was settled of one kind, and of labels of one label. */
export interface SettledCounts {
  kind: ItemKind;
  /** null for other kinds. */
  label: string | null;
  outcomes: Record<ItemOutcome, number>;
  /** Sum of what was promised of those that people decided on, which the ignored are not. */
  promised: number;
}

/** Nothing that people did not want is said or done again on the same thread. */
export function isRefused({ outcome }: Pick<SuggestedItem, 'outcome'>): boolean {
  return outcome?.is === 'rejected' || outcome?.is === 'undone';
}

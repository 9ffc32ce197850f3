import type { LabelReason, PersonReason, RelatedReason } from './reason.ts';

export interface RankedPerson {
  login: string;
  /** Only comparable within one answer. */
  score: number;
  /** Of being among the people who really take it, 0..1. */
  probability: number;
  reasons: PersonReason[];
}

export interface RankedLabel {
  name: string;
  probability: number;
  reasons: LabelReason[];
}

export interface RankedContent {
  /** Thread number or document id. */
  id: string;
  kind: 'thread' | 'document';
  score: number;
  reasons: RelatedReason[];
}

/** A related thread or document as it is shown: what it is and how it stands. */
export interface RelatedItem extends RankedContent {
  title: string;
  /** null for a thread, whose address follows from its number. */
  url: string | null;
  state: 'open' | 'closed' | null;
  outcome: string | null;
  type: 'issue' | 'pull' | 'discussion' | null;
}

/** All that is said of one thread; each list may be empty. */
export interface Suggestion {
  labels: RankedLabel[];
  assignees: RankedPerson[];
  reviewers: RankedPerson[];
  related: RelatedItem[];
}

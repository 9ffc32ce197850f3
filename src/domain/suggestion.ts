import type { Fix } from './fact.ts';
import type { LabelReason, PersonReason, RelatedReason } from './reason.ts';

export interface RankedPerson {
  login: string;
  /** Only comparable within one answer. */
  score: number;
  /** Of being among the people who really take it, 0..1. */
  probability: number;
  reasons: PersonReason[];
  /** All that was weighed, what moved the score most first; only where it was asked for. */
  evidence?: PersonEvidence[];
}

/** One kind of evidence about a person, and what it did to their score. */
export interface PersonEvidence {
  /** As the features of the ranking are called. */
  feature: string;
  value: number;
  /** Of all candidates. */
  meanValue: number;
  /** What the value is multiplied by in this repository. */
  weight: number;
  /** The same before anything was learnt from this repository's own past. */
  shippedWeight: number;
  /** What it adds to the log odds, beside the mean candidate. */
  contribution: number;
  /** How many acts are counted behind it; null where it is no count. */
  times: number | null;
  /** Weighed for a discussion: those who answered count as having taken it. */
  answers?: true;
}

export interface RankedLabel {
  name: string;
  probability: number;
  /** Share of this label's like promises of the past that came true, cautiously; what a wanted precision is compared with. */
  precision?: number;
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
  /** What closed it, where that is known. */
  fixedBy?: Fix;
  /** Sentences of it that say what was asked, as they are written there. */
  quote?: string;
}

/** All that is said of one thread; each list may be empty. */
export interface Suggestion {
  labels: RankedLabel[];
  assignees: RankedPerson[];
  reviewers: RankedPerson[];
  related: RelatedItem[];
}

import type { Interval } from './backtest-report.ts';
import type { ItemKind, ItemOutcome } from './suggested-item.ts';

/** How suggestions of one kind, or of one label, fared beside what they promised. */
export interface Acceptance {
  kind: ItemKind;
  /** null: the kind as a whole. */
  label: string | null;
  outcomes: Record<ItemOutcome, number>;
  /** All of them, and those that people decided on, which the ignored are not. */
  judged: number;
  decided: number;
  /** Share of the decided that was accepted, and where it lies with a certainty of 95 %; null where nothing was decided. */
  accepted: number | null;
  interval: Interval;
  /** Mean probability of the decided; null where nothing was decided. */
  promised: number | null;
  /** Configured; null for related content, which promises nothing. */
  minPrecision: number | null;
  /** Why it is silent; null: it speaks. */
  silent: 'seldom-accepted' | 'seldom-heeded' | null;
}

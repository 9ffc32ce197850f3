import type { Fix, ThreadType } from '../domain/fact.ts';
import type { LabelReason, PersonReason, RelatedReason } from '../domain/reason.ts';
import type { RelatedItem } from '../domain/suggestion.ts';

/** How the parts of a sentence that are not words are shown: as Markdown, HTML or plain text, escaped there. */
export interface Ink {
  code(text: string): string;
  /** A thread of the same repository by its number. */
  thread(id: string): string;
}

/** All that CommScore says in one language; sentences are data until they come here. */
export interface Words {
  labels: string;
  /** Over the people suggested for a thread of this type. */
  people(type: ThreadType): string;
  related: string;
  /** Over the labels, and over the people for a thread of this type, that the app itself put there. */
  labelled: string;
  asked(type: ThreadType): string;
  details: string;
  /** Between a name and what is said of it, and between two reasons. */
  colon: string;
  semicolon: string;
  personReason(reason: PersonReason, ink: Ink): string;
  labelReason(reason: LabelReason, ink: Ink): string;
  relatedReason(reason: RelatedReason, ink: Ink): string;
  /** How sure, as a word and in percent. */
  sureness(probability: number): string;
  /** What a related item is and how it stands. */
  standing(item: Pick<RelatedItem, 'kind' | 'type' | 'state' | 'outcome' | 'fixedBy'>, ink: Ink): string;
  /** Of a feed; `host` as it is shown. */
  article(host: string): string;
  /** `undo`: the command that takes back what the app did; null where it did nothing. */
  footer(parts: { triggers: string; shadow: string; config: string; undo: string | null }): string;
}

/** How long ago in the coarsest unit that still tells something. */
export type Ago =
  | { unit: 'today' }
  | { unit: 'yesterday' }
  | { unit: 'days' | 'weeks' | 'months' | 'years'; count: number };

export function ago(days: number): Ago {
  if (days < 1) return { unit: 'today' };
  if (days < 2) return { unit: 'yesterday' };
  if (days < 14) return { unit: 'days', count: Math.floor(days) };
  if (days < 60) return { unit: 'weeks', count: Math.round(days / 7) };
  if (days < 730) return { unit: 'months', count: Math.round(days / 30.44) };
  return { unit: 'years', count: Math.floor(days / 365.25) };
}

export type Sureness = 'almost-certain' | 'likely' | 'even' | 'possible' | 'guess';

export function surenessOf(probability: number): Sureness {
  if (probability >= 0.9) return 'almost-certain';
  if (probability >= 0.7) return 'likely';
  if (probability >= 0.5) return 'even';
  if (probability >= 0.25) return 'possible';
  return 'guess';
}

/** Neither 0 % nor 100 %: nothing here is ever known for sure. */
export function percent(probability: number): number {
  return Math.min(99, Math.max(1, Math.round(probability * 100)));
}

const SHORT_COMMIT = 10;

export function fixName({ kind, id }: Fix, ink: Ink): string {
  return kind === 'pull' ? ink.thread(id) : ink.code(id.slice(0, SHORT_COMMIT));
}

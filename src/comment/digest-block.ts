import type { Digest } from '../community/digest.ts';

/** A digest laid out, whatever it is written as; each piece of text is shown already. */
export type DigestBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'line'; text: string }
  | { kind: 'list'; items: DigestItem[]; numbered?: true }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'folded'; summary: string; blocks: DigestBlock[] };

export interface DigestItem {
  text: string;
  below?: string[];
}

/** What an earlier digest said, in a line. */
export interface EarlierDigest {
  period: Digest['period'];
  opened: number | null;
  ended: number | null;
  waiting: number | null;
}

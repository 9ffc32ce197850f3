import { type Digest, isQuiet } from '../community/digest.ts';
import type { DigestBlock, EarlierDigest } from './digest-block.ts';
import type { DigestInk } from './digest-ink.ts';
import { advice, ahead, details, movement, ranking, risks, suggestions, waits } from './digest-sections.ts';
import type { DigestWords } from './digest-words.ts';

/** What fits on a screen, then what is folded; a section of which there is nothing to say is left out. */
export function digestBlocks(digest: Digest, words: DigestWords, ink: DigestInk): DigestBlock[] {
  const telling = { digest, words, ink };
  const shown = [...movement(telling), ...advice(telling), ...waits(telling), ...risks(telling)];
  const rest = [...ahead(telling), ...suggestions(telling), ...ranking(telling)];
  const folded = details(telling);
  return [
    { kind: 'heading', text: words.period(digest.period) },
    ...(isQuiet(digest) ? [{ kind: 'line' as const, text: words.quiet }] : shown),
    ...(isQuiet(digest) ? [] : rest),
    ...(folded.length === 0 || isQuiet(digest)
      ? []
      : [{ kind: 'folded' as const, summary: words.details, blocks: folded }]),
  ];
}

/** Of the earlier digests, the latest first. */
export function earlierBlock(earlier: readonly EarlierDigest[], words: DigestWords): DigestBlock[] {
  if (earlier.length === 0) return [];
  const { period, opened, ended, waiting } = words.earlierColumns;
  const shown = (count: number | null) => (count === null ? '–' : String(count));
  const rows = earlier.map((one) => [words.period(one.period), ...[one.opened, one.ended, one.waiting].map(shown)]);
  const table: DigestBlock = { kind: 'table', head: [period, opened, ended, waiting], rows };
  return [{ kind: 'folded', summary: words.earlier, blocks: [table] }];
}

export function inALine({ period, moved, waits }: Digest): EarlierDigest {
  const waiting = waits && Object.values(waits.byTurn).reduce((sum, { threads }) => sum + threads, 0);
  return { period, opened: moved?.now.opened ?? null, ended: moved?.now.ended ?? null, waiting };
}

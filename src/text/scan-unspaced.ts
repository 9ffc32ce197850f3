import { classAt, UNSPACED } from './character-class.ts';
import type { TermVisitor } from './scan-terms.ts';
import { stemWord } from './stem-word.ts';

/** ICU's dictionary is slow on very long runs; real sentences are far shorter. */
const LONGEST_RUN = 1000;
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of a run of Chinese, Japanese or another script without spaces; gives back where the run ends. */
export function scanUnspaced(text: string, start: number, visit: TermVisitor): number {
  let end = start + 1;
  while (end < text.length && end - start < LONGEST_RUN && classAt(text, end) === UNSPACED) end += 1;
  for (const { segment, index, isWordLike } of words.segment(text.slice(start, end))) {
    if (isWordLike) visit(stemWord(segment), start + index, start + index + segment.length, 'word');
  }
  return end;
}

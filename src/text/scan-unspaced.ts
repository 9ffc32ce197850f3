import { classAt, UNSPACED } from './character-class.ts';
import type { TermVisitor } from './scan-terms.ts';
import { stemWord } from './stem-word.ts';
import { unspacedWords } from './unspaced-words.ts';

/** ICU's dictionary is slow on very long runs; real sentences are far shorter. */
const LONGEST_RUN = 1000;
const KANA = /[\u3040-\u30ff]/;
/** In Japanese, kana are never farther than this from any run. */
const NEAR = 40;

/** Words of a run of Chinese, Japanese or another script without spaces; gives back where the run ends. */
export function scanUnspaced(text: string, start: number, visit: TermVisitor): number {
  let end = start + 1;
  while (end < text.length && end - start < LONGEST_RUN && classAt(text, end) === UNSPACED) end += 1;
  const japanese = KANA.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
  for (const found of unspacedWords(text.slice(start, end), { japanese })) {
    visit(stemWord(found.word), start + found.start, start + found.end, 'word');
  }
  return end;
}

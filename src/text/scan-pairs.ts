import { foldHan } from './fold-han.ts';

const MAY_HOLD_PAIRS = /[\u3040-\u9fff\uf900-\ufaff]/;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,1000}/gu;
/** Endings and particles: in nearly every Japanese sentence. */
const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u;

/**
 * Calls `visit` for each two neighbouring characters of Chinese and Japanese, so that texts meet whose words a
 * dictionary cuts in different places. They are no words to show to anybody.
 */
export function scanPairs(text: string, visit: (pair: string) => void): void {
  if (!MAY_HOLD_PAIRS.test(text)) return;
  for (const [run] of text.matchAll(RUN)) {
    let before = '';
    for (const character of foldHan(run)) {
      const pair = before + character;
      if (before !== '' && !HIRAGANA_ONLY.test(pair)) visit(pair);
      before = character;
    }
  }
}

import { stemmer } from 'stemmer';

const LONGEST_ENGLISH_WORD = 24;
const MEMO_SIZE = 50_000;
/** Stemming costs a microsecond a word and words repeat; the answers do not depend on what is remembered. */
const memo = new Map<string, string>();

/** Porter's stem of a lower-case English word; anything else comes back as it is. */
export function stemWord(word: string): string {
  if (word.length < 3 || word.length > LONGEST_ENGLISH_WORD) return word;
  const known = memo.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(word, stem);
  return stem;
}

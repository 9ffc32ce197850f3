import { stemmer } from 'stemmer';
import { nativeStem } from './native-stem.ts';

const LONGEST_ENGLISH_WORD = 24;
const MEMO_SIZE = 50_000;
/** Stemming costs a microsecond a word and words repeat; the answers do not depend on what is remembered. */
const memo = new Map<string, string>();

/** What a word is compared by: lower case, one form of letters (`ＡＰＩ` is `api`), a stem where it is English, Russian or Korean. */
export function stemWord(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length > LONGEST_ENGLISH_WORD) return lower.normalize('NFKC');
  const known = memo.get(lower);
  if (known !== undefined) return known;
  const native = nativeStem(lower.normalize('NFKC'));
  const stem = /^[a-z]{3,}$/.test(native) ? stemmer(native) : native;
  if (memo.size >= MEMO_SIZE) memo.clear();
  memo.set(lower, stem);
  return stem;
}

export type Language = 'zh' | 'ja' | 'en';

const SAMPLE = 4096;
/** A Chinese character says about as much as this many letters of an English word. */
const LETTERS_A_CHARACTER = 4;
/** Reports in Chinese quote much English (names, logs, templates), hardly ever the other way round. */
const MIN_SHARE = 0.15;
/** Japanese cannot be written without kana; Chinese texts hold a stray one at most. */
const MIN_KANA_SHARE = 0.1;

/** By script: much kana means Japanese, Han without kana Chinese, all else is treated as English. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const characters = kana + count(sample, /\p{Script=Han}/gu);
  const others = count(sample, /\p{L}/gu) - characters;
  if (characters === 0 || characters / (characters + others / LETTERS_A_CHARACTER) < MIN_SHARE) return 'en';
  return kana / characters >= MIN_KANA_SHARE ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

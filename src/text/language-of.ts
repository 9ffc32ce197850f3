export type Language = 'zh' | 'ja' | 'en';

const SAMPLE = 4096;
/** A Chinese report quotes much English (logs, names), so a tenth of the letters is enough. */
const MIN_SHARE = 0.1;

/** By script: kana means Japanese, Han without kana Chinese, all else is treated as English. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(sample, /\p{Script=Han}/gu);
  if (letters === 0 || (kana + han) / letters < MIN_SHARE) return 'en';
  return kana > han * MIN_SHARE ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

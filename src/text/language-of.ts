export type Language = 'zh' | 'ja' | 'ko' | 'th' | 'ru' | 'ar' | 'he' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'en';

const SAMPLE = 4096;
/** A Chinese character says about as much as this many letters of an English word. */
const LETTERS_A_CHARACTER = 4;
/** Reports in other scripts quote much English (names, logs, templates), hardly ever the other way round. */
const MIN_SHARE = 0.15;
/** Japanese cannot be written without kana; Chinese texts hold a stray one at most. */
const MIN_KANA_SHARE = 0.1;

const SCRIPTS: [Language, RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
];

/** Small words that hardly any other of these languages has. */
const SMALL_WORDS: [Language, Set<string>][] = [
  ['en', setOf('the and to of is it that when with this for on be are not but from have you in')],
  ['de', setOf('der das und ist nicht ein eine ich zu den mit wird beim auch wenn auf wie dass von nach für aber')],
  ['fr', setOf('le les et est pas une des je dans pour que qui du ne sur avec mais cela quand vous au ce lors')],
  ['es', setOf('el los las y es una que por para al del cuando pero como está esto lo muy más sin hay')],
  ['pt', setOf('não uma um em que por para ao na quando mas como está isso meu são foi você eu pelo mais')],
  ['it', setOf('il lo gli è non una di che si della quando ma questo sono nel ho più anche')],
];
/** A single one may be a name. */
const MIN_SMALL_WORDS = 2;
/** Texts in another language stand among the English words of templates and logs. */
const LEAN_TO_OTHERS = 2;

/** By script, then by small words; what tells nothing, as code does, is treated as English. */
export function languageOf(text: string): Language {
  const sample = text.slice(0, SAMPLE);
  if (!/[^\p{ASCII}]/u.test(sample)) return latinLanguage(sample);
  const letters = count(sample, /\p{L}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const characters = kana + count(sample, /\p{Script=Han}/gu);
  if (characters > 0 && characters / (characters + (letters - characters) / LETTERS_A_CHARACTER) >= MIN_SHARE) {
    return kana / characters >= MIN_KANA_SHARE ? 'ja' : 'zh';
  }
  for (const [language, script] of SCRIPTS) {
    if (count(sample, script) > MIN_SHARE * letters) return language;
  }
  return latinLanguage(sample);
}

function latinLanguage(sample: string): Language {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: Language = 'en';
  let most = 0;
  for (const [language, small] of SMALL_WORDS) {
    const found = words.filter((word) => small.has(word)).length;
    const score = language === 'en' ? found : found * LEAN_TO_OTHERS;
    if (score <= most || (language !== 'en' && found < MIN_SMALL_WORDS)) continue;
    best = language;
    most = score;
  }
  return best;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function setOf(words: string): Set<string> {
  return new Set(words.split(' '));
}

/** What a UTF-16 unit means to the term scanner. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const UNDERSCORE = 4;
/** Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Myanmar. */
export const UNSPACED = 5;

const UNKNOWN = 255;
/** Filled as characters are met: asking the regular expressions for all of Unicode would slow every start. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0xdc00 && code <= 0xdfff) return index > 0 ? highSurrogateClass(text.charCodeAt(index - 1)) : OTHER;
  const known = classes[code] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const found = classOf(code);
  classes[code] = found;
  return found;
}

function classOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdbff) return highSurrogateClass(code);
  const char = String.fromCharCode(code);
  if (char === '_' || char === '$') return UNDERSCORE;
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[ー々〆]/u.test(char)) return UNSPACED;
  if (/\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u.test(char)) return UNSPACED;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{L}|\p{M}/u.test(char)) return LOWER;
  return /\p{N}/u.test(char) ? DIGIT : OTHER;
}

/** Rare Han lives behind D840..D88F; emoji and symbols behind D83C..D83E are no words; the rest are letters. */
function highSurrogateClass(code: number): number {
  if (code < 0xd800 || code > 0xdbff) return OTHER;
  if (code >= 0xd840 && code <= 0xd88f) return UNSPACED;
  return code >= 0xd83c && code <= 0xd83e ? OTHER : LOWER;
}

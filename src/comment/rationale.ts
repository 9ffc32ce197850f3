import { isLabelReason, type LabelReason, type PersonReason } from '../domain/reason.ts';
import { plainText } from './escape.ts';
import { type Language, languages } from './languages.ts';
import type { Ink, Words } from './words.ts';

/** As much as GitHub's own suggestion fields hold. */
const MAX_LENGTH = 280;

/** How the field shows its text is not known: nothing in it may ping, link or format wherever it stands. */
const INK: Ink = { code: (text) => `“${harmless(text)}”`, thread: (id) => `#\u200b${harmless(id)}` };

/** The reasons as one plain line, as many of them as fit. */
export function rationaleOf(reasons: readonly (LabelReason | PersonReason)[], language: Language): string {
  const words = languages[language];
  let line = '';
  for (const reason of reasons) {
    const longer = [...(line === '' ? [] : [line]), sentenceOf(reason, words)].join(words.semicolon);
    if (longer.length > MAX_LENGTH) break;
    line = longer;
  }
  return line;
}

function sentenceOf(reason: LabelReason | PersonReason, words: Words): string {
  return isLabelReason(reason) ? words.labelReason(reason, INK) : words.personReason(reason, INK);
}

function harmless(text: string): string {
  return plainText(text.replace(/[`*_[\]<>|~\\]/g, ' '), 60);
}

import { hashTerm } from './hash-term.ts';
import { markdownParts } from './markdown-parts.ts';
import { scanTerms } from './scan-terms.ts';
import type { TitledText } from './weigh-terms.ts';

export interface Spelling {
  word: string;
  /** An identifier, a path or a dotted name rather than a word of prose. */
  code: boolean;
}

/** How a text itself first writes some of its terms, by hash, so that a reason can show them to its reader. */
export function spellTerms({ title, body }: TitledText, wanted: { has(hash: number): boolean }): Map<number, Spelling> {
  const spellings = new Map<number, Spelling>();
  for (const text of [title, ...markdownParts(body).map((part) => part.text)]) {
    scanTerms(text, (key, start, end) => {
      const hash = hashTerm(key);
      if (!wanted.has(hash) || spellings.has(hash)) return;
      const word = text.slice(start, end);
      spellings.set(hash, { word, code: looksLikeCode(word) });
    });
  }
  return spellings;
}

/** `src/queue`, `retry_job`, `retryJob`, `os.Open`; neither `error-free` nor `2.1`. */
function looksLikeCode(word: string): boolean {
  return /[._/:$].*\p{L}|\p{L}.*[._/:$]|\p{Ll}\p{Lu}/u.test(word);
}

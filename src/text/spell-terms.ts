import { hashTerm } from './hash-term.ts';
import { markdownParts } from './markdown-parts.ts';
import { scanTerms, type TermKind } from './scan-terms.ts';
import type { TitledText } from './weigh-terms.ts';

/** How the text itself writes its terms (first spelling), so that a reason can show them to its reader. */
export function spellTerms({ title, body }: TitledText): Map<number, { word: string; kind: TermKind }> {
  const spellings = new Map<number, { word: string; kind: TermKind }>();
  for (const text of [title, ...markdownParts(body).map((part) => part.text)]) {
    scanTerms(text, (key, start, end, kind) => {
      const hash = hashTerm(key);
      if (!spellings.has(hash)) spellings.set(hash, { word: text.slice(start, end), kind });
    });
  }
  return spellings;
}

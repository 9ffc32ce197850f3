import { hashTerm } from '../text/hash-term.ts';
import { markdownParts } from '../text/markdown-parts.ts';
import { scanTerms } from '../text/scan-terms.ts';
import { type TitledText, worthIndexing } from '../text/weigh-terms.ts';

export interface LabelFeatures {
  /** Hashes of all that may speak for a label. */
  hashes: Set<number>;
  /** Of those that are words a reader would accept as a reason: as the text writes them. */
  words: Map<number, string>;
}

/** Further on come logs and templates, which blur what a thread is about. */
const READ_WORDS = 300;
/** Phrases that tell a wish from a complaint stand at the beginning. */
const PHRASE_WORDS = 60;
/** Enough for that many words of any script, and a bound for hostile texts. */
const READ_CHARACTERS = { title: 1000, body: 20_000 };

/** Words anywhere, words and phrases of the title apart, phrases of the first sentences, and a few marks of form. */
export function labelFeatures({ title, body }: TitledText): LabelFeatures {
  const features: LabelFeatures = { hashes: formOf(title, body), words: new Map() };
  addText(features, title.slice(0, READ_CHARACTERS.title), { seen: 0, phrases: READ_WORDS, inTitle: true });
  let seen = 0;
  for (const { kind, text } of markdownParts(body.slice(0, READ_CHARACTERS.body))) {
    seen = addText(features, text, { seen, phrases: kind === 'code' ? 0 : PHRASE_WORDS, inTitle: false });
    if (seen > READ_WORDS) break;
  }
  return features;
}

/** Gives back how many words have been seen, these included. */
function addText(
  { hashes, words }: LabelFeatures,
  text: string,
  options: { seen: number; phrases: number; inTitle: boolean },
): number {
  let seen = options.seen;
  let before = '';
  scanTerms(text, (key, start, end, kind) => {
    if (seen > READ_WORDS) return;
    const hash = hashTerm(key);
    hashes.add(hash);
    if (worthIndexing(key) && /\p{L}/u.test(key) && !words.has(hash)) words.set(hash, text.slice(start, end));
    if (options.inTitle) hashes.add(hashTerm(`title:${key}`));
    if (kind === 'code') return;
    if (before !== '' && seen < options.phrases) hashes.add(hashTerm(`${before} ${key}`));
    before = key;
    seen += 1;
  });
  return seen;
}

/** Names of features hold characters that no term has. */
function formOf(title: string, body: string): Set<number> {
  const marks = new Set<number>();
  if (/[?？]/.test(title)) marks.add(hashTerm('form:title asks'));
  if (/[?？](?:\s|$)/.test(body)) marks.add(hashTerm('form:body asks'));
  if (/```|~~~|<pre>/.test(body)) marks.add(hashTerm('form:code'));
  if (body.trim() === '') marks.add(hashTerm('form:empty'));
  const [first] = /[\p{L}\p{N}]+/u.exec(title.slice(0, 200)) ?? [];
  if (first !== undefined) marks.add(hashTerm(`first:${first.toLowerCase()}`));
  return marks;
}

import { hashTerm } from '../text/hash-term.ts';
import { markdownParts } from '../text/markdown-parts.ts';
import { scanTerms } from '../text/scan-terms.ts';
import { type TitledText, worthIndexing } from '../text/weigh-terms.ts';
import { writingManner } from './writing-manner.ts';

/** A text and who wrote it, where that is known. */
export interface AuthoredText extends TitledText {
  author?: string | null;
}

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

/**
 * Words anywhere, words and phrases of the title apart, phrases of the first sentences, a few marks of form, and the
 * manner of writing. The last bit of a hash tells manner from all else.
 */
export function labelFeatures({ title, body, author = null }: AuthoredText): LabelFeatures {
  const heading = title.slice(0, READ_CHARACTERS.title);
  const features: LabelFeatures = { hashes: formOf(title, body), words: new Map() };
  for (const trait of writingManner(heading, body)) features.hashes.add(hashTerm(`manner:${trait}`) | MANNER);
  if (author !== null) features.hashes.add(featureOf(`author:${author.toLowerCase()}`));
  addText(features, heading, { seen: 0, phrases: READ_WORDS, inTitle: true });
  let seen = 0;
  for (const { kind, text } of markdownParts(body.slice(0, READ_CHARACTERS.body))) {
    seen = addText(features, text, { seen, phrases: kind === 'code' ? 0 : PHRASE_WORDS, inTitle: false });
    if (seen > READ_WORDS) break;
  }
  return features;
}

const MANNER = 1;

/** Whether the feature is of how a text is written, not of what it says. */
export function isManner(hash: number): boolean {
  return (hash & MANNER) === MANNER;
}

/** Of a feature that is no manner. */
export function featureOf(feature: string): number {
  return hashTerm(feature) & ~MANNER;
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
    const hash = featureOf(key);
    const isNew = !hashes.has(hash);
    hashes.add(hash);
    if (isNew && worthIndexing(key) && /\p{L}/u.test(key)) words.set(hash, text.slice(start, end));
    if (options.inTitle) hashes.add(featureOf(`title:${key}`));
    if (kind === 'code') return;
    if (before !== '' && seen < options.phrases) hashes.add(featureOf(`${before} ${key}`));
    before = key;
    seen += 1;
  });
  return seen;
}

/** Names of features hold characters that no term has. */
function formOf(title: string, body: string): Set<number> {
  const marks = new Set<number>();
  if (/[?？]/.test(title)) marks.add(featureOf('form:title asks'));
  if (/[?？](?:\s|$)/.test(body)) marks.add(featureOf('form:body asks'));
  if (/```|~~~|<pre>/.test(body)) marks.add(featureOf('form:code'));
  if (body.trim() === '') marks.add(featureOf('form:empty'));
  const [first] = /[\p{L}\p{N}]+/u.exec(title.slice(0, 200)) ?? [];
  if (first !== undefined) marks.add(featureOf(`first:${first.toLowerCase()}`));
  return marks;
}

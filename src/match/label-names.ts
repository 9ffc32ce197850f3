import { scanTerms } from '../text/scan-terms.ts';
import { featureOf } from './label-features.ts';

/** How a text would speak of what a label is named for: features of the name's words, and of the name as it stands. */
export interface NameFeatures {
  words: NameFeature[];
  whole: NameFeature[];
}

interface NameFeature {
  anywhere: number;
  inTitle: number;
}

/** How far a text names a label, each 0..1. */
export interface Named {
  /** The part of the name's words that the title has. */
  inTitle: number;
  /** The same of the whole text. */
  anywhere: number;
  /** Whether the name stands there as it is written, such as `net/http`. */
  whole: number;
}

/** How rare the rarest of the name's words is that the text has: `httptest` tells more of `net/http/httptest` than `net`. */
export function rarestNamed(
  hashes: ReadonlySet<number>,
  { words }: NameFeatures,
  rarity: (hash: number) => number,
): number {
  return words.reduce((most, { anywhere }) => (hashes.has(anywhere) ? Math.max(most, rarity(anywhere)) : most), 0);
}

/** `component: Ozone Manager` is spoken of as Ozone Manager, `net/http` as it stands or as http. */
export function nameFeatures(name: string): NameFeatures {
  const spoken = name.replace(/^[^:]{1,40}:\s*/, '');
  const words = new Set<string>();
  const whole = new Set<string>();
  scanTerms(spoken, (key, _start, _end, kind) => void (kind === 'code' ? whole : words).add(key));
  return { words: Array.from(words, features), whole: Array.from(whole, features) };
}

export function namedIn(hashes: ReadonlySet<number>, { words, whole }: NameFeatures): Named {
  const part = (of: keyof NameFeature) =>
    words.filter((word) => hashes.has(word[of])).length / Math.max(1, words.length);
  return {
    inTitle: part('inTitle'),
    anywhere: part('anywhere'),
    whole: whole.some(({ anywhere }) => hashes.has(anywhere)) ? 1 : 0,
  };
}

function features(key: string): NameFeature {
  return { anywhere: featureOf(key), inTitle: featureOf(`title:${key}`) };
}

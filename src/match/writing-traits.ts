import { hashTerm } from '../text/hash-term.ts';
import { markdownParts } from '../text/markdown-parts.ts';
import { scanTerms } from '../text/scan-terms.ts';
import type { TitledText } from '../text/weigh-terms.ts';
import { writingManner } from './writing-manner.ts';

/** Each kind is evidence of its own. */
const TRAIT_KINDS = ['manner', 'openings', 'titleWords'] as const;

export type TraitKind = (typeof TRAIT_KINDS)[number];

/** Number of a trait within its kind: two that share one are taken for the same. */
const HASH_BITS = 14;
const LONGEST_TITLE = 1000;
/** Of a body, to learn how it begins. */
const READ_CHARACTERS = 1000;

/** What a text has of each kind of trait, as small numbers in order, each once. */
export function writingTraits({ title, body }: TitledText): Uint16Array {
  const heading = title.slice(0, LONGEST_TITLE);
  const titleTerms = termsOf(heading);
  const [beginning] = markdownParts(body.slice(0, READ_CHARACTERS));
  const traits = new Set([
    ...numbered('manner', writingManner(heading, body)),
    ...numbered('openings', openings(titleTerms, termsOf(beginning?.text ?? ''))),
    ...numbered('titleWords', titleTerms),
  ]);
  return Uint16Array.from(traits).sort();
}

export function kindOfTrait(trait: number): TraitKind {
  return TRAIT_KINDS[trait >>> HASH_BITS] ?? 'manner';
}

function numbered(kind: TraitKind, traits: Iterable<string>): number[] {
  const offset = TRAIT_KINDS.indexOf(kind) << HASH_BITS;
  return Array.from(traits, (trait) => offset | (hashTerm(trait) & ((1 << HASH_BITS) - 1)));
}

/** How a text begins, and how its title ends. */
function openings(title: string[], body: string[]): string[] {
  const found: string[] = [];
  if (title.length > 0) found.push(`title ${title[0]}`);
  if (title.length > 1) found.push(`title ${title[0]} ${title[1]}`, `last ${title.at(-1)}`);
  if (body.length > 0) found.push(`body ${body[0]}`, `body ${body[0]} ${body[1] ?? ''}`);
  return found;
}

function termsOf(text: string): string[] {
  const terms: string[] = [];
  scanTerms(text, (term) => void terms.push(term));
  return terms;
}

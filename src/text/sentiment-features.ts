import { type PhraseTable, phraseTable } from './phrase-table.ts';
import { ENGLISH_ASSENT, ENGLISH_DEGREES, ENGLISH_NEGATIONS, ENGLISH_SENTIMENT } from './sentiment-words-en.ts';
import {
  CHINESE_ASSENT,
  CHINESE_DEGREES,
  CHINESE_NEGATIONS,
  CHINESE_PREFIXES,
  CHINESE_SENTIMENT,
} from './sentiment-words-zh.ts';
import type { ToneToken } from './tone-tokens.ts';

/** What a text shows of how its writer feels. */
export interface SentimentFeatures {
  /** Strength of its strongest unhappy word, 0..about 5. */
  worst: number;
  /** Summed strength of unhappy and of glad words. */
  unhappy: number;
  glad: number;
  frowns: number;
  cheers: number;
  /** Marks such as `!!` and `???`. */
  emphasis: number;
}

const PREFIX_FACTOR = 1.5;
/** "很糟糕" as one entry, since where it is cut differs from sentence to sentence. */
const prefixed = CHINESE_SENTIMENT.filter(([strength]) => strength !== 0).flatMap(([strength, words]) =>
  CHINESE_PREFIXES.map((prefix): [number, string] => [
    strength * PREFIX_FACTOR,
    words.replace(/[^|\s]+/g, (word) => prefix + word),
  ]),
);

const feelings = phraseTable([...prefixed, ...ENGLISH_SENTIMENT, ...CHINESE_SENTIMENT]);
const degrees = phraseTable([...ENGLISH_DEGREES, ...CHINESE_DEGREES]);
const negations: PhraseTable<boolean> = phraseTable([
  [true, ENGLISH_NEGATIONS],
  [true, CHINESE_NEGATIONS],
  [false, ENGLISH_ASSENT],
  [false, CHINESE_ASSENT],
]);

/** How many words further a negation or a degree still tells on a word. */
const NEGATION_REACH = 3;
const DEGREE_REACH = 2;
/** "Not great" is milder than "bad". */
const NEGATED_GLAD = -0.5;
const LOUDER = 1.5;
/** Long reports hold many words of this strength, which do not add up to a mood. */
const MILD = 1.5;

export function sentimentFeatures(tokens: readonly ToneToken[]): SentimentFeatures {
  const features: SentimentFeatures = { worst: 0, unhappy: 0, glad: 0, frowns: 0, cheers: 0, emphasis: 0 };
  let scope = OPEN_SCOPE;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind !== 'word') {
      countMark(features, token);
      scope = OPEN_SCOPE;
      index += 1;
      continue;
    }
    const feeling = feelings(tokens, index);
    if (feeling !== null) count(features, strengthOf(feeling.value, token.loud, index, scope));
    const next = index + (feeling?.length ?? notNegating(tokens, index));
    scope = scopeAfter(tokens, index, feeling === null, scope);
    index = next;
  }
  return features;
}

/** "Not only" is passed as a whole, lest its "not" be found alone. */
function notNegating(tokens: readonly ToneToken[], index: number): number {
  const found = negations(tokens, index);
  return found?.value === false ? found.length : 1;
}

/** Where the last negation and degree of the clause end. */
interface Scope {
  negationEnd: number;
  degreeEnd: number;
  factor: number;
}

const OPEN_SCOPE: Scope = { negationEnd: -100, degreeEnd: -100, factor: 1 };

/** Words of feeling may be degrees too ("pretty bad"), but "cannot stand" does not negate what follows. */
function scopeAfter(tokens: readonly ToneToken[], index: number, unfelt: boolean, scope: Scope): Scope {
  const degree = degrees(tokens, index);
  const found = unfelt ? negations(tokens, index) : null;
  const negation = found?.value ? found : null;
  if (degree === null && negation === null) return scope;
  return {
    negationEnd: negation === null ? scope.negationEnd : index + negation.length,
    degreeEnd: degree === null ? scope.degreeEnd : index + degree.length,
    factor: degree?.value ?? scope.factor,
  };
}

function strengthOf(value: number, loud: boolean, index: number, scope: Scope): number {
  const factor = index - scope.degreeEnd < DEGREE_REACH ? scope.factor : 1;
  const negated = index - scope.negationEnd < NEGATION_REACH;
  if (negated) return value > 0 ? NEGATED_GLAD * factor : 0;
  return value * factor * (loud ? LOUDER : 1);
}

function count(features: SentimentFeatures, strength: number): void {
  if (strength > 0) features.glad += strength;
  if (strength >= 0) return;
  if (strength < -MILD) features.unhappy -= strength;
  features.worst = Math.max(features.worst, -strength);
}

function countMark(features: SentimentFeatures, { kind, loud }: ToneToken): void {
  if (kind === 'frown') features.frowns += 1;
  else if (kind === 'cheer') features.cheers += 1;
  else if (loud) features.emphasis += 1;
}

import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

export type Obscenity = 'slur' | 'coarse';

/** In the package's words: coarse ones that are said of things as well. */
const COARSE = new Set([
  'fuck',
  'shit',
  'ass',
  'arse',
  'piss',
  'bollocks',
  'turd',
  'bastard',
  'bitch',
  'cock',
  'prick',
  'dick',
]);
/** Subjects and names, and words that mean no harm in German, Spanish or Norwegian. */
const HARMLESS = new Set(
  'abo anal anus chink cum dyke fag hooker incest negro orgy penis porn rape scat semen sex spastic tit vagina'.split(
    ' ',
  ),
);
/** Others within a word are chance: names run together, typing errors. */
const COMPOUNDING = 'fuck';
/** A foreign key, and the check of a file system. */
const TECHNICAL = /^(?:fk|fsck)/;
const SHORTEST = 4;
const LONGEST = 30;

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Those of the words that are obscene; words are looked at one by one, never across their borders. */
export function obsceneWords(words: Iterable<string>): Map<string, Obscenity> {
  const asked = [...new Set(words)].filter(
    (word) => word.length >= SHORTEST && word.length <= LONGEST && !TECHNICAL.test(word),
  );
  const starts: number[] = [];
  let text = '';
  for (const word of asked) {
    starts.push(text.length);
    text += `${word}\n`;
  }
  const found = new Map<string, Obscenity>();
  for (const match of matcher.getAllMatches(text, true)) {
    const { phraseMetadata } = englishDataset.getPayloadWithPhraseMetadata(match);
    const name = phraseMetadata?.originalWord ?? '';
    const position = lastAtMost(starts, match.startIndex);
    const word = asked[position];
    const inside = match.startIndex !== starts[position] && name !== COMPOUNDING;
    if (word === undefined || inside || HARMLESS.has(name)) continue;
    found.set(word, COARSE.has(name) ? 'coarse' : 'slur');
  }
  return found;
}

function lastAtMost(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

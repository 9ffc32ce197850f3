import type { ToneToken } from './tone-tokens.ts';

/** Finds the longest phrase that starts at a token. */
export type PhraseTable<Value> = (
  tokens: readonly ToneToken[],
  start: number,
) => { value: Value; length: number } | null;

/** Chinese may be cut finer than the phrase was written, so some more tokens are tried than it has characters. */
const LONGEST = 8;

/** `groups` hold phrases with ` | ` between them; where one comes twice the later group counts. */
export function phraseTable<Value>(groups: readonly (readonly [value: Value, phrases: string])[]): PhraseTable<Value> {
  const values = new Map<string, Value>();
  const starts = new Set<string>();
  for (const [value, phrases] of groups) {
    for (const phrase of phrases.split('|').map((entry) => entry.trim())) {
      values.set(phrase, value);
      starts.add(startOf(phrase));
    }
  }
  return (tokens, start) => {
    const first = tokens[start];
    if (first === undefined || !starts.has(startOf(first.word))) return null;
    return longestFrom(values, tokens, start);
  };
}

function longestFrom<Value>(
  values: ReadonlyMap<string, Value>,
  tokens: readonly ToneToken[],
  start: number,
): { value: Value; length: number } | null {
  let joined = '';
  let found: { value: Value; length: number } | null = null;
  for (let length = 1; length <= LONGEST; length += 1) {
    const token = tokens[start + length - 1];
    if (token?.kind !== 'word') break;
    joined += joined === '' || token.han ? token.word : ` ${token.word}`;
    const value = values.get(joined);
    if (value !== undefined) found = { value, length };
  }
  return found;
}

/** Below it are no scripts that are written without spaces. */
const FIRST_UNSPACED = 0x2e80;

/** A Chinese phrase starts with a character, any other with a word. */
function startOf(phrase: string): string {
  if (phrase.charCodeAt(0) >= FIRST_UNSPACED) return phrase.charAt(0);
  const space = phrase.indexOf(' ');
  return space === -1 ? phrase : phrase.slice(0, space);
}

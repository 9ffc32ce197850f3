import { pathWords } from './path-words.ts';

const MAX_CHARACTERS = 20_000;
const MAX_WORDS = 60;

/** Words of a text cut as those of paths are, so that the two can be compared; each once, in the order of the text. */
export function textWords(text: string): string[] {
  const words = new Set<string>();
  for (const name of text.slice(0, MAX_CHARACTERS).split(/[^\p{L}\p{N}]+/u)) {
    for (const word of pathWords(name)) words.add(word);
    if (words.size >= MAX_WORDS) break;
  }
  return [...words];
}

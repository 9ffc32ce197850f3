import { stopWords } from '../text/stop-words.ts';
import { textWords } from './text-words.ts';

/** Words of a text as paths have them, less those that say nothing. */
export function contentWords(text: string): string[] {
  return textWords(text).filter((word) => !stopWords.has(word));
}

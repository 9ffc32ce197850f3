import { foldHan } from './fold-han.ts';
import { taiwaneseWords } from './taiwanese-words.ts';

/** A word as it is compared, and where in the text it stands. */
export interface WordAt {
  word: string;
  start: number;
  end: number;
}

const LONGEST_NAME = 4;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Words of a run of characters without spaces. Chinese is read as it would be written on the mainland: in simplified
 * characters, which also tell better where words end, and with the mainland's names of things.
 */
export function unspacedWords(run: string, { japanese }: { japanese: boolean }): WordAt[] {
  const words = cut(run);
  if (japanese) return words.map(({ word, start, end }) => ({ word: foldHan(word), start, end }));
  const folded = foldHan(run);
  const names = taiwaneseIn(words, folded);
  if (folded === run && names.length === 0) return words;
  const ends = [0, ...names.map(({ end }) => end)];
  const between = (at: number) => cut(folded.slice(ends[at] ?? 0, names[at]?.start), ends[at]);
  const read = names.flatMap(({ word, start, end }, at) => [
    ...between(at),
    ...cut(word).map((part) => ({ word: part.word, start, end })),
  ]);
  return [...read, ...between(names.length)];
}

function cut(text: string, from = 0): WordAt[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ word: segment, start: from + index, end: from + index + segment.length }] : [],
  );
}

/** What they are called on the mainland. They begin and end where words do: 改變數據 holds no 變數. */
function taiwaneseIn(words: readonly WordAt[], folded: string): WordAt[] {
  const found: WordAt[] = [];
  let at = 0;
  while (at < words.length) {
    const name = nameAt(words, at, folded);
    if (name !== null) found.push(name.called);
    at += name?.parts ?? 1;
  }
  return found;
}

/** The longest one, 使用者名稱 rather than 使用者. */
function nameAt(words: readonly WordAt[], at: number, folded: string): { called: WordAt; parts: number } | null {
  const start = words[at]?.start ?? 0;
  for (let parts = Math.min(LONGEST_NAME, words.length - at); parts > 0; parts -= 1) {
    const end = words[at + parts - 1]?.end ?? start;
    const word = taiwaneseWords.get(folded.slice(start, end));
    if (word !== undefined) return { called: { word, start, end }, parts };
  }
  return null;
}

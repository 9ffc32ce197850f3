/**
 * Which of the words may be shown to a reader as what two texts share: `retryJob` says enough, neither `retry` nor `Job`
 * stands beside it, and a number or a single character says nothing.
 */
export function wordsToShow(words: readonly string[]): string[] {
  const telling = words.filter(tellsSomething);
  const folded = telling.map((word) => word.toLowerCase());
  return telling.filter((word, at) => {
    const own = word.toLowerCase();
    return !folded.some((other, place) => (own === other ? place < at : other.includes(own)));
  });
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A letter is there, and more than one character where each is about a word, more than two elsewhere. */
function tellsSomething(word: string): boolean {
  return /\p{L}/u.test(word) && [...word].length > (UNSPACED.test(word) ? 1 : 2);
}

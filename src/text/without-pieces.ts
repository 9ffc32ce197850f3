/** Words as they may be shown together: `retryJob` says enough, neither `retry` nor `Job` stands beside it. */
export function withoutPieces(words: readonly string[]): string[] {
  const folded = words.map((word) => word.toLowerCase());
  return words.filter((word, at) => {
    const own = word.toLowerCase();
    return !folded.some((other, place) => (own === other ? place < at : other.includes(own)));
  });
}

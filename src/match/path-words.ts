const WORD = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g;
const LAST_NAMES = 3;
const MIN_LENGTH = 3;

/** Words in a file's name and its two nearest directories: `src/httpServer/fooBar.ts` has src, http, server, foo, bar. */
export function pathWords(path: string): string[] {
  const near = path.split('/').slice(-LAST_NAMES).join('/');
  const words = [...near.matchAll(WORD)].map(([word]) => word.toLowerCase());
  return [...new Set(words.filter((word) => word.length >= MIN_LENGTH))];
}

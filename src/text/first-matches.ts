/** What a pattern finds, each once, in the order of the text, up to so many; null is left out. */
export function firstMatches(
  text: string,
  pattern: RegExp,
  most: number,
  use: (found: RegExpExecArray) => string | null,
): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    const name = use(match);
    if (name !== null) found.add(name);
    if (found.size === most) break;
  }
  return [...found];
}

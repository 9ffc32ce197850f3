import { anchoredPattern, pathMatches } from './path-pattern.ts';

/** One that stands for more is read as it is written. */
const MOST_ALTERNATIVES = 64;

/**
 * Whether a path fits one of the globs: `*` and `?` within a name, `**` for any number of names, `{a,b}` for either.
 * No regular expression is made of them, so that none can be written which takes for ever.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(alternatives).map(anchoredPattern);
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => pathMatches(pattern, names));
  };
}

function alternatives(glob: string): string[] {
  let open = [glob];
  for (;;) {
    const next = open.flatMap(firstBraces);
    if (next.length === open.length || next.length > MOST_ALTERNATIVES) return open;
    open = next;
  }
}

/** The first braces that hold a comma and no others; those without a comma stand for themselves. */
function firstBraces(glob: string): string[] {
  for (let closing = glob.indexOf('}'); closing >= 0; closing = glob.indexOf('}', closing + 1)) {
    const opening = glob.lastIndexOf('{', closing);
    const inner = glob.slice(opening + 1, closing);
    if (opening < 0 || !inner.includes(',') || inner.includes('}')) continue;
    return inner.split(',').map((one) => glob.slice(0, opening) + one + glob.slice(closing + 1));
  }
  return [glob];
}

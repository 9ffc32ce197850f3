/** One character of a name, or a wildcard. */
type Token = { literal: string } | 'any-run' | 'any-one';
/** `any-depth`: no name or more; `rest`: whatever names are left. */
type Segment = Token[] | 'any-depth' | 'rest';

export interface PathPattern {
  segments: Segment[];
  /** Whether the last `rest` may be empty: `docs` is the file too, `docs/` only what lies below. */
  restMayBeEmpty: boolean;
}

/**
 * A path pattern of CODEOWNERS; null where GitHub refuses it: `!`, `[ ]`, an escaped leading `#`, nothing to match.
 * Like gitignore, except that a last `*` stays in its directory.
 */
export function parsePathPattern(text: string): PathPattern | null {
  if (/^(?:!|\\#)|[[\]]|\*\*\*/.test(text)) return null;
  const names = text.split('/');
  const inner = names.filter((name) => name !== '');
  const anchored = names[0] === '' || inner.length > 1;
  if (inner.length === 0) return null;
  const segments = inner.map((name): Segment => (name === '**' ? 'any-depth' : tokens(name)));
  if (!anchored) segments.unshift('any-depth');
  const onlyBelow = names.at(-1) === '' || names.at(-1) === '**';
  if (segments.at(-1) === 'any-depth') segments.pop();
  if (inner.at(-1) !== '*' || onlyBelow) segments.push('rest');
  return { segments, restMayBeEmpty: !onlyBelow && segments.at(-1) === 'rest' };
}

/** A glob of the whole path from the root of the repository; a last `**` stands for whatever lies below. */
export function anchoredPattern(glob: string): PathPattern {
  const names = glob.split('/').filter((name) => name !== '' && name !== '.');
  const segments = names.map((name): Segment => (name === '**' ? 'any-depth' : tokens(name)));
  if (segments.at(-1) === 'any-depth') segments.splice(-1, 1, 'rest');
  return { segments, restMayBeEmpty: false };
}

function tokens(name: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < name.length; at++) {
    const char = name.charAt(at);
    if (char === '\\' && at + 1 < name.length) found.push({ literal: name.charAt(++at) });
    else if (char === '?') found.push('any-one');
    else if (char !== '*') found.push({ literal: char });
    else if (found.at(-1) !== 'any-run') found.push('any-run');
  }
  return found;
}

/** Time grows with pattern times path at worst: only the last `**`, and in a name the last `*`, is ever tried again. */
export function pathMatches({ segments, restMayBeEmpty }: PathPattern, names: string[]): boolean {
  let segmentAt = 0;
  let nameAt = 0;
  let retry: { segmentAt: number; nameAt: number } | null = null;
  while (nameAt < names.length) {
    const segment = segments[segmentAt];
    if (segment === 'rest') return true;
    if (segment === 'any-depth') {
      retry = { segmentAt: ++segmentAt, nameAt };
    } else if (segment !== undefined && nameMatches(segment, names[nameAt] ?? '')) {
      segmentAt++;
      nameAt++;
    } else if (retry !== null) {
      nameAt = ++retry.nameAt;
      segmentAt = retry.segmentAt;
    } else {
      return false;
    }
  }
  return segmentAt === segments.length - (restMayBeEmpty ? 1 : 0);
}

function nameMatches(tokens: Token[], name: string): boolean {
  let tokenAt = 0;
  let charAt = 0;
  let retry: { tokenAt: number; charAt: number } | null = null;
  while (charAt < name.length) {
    const token = tokens[tokenAt];
    if (token === 'any-run') {
      retry = { tokenAt: ++tokenAt, charAt };
    } else if (token !== undefined && (token === 'any-one' || token.literal === name[charAt])) {
      tokenAt++;
      charAt++;
    } else if (retry !== null) {
      charAt = ++retry.charAt;
      tokenAt = retry.tokenAt;
    } else {
      return false;
    }
  }
  return tokens.slice(tokenAt).every((token) => token === 'any-run');
}

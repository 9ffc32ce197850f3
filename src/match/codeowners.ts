import { type PathPattern, parsePathPattern, pathMatches } from './path-pattern.ts';

/** One rule of CODEOWNERS, as written. */
export interface OwnerRule {
  pattern: string;
  /** `@login`, `@org/team` or an e-mail address. */
  owners: string[];
}

/** The rule that decides on a path; null where nobody owns it. */
export type Codeowners = (path: string) => OwnerRule | null;

/** GitHub does not read a larger file. */
const MAX_CHARACTERS = 3 * 1024 * 1024;
/** `*`, `**`, `/**`, `**` with `/*` after it; not `/*`, which is the top directory alone. */
const EVERYTHING = /^(?:\*|\/?\*\*(?:\/\*)?)$/;
const OWNER = /^(?:@[^\s@/]+(?:\/[^\s@/]+)?|[^\s@]+@[^\s@]+)$/;

/** Reads CODEOWNERS as GitHub does: the last rule that matches wins, one without owners clears, a line in error is skipped. */
export function parseCodeowners(text: string): Codeowners {
  const rules = text.length > MAX_CHARACTERS ? [] : text.split(/\r\n|\r|\n/).flatMap(parseLine);
  rules.reverse();
  return (path) => {
    const names = path.split('/');
    const decisive = rules.find((rule) => pathMatches(rule.parsed, names));
    if (decisive === undefined || decisive.owners.length === 0) return null;
    return { pattern: decisive.pattern, owners: decisive.owners };
  };
}

/** The rule that says who owns everything that no later rule gives to others; null where there is none. */
export function everythingRule(text: string): OwnerRule | null {
  const rules = text.length > MAX_CHARACTERS ? [] : text.split(/\r\n|\r|\n/).flatMap(parseLine);
  const rule = rules.findLast(({ pattern }) => EVERYTHING.test(pattern));
  return rule === undefined || rule.owners.length === 0 ? null : { pattern: rule.pattern, owners: rule.owners };
}

function parseLine(line: string): (OwnerRule & { parsed: PathPattern })[] {
  const [pattern, ...owners] = words(line);
  if (pattern === undefined || !owners.every((owner) => OWNER.test(owner))) return [];
  const parsed = parsePathPattern(pattern);
  return parsed === null ? [] : [{ pattern, owners, parsed }];
}

/** Cut at blanks that no backslash escapes; a word that begins with `#` begins a comment. */
function words(line: string): string[] {
  const found: string[] = [];
  let word = '';
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '#' && word === '') break;
    if (char === ' ' || char === '\t') {
      if (word !== '') found.push(word);
      word = '';
      continue;
    }
    word += char;
    if (char === '\\') word += line.charAt(++at);
  }
  if (word !== '') found.push(word);
  return found;
}

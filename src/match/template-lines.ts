import { hashTerm } from '../text/hash-term.ts';
import { scanTerms } from '../text/scan-terms.ts';
import { type TitledText, worthIndexing } from '../text/weigh-terms.ts';
import type { Statistics } from './word-statistics.ts';

/** Of the content of a repository; several templates share its threads between them. */
const MIN_SHARE = 0.1;
/** A word of fewer contents is nobody's template. */
const MIN_CONTENTS = 10;
/** One word alone may be a short answer, but for a heading. */
const MIN_WORDS = 2;
const HEADING = /^ {0,3}#{1,6} /;
/** Questions of templates are short; what is longer is a log or somebody's own. */
const LONGEST_LINE = 300;
const MOST_CHARACTERS = 20_000;

/**
 * A text less the lines of which every word is common in the repository: what its templates ask, rather than what the
 * writer answers. It depends on what is known now alone, so that it is unlearnt with it, and keeps nothing of its own.
 */
export function withoutTemplateLines({ title, body }: TitledText, statistics: Statistics): TitledText {
  const least = Math.max(MIN_CONTENTS, MIN_SHARE * statistics.count);
  const read = body.slice(0, MOST_CHARACTERS);
  const lines = read.split('\n').map((line) => (isCommon(line, least, statistics) ? '' : line));
  return { title, body: lines.join('\n') + body.slice(MOST_CHARACTERS) };
}

function isCommon(line: string, least: number, { frequency }: Statistics): boolean {
  if (line.length > LONGEST_LINE) return false;
  let words = 0;
  let telling = 0;
  let common = 0;
  scanTerms(line, (key) => {
    words += 1;
    if (!worthIndexing(key)) return;
    telling += 1;
    if (common === telling - 1 && frequency(hashTerm(key)) >= least) common += 1;
  });
  return words >= (HEADING.test(line) ? 1 : MIN_WORDS) && telling > 0 && common === telling;
}

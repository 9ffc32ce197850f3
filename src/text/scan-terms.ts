import { classAt, DIGIT, LOWER, OTHER, UNDERSCORE, UNSPACED, UPPER } from './character-class.ts';
import { scanUnspaced } from './scan-unspaced.ts';
import { stemWord } from './stem-word.ts';

/** `key` is what is compared (lower case, stemmed); the characters from `start` to `end` are what a reader sees. */
export type TermVisitor = (key: string, start: number, end: number, kind: TermKind) => void;

/** A whole identifier, path or dotted name is `code`; a word of prose or a piece of an identifier is `word`. */
export type TermKind = 'word' | 'code';

const LONGEST_WORD = 40;
const LONGEST_CODE = 80;
const JOINERS = new Set(['.', '/', '-', ':', "'", '’'].map((joiner) => joiner.charCodeAt(0)));
const APOSTROPHES = new Set(["'", '’'].map((joiner) => joiner.charCodeAt(0)));

/**
 * Calls `visit` for each term of plain text, in order and in one pass. Identifiers give their whole and their pieces:
 * `src/retryJob.ts` gives src, retry, job, ts, retryjob and src/retryjob.ts.
 */
export function scanTerms(text: string, visit: TermVisitor): void {
  let index = 0;
  while (index < text.length) {
    const kind = classAt(text, index);
    if (kind === OTHER) {
      index += 1;
    } else if (kind === UNSPACED) {
      index = scanUnspaced(text, index, visit);
    } else {
      index = scanChunk(text, index, visit);
    }
  }
}

/** Words held together by joiners; gives back where the chunk ends. */
function scanChunk(text: string, start: number, visit: TermVisitor): number {
  let segmentStart = start;
  let joined = false;
  for (;;) {
    const segmentEnd = scanSegment(text, segmentStart, visit);
    const next = afterJoiner(text, segmentEnd);
    if (next === segmentEnd) return finishChunk(text, { start, end: segmentEnd, joined }, visit);
    if (APOSTROPHES.has(text.charCodeAt(segmentEnd))) return skipSuffix(text, next);
    segmentStart = next;
    joined = true;
  }
}

function finishChunk(text: string, chunk: { start: number; end: number; joined: boolean }, visit: TermVisitor): number {
  if (chunk.joined && chunk.end - chunk.start <= LONGEST_CODE) {
    visit(text.slice(chunk.start, chunk.end).toLowerCase(), chunk.start, chunk.end, 'code');
  }
  return chunk.end;
}

/** `don't` is read as `don`, `worker's` as `worker`. */
function skipSuffix(text: string, start: number): number {
  let index = start;
  while (index < text.length && isWordClass(classAt(text, index))) index += 1;
  return index;
}

/** Where the next segment starts when a joiner stands between two words, else `index` itself. */
function afterJoiner(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (!JOINERS.has(code)) return index;
  const colon = text[index] === ':';
  if (colon && text[index + 1] !== ':') return index;
  const next = index + (colon ? 2 : 1);
  return next < text.length && isWordClass(classAt(text, next)) ? next : index;
}

function isWordClass(kind: number): boolean {
  return kind !== OTHER && kind !== UNSPACED;
}

/** One run of letters, digits and underscores, cut at case changes and underscores; gives back where it ends. */
function scanSegment(text: string, start: number, visit: TermVisitor): number {
  let index = start;
  let pieceStart = start;
  let pieces = 0;
  let kind = classAt(text, index);
  while (isWordClass(kind)) {
    const next = index + 1 < text.length ? classAt(text, index + 1) : OTHER;
    if (kind === UNDERSCORE || endsPiece(text, index, kind, next)) {
      const pieceEnd = kind === UNDERSCORE ? index : index + 1;
      if (pieceEnd > pieceStart) {
        visitWord(text, pieceStart, pieceEnd, visit);
        pieces += 1;
      }
      pieceStart = index + 1;
    }
    index += 1;
    kind = next;
  }
  const divided = pieces > 1 && index - start <= LONGEST_CODE;
  if (divided) visit(text.slice(start, index).toLowerCase(), start, index, 'code');
  return index;
}

/** Between `retry` and `Job`, between `HTTP` and `Server`, and before anything that is no letter or digit. */
function endsPiece(text: string, index: number, kind: number, next: number): boolean {
  if (!isWordClass(next) || next === UNDERSCORE) return true;
  if (next !== UPPER) return false;
  if (kind === LOWER || kind === DIGIT) return true;
  return index + 2 < text.length && classAt(text, index + 2) === LOWER && kind === UPPER;
}

function visitWord(text: string, start: number, end: number, visit: TermVisitor): void {
  if (end - start > LONGEST_WORD) return;
  visit(stemWord(text.slice(start, end)), start, end, 'word');
}

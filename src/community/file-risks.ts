import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import type { Knowledge } from './directory-knowledge.ts';
import { knowersHere, TOUCHED_DAYS } from './known-files.ts';

/** A file that at most one person knows who is still there. */
export interface FileRisk {
  path: string;
  /** null: nobody is left. */
  knownBy: string | null;
  /** In the last year. */
  changes: number;
}

const MOST_FILES = 100;
const CHANGES_A_PIECE = 2000;
const FILES_A_PIECE = 500;

/** Those that change most, first. */
export function* fileRisks({ changes, tree, login, at }: KnownWork, { files, here }: Knowledge): Steps<FileRisk[]> {
  const times = new Map<number, number>();
  yield* rested(changes, CHANGES_A_PIECE, ({ files: changed, time }) => {
    if (daysBetween(time, at) > TOUCHED_DAYS) return;
    for (const file of changed) times.set(file, (times.get(file) ?? 0) + 1);
  });
  const found: FileRisk[] = [];
  yield* rested(files, FILES_A_PIECE, ([file, known]) => {
    const [first, ...others] = knowersHere(known, here);
    if (others.length > 0) return;
    const knownBy = first === undefined ? null : login(first);
    found.push({ path: tree.path(file), knownBy, changes: times.get(file) ?? 0 });
  });
  yield;
  return found.sort((a, b) => b.changes - a.changes || (a.path < b.path ? -1 : 1)).slice(0, MOST_FILES);
}

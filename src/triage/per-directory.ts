import type { DirectoryScores } from '../domain/backtest-report.ts';
import type { AskedQuestion } from './asked-question.ts';
import { scoreQuestions } from './score-questions.ts';

/** Fewer questions say little of a directory: they count for the one above. */
const ENOUGH_QUESTIONS = 20;

/** Each question counts for the deepest directory of its files that has enough of them; most questions first. */
export function perDirectory(questions: readonly AskedQuestion[]): DirectoryScores[] {
  const open = new Map<string, AskedQuestion[]>();
  for (const question of questions) if (question.directory !== null) add(open, question.directory, [question]);
  const settled: DirectoryScores[] = [];
  for (let depth = deepest(open.keys()); depth >= 0; depth--) {
    for (const [path, some] of [...open].filter(([path]) => depthOf(path) === depth)) {
      if (some.length >= ENOUGH_QUESTIONS || path === '') settled.push(scoresOf(path, some));
      else add(open, parentOf(path), some);
      open.delete(path);
    }
  }
  return settled.toSorted((a, b) => b.questions - a.questions || (a.path < b.path ? -1 : 1));
}

/** Deepest directory that holds all the paths, '' the whole repository; null without any. */
export function commonDirectory(paths: readonly string[]): string | null {
  const [first, ...others] = paths;
  if (first === undefined) return null;
  let common = parentOf(first);
  for (const path of others) while (common !== '' && !path.startsWith(`${common}/`)) common = parentOf(common);
  return common;
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function scoresOf(path: string, questions: AskedQuestion[]): DirectoryScores {
  const { top1, mrr } = scoreQuestions(questions, 'model');
  return { path, questions: questions.length, top1, mrr };
}

function add(open: Map<string, AskedQuestion[]>, path: string, questions: AskedQuestion[]): void {
  const known = open.get(path);
  if (known === undefined) open.set(path, [...questions]);
  else known.push(...questions);
}

function depthOf(path: string): number {
  return path === '' ? 0 : path.split('/').length;
}

function deepest(paths: Iterable<string>): number {
  return Math.max(0, ...[...paths].map(depthOf));
}

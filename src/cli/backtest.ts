import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { defaultConfig } from '../config/repository-config.ts';
import type { BacktestReport, BacktestTask, RankingScores } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import { readCommits } from '../github/git-changes.ts';
import { readCloneDocuments } from '../github/git-documents.ts';
import { BACKTEST_TASKS } from '../triage/backtest.ts';
import { backtestHistory } from '../triage/backtest-history.ts';
import { createPackBacktest, PackError } from '../triage/backtest-pack.ts';
import { CommandError, UsageError } from './fail.ts';
import { progressLine } from './progress.ts';
import { table } from './table.ts';

export interface BacktestOptions {
  repo?: string;
  pack?: string;
  task: string;
  json?: boolean;
}

/** Of a long history the newest questions are asked: they are what the next ones will be like. */
const QUESTIONS = 2_000;

/** How good the answers would have been, forward in time. */
export async function backtest({ repo, pack, task, json }: BacktestOptions): Promise<string> {
  const asked = BACKTEST_TASKS.find((known) => known === task);
  if (asked === undefined) throw new UsageError(`--task ${task} is not one of ${BACKTEST_TASKS.join(', ')}`);
  const source = repo ?? pack;
  if (source === undefined || (repo !== undefined && pack !== undefined)) {
    throw new UsageError('give either --repo PATH or --pack FILE');
  }
  const result = repo === undefined ? await overPack(source, asked) : await overClone(source, asked);
  if (json) return JSON.stringify(result);
  if (result.scores.questions === 0) throw new CommandError(nothingToAsk(source, result));
  return report(result);
}

async function overClone(repo: string, task: BacktestTask): Promise<BacktestReport> {
  const progress = progressLine();
  try {
    const facts: Fact[] = await readCloneDocuments(repo, defaultConfig.related.docs);
    for await (const some of readCommits(repo)) {
      facts.push(...some);
      progress.update(`reading ${repo}: ${facts.length} changes`);
    }
    return backtestHistory(facts, {
      task,
      questions: QUESTIONS,
      progress: (done, total) => progress.update(`asking: ${Math.floor((100 * done) / Math.max(1, total))}%`),
    });
  } finally {
    progress.end();
  }
}

async function overPack(file: string, task: BacktestTask): Promise<BacktestReport> {
  const progress = progressLine();
  const pack = createPackBacktest(task);
  let lines = 0;
  try {
    for await (const line of createInterface({ input: openPack(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      pack.read(line);
      progress.update(`${file}: line ${++lines}`);
    }
  } catch (cause) {
    if (cause instanceof PackError) throw new CommandError(`${file}, ${cause.message}`, { cause });
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw cause;
    throw new CommandError(`${file} cannot be read (${code}): give a JSON-lines file, plain or gzipped`, { cause });
  } finally {
    progress.end();
  }
  return pack.report();
}

function openPack(file: string): Readable {
  if (file === '-') return process.stdin;
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const text = createGunzip();
  // A stream that fails does not end the one it is piped to, and readline would wait for ever.
  bytes.on('error', (error) => text.destroy(error));
  return bytes.pipe(text);
}

function report({ task, scores, naive, unanswerable, calibrationError }: BacktestReport): string {
  const rows = [['', 'top-1', 'top-3', 'top-5', 'MRR', 'recall@5'], scoreRow('CommScore', scores)];
  if (naive !== null) rows.push(scoreRow('most active of late', naive));
  return [
    `${task}: ${scores.questions} questions, forward in time`,
    '',
    table(rows),
    '',
    ...(calibrationError === null
      ? []
      : [
          `Probabilities are off by ${(100 * calibrationError).toFixed(1)} points on average (expected calibration error).`,
        ]),
    ...(unanswerable === 0
      ? []
      : [`Of these, ${unanswerable} cannot but be missed: no right answer had ever been seen before.`]),
  ].join('\n');
}

function scoreRow(name: string, { top1, top3, top5, mrr, recall5 }: RankingScores): string[] {
  return [name, ...[top1, top3, top5, mrr, recall5].map((score) => score.toFixed(3))];
}

function nothingToAsk(source: string, { task }: BacktestReport): string {
  if (task === 'reviewers') {
    return `${source}: no commit names a reviewer (Reviewed-by: or Acked-by:). Reviews on GitHub are not part of a clone.`;
  }
  return `${source}: nothing in it answers questions about ${task}. A clone holds no threads: give a pack with --pack.`;
}

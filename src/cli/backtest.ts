import { constants } from 'node:fs';
import { access, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import { BACKTEST_TASKS } from '../triage/backtest.ts';
import { backtestPage } from '../web/backtest-page.ts';
import { type ModelOptions, type ModelTrial, modelTrial } from './backtest-model.ts';
import { backtestClone, backtestPack, backtestStored } from './backtest-source.ts';
import { backtestText } from './backtest-text.ts';
import { CommandError, UsageError } from './fail.ts';
import { type HistorySource, oneSource } from './history-source.ts';

export interface BacktestOptions extends HistorySource, ModelOptions {
  task: string;
  json?: boolean;
  html?: string;
}

/** How good the answers would have been, forward in time. */
export async function backtest(options: BacktestOptions): Promise<string> {
  const { task, json, html } = options;
  const asked = BACKTEST_TASKS.find((known) => known === task);
  if (asked === undefined) throw new UsageError(`--task ${task} is not one of ${BACKTEST_TASKS.join(', ')}`);
  const source = oneSource(options);
  const trial = modelTrial(asked, options);
  // Tried before the long work, so that nobody waits for a page that has no place.
  if (html !== undefined) await writing(html, () => access(dirname(html), constants.W_OK));
  const replayed = await replay(options, asked, trial.asked);
  const report = { ...replayed, model: await trial.compare() };
  if (report.scores.questions === 0 && !json) throw new CommandError(nothingToAsk(source, asked));
  if (html !== undefined) await writing(html, () => writeFile(html, backtestPage(nameOf(options), report).markup));
  return json ? JSON.stringify(report) : told(nameOf(options), report, html);
}

function replay(options: HistorySource, task: BacktestTask, asked: ModelTrial['asked']): Promise<BacktestReport> {
  const { repo, pack, repository = '' } = options;
  if (repo !== undefined) return backtestClone(repo, task, asked);
  return pack === undefined ? backtestStored(repository, task, asked) : backtestPack(pack, task, asked);
}

function told(name: string, report: BacktestReport, html: string | undefined): string {
  const text = backtestText(name, report);
  return html === undefined ? text : `${text}\n\nThe curves are in ${html}.`;
}

/** What a reader elsewhere knows it by. */
function nameOf({ repo, pack, repository = '' }: HistorySource): string {
  const source = repo ?? pack;
  if (source === undefined) return repository;
  return source === '-' ? 'standard input' : basename(resolve(source));
}

async function writing(file: string, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandError(`${file} cannot be written (${code}): give a file in a folder that is there`, { cause });
  }
}

function nothingToAsk(source: string, task: BacktestTask): string {
  if (task === 'reviewers') {
    return (
      `${source}: no commit tells who reviewed it: no line such as Reviewed-by, nobody who merged or committed the ` +
      'work of another. Reviews on GitHub are not part of a clone.'
    );
  }
  return (
    `${source}: nothing in it answers questions about ${task}. A clone holds no threads: ` +
    'give what the app has learnt with --repository owner/name, or a pack with --pack.'
  );
}

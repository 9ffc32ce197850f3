#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { SettingsError } from '../config/process-settings.ts';
import { GitError } from '../github/git-error.ts';
import { DatabaseError } from '../store/database-error.ts';
import { backtest } from './backtest.ts';
import { demo } from './demo.ts';
import { exportDataSet } from './export.ts';
import { CommandError, UsageError } from './fail.ts';
import { learn } from './learn.ts';
import { migrateDatabase } from './migrate.ts';
import { stream } from './stream.ts';
import { suggestIssue } from './suggest-issue.ts';
import { suggestReviewers } from './suggest-reviewers.ts';
import { printable } from './table.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('commscore')
  .description('Who should review it, who should take it, what is it about, what is known already.')
  .version(version)
  .showHelpAfterError('(--help tells the options)')
  .exitOverride();

addQuestions(program.command('suggest').description('Answers from the history of a clone.'), 'best');
addQuestions(program.command('explain').description('The same with all the evidence for each person.'), 'all');

program
  .command('backtest')
  .description('How good the answers would have been, forward in time over a history.')
  .option('--repo <path>', 'a clone on this machine')
  .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
  .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
  .requiredOption('--task <task>', 'reviewers, assignees, labels or related')
  .option('--model [name]', 'labels: also ask a model of your own (default: HF_LABELS_MODEL); sends it texts')
  .option('--model-questions <number>', 'labels: how many of the newest questions it is asked (default: 200)')
  .option('--json', 'for programs')
  .option('--html <file>', 'write a page with the curves into this file')
  .action(async (options) => print(await backtest(options)));

program
  .command('export')
  .description('Writes the threads of a repository as a data set, split by time, that Hugging Face tools read.')
  .option('--repo <path>', 'a clone on this machine, which tells the repository that the app has learnt')
  .option('--pack <file>', 'a history in the line format of `stream`, plain or gzipped, or - for standard input')
  .option('--repository <owner/name>', 'what the app has learnt of it, from DATABASE_URL or COMMSCORE_DATA_DIR')
  .requiredOption('--task <task>', 'labels or related')
  .option('--format <format>', 'jsonl, the only one', 'jsonl')
  .requiredOption('--out <folder>', 'a new or empty folder')
  .option('--force', 'write into a folder that is not empty')
  .option('--json', 'for programs')
  .action(async (options) => print(await exportDataSet(options)));

program
  .command('learn')
  .description('Learns a clone and keeps what was learnt, so that `suggest` answers at once.')
  .requiredOption('--repo <path>', 'a clone on this machine')
  .option('--json', 'for programs')
  .action(async (options) => print(await learn(options)));

program
  .command('stream')
  .description('Facts and questions as JSON lines on standard input, answers as JSON lines on standard output.')
  .option('--json', 'the lines are JSON in any case')
  .action(() => stream(process.stdin, process.stdout));

program
  .command('migrate')
  .description('Brings the database that DATABASE_URL or COMMSCORE_DATA_DIR names up to date.')
  .option('--json', 'for programs')
  .action(async (options) => print(await migrateDatabase(options)));

program
  .command('demo')
  .description('Shows the app at work against a local stand-in for GitHub.')
  .option('--repo <path>', 'learn the history of this clone instead of a made-up one')
  .option('--once', 'end after the comments are printed')
  .action(demo);

function addQuestions(parent: Command, reasons: 'best' | 'all'): void {
  parent
    .command('reviewers')
    .description('Who should review a change: a branch, two commits, or a list of files.')
    .requiredOption('--repo <path>', 'a clone on this machine')
    .option('--base <ref>', 'what the change goes onto (default: the default branch)')
    .option('--head <ref>', 'the change (default: HEAD)')
    .option('--files <paths>', 'changed files with commas between them, instead of --base and --head')
    .option('--author <name>', 'who wrote it, and so is not suggested (default: as the newest commit says)')
    .option('--json', 'for programs')
    .action(async (options) => print(await suggestReviewers(options, reasons)));
  parent
    .command('issue')
    .description('Who could take an issue, which labels fit, and what is related.')
    .requiredOption('--repo <path>', 'a clone on this machine')
    .requiredOption('--title <text>', 'title of the issue')
    .option('--body-file <file>', 'its text, or - for standard input')
    .option('--author <name>', 'who filed it, and so is not suggested')
    .option('--feed <urls...>', 'RSS, Atom or JSON feeds whose articles may be related; read now')
    .option('--json', 'for programs')
    .action(async (options) => print(await suggestIssue(options, reasons)));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** 0: done, 1: could not be done, 2: the command line is wrong. */
function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) return fail(`${error.message} (--help tells the options)`, 2);
  const told = [CommandError, GitError, SettingsError, DatabaseError];
  if (told.some((kind) => error instanceof kind)) return fail((error as Error).message, 1);
  return fail(error instanceof Error ? (error.stack ?? error.message) : String(error), 1);
}

function fail(message: string, code: number): number {
  process.stderr.write(`commscore: ${message.split('\n').map(printable).join('\n')}\n`);
  return code;
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCode(error);
}

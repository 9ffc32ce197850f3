import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { SettingsError } from '../config/settings-error.ts';
import { GitError } from '../github/git-error.ts';
import { DatabaseError } from '../store/database-error.ts';
import { CommandError, UsageError } from './fail.ts';
import { createProgram, type Terminal } from './program.ts';
import { printable } from './table.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The exit code: 0 done, 1 could not be done, 2 the command line is wrong. */
export async function runCommandLine(args: string[], terminal: Terminal): Promise<number> {
  try {
    await createProgram(version, terminal).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`commscore: ${messageOf(error).split('\n').map(printable).join('\n')}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

const TOLD = [CommandError, GitError, SettingsError, DatabaseError];

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message} (--help tells the options)`;
  return TOLD.some((kind) => error instanceof kind) ? error.message : (error.stack ?? error.message);
}

import type { Command, CommandProblem, Verb } from '../domain/command.ts';
import { nearestWord } from '../text/nearest-word.ts';
import { argumentReaders } from './command-arguments.ts';

export type ParsedCommand = { command: Command } | { problem: CommandProblem };

const LONGEST_LINE = 500;

/** What a line that speaks to the app asks for; `by` is who wrote it. Nothing of the verb alone: they want help. */
export function parseCommand(line: string, by: string): ParsedCommand {
  if (line.length > LONGEST_LINE) return { problem: { kind: 'too-long', most: LONGEST_LINE } };
  const [, word = '', given = ''] = /^\s*\/commscore(?:\s+(\S+)(?:\s+(.*))?)?$/i.exec(line.trim()) ?? [];
  const verb = word === '' ? 'help' : verbNamed(word);
  if (verb === null) return { problem: { kind: 'unknown-verb', verb: word, nearest: nearestWord(word, verbs) } };
  const read = argumentReaders[verb](given.trim(), by);
  return 'kind' in read ? { problem: read } : { command: read };
}

const verbs = Object.keys(argumentReaders) as Verb[];

function verbNamed(word: string): Verb | null {
  return verbs.find((verb) => verb === word.toLowerCase()) ?? null;
}

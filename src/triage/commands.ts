import type { CommandAnswer } from '../comment/command-answer.ts';
import type { Command, Verb } from '../domain/command.ts';
import { assign, review } from './command-assign.ts';
import { label } from './command-label.ts';
import { next } from './command-next.ts';
import type { Asked } from './command-ports.ts';
import type { CommandRow } from './command-row.ts';
import { away, back, capacity, forgetMe, optIn, optOut } from './command-self.ts';
import { ignore, reroll, retry } from './command-thread.ts';
import { undo } from './command-undo.ts';
import { who } from './command-who.ts';
import { why } from './command-why.ts';

const help: CommandRow<'help'> = {
  usage: 'help',
  example: 'help',
  who: 'anyone',
  inShadow: false,
  run: async () => ({ kind: 'help' }),
};

/** Every verb, in the order in which they are told: help, documentation and permission are all read from here. */
export const commands: { [V in Verb]: CommandRow<V> } = {
  help,
  why,
  who,
  next,
  assign,
  review,
  label,
  undo,
  reroll,
  retry,
  ignore,
  away,
  back,
  capacity,
  'opt-out': optOut,
  'opt-in': optIn,
  'forget-me': forgetMe,
};

export function runCommand<V extends Verb>(command: Command<V>, asked: Asked): Promise<CommandAnswer> {
  return commands[command.verb].run(command, asked);
}

import type { CommandAnswer } from '../comment/command-answer.ts';
import type { Command, CommandUse, Verb } from '../domain/command.ts';
import type { Asked } from './command-ports.ts';

/** A verb: how it is used, who may use it and what it does. */
export interface CommandRow<V extends Verb> extends CommandUse {
  /** Whether it is of use where nothing is written to GitHub. */
  inShadow: boolean;
  run(command: Command<V>, asked: Asked): Promise<CommandAnswer>;
}

export const DONE: CommandAnswer = { kind: 'done' };

import type { CommandProblem, CommandUse, Verb, WhoMayCommand } from '../domain/command.ts';
import type { Never } from '../match/eligible.ts';
import type { Silence } from './command-answer.ts';
import type { ToldEvidence } from './evidence-words.ts';
import type { MarkdownInk } from './markdown-ink.ts';
import type { Ink, Words } from './words.ts';

/** How verbs are shown: what to type, as code. */
export interface UseInk extends Ink {
  usage(verb: Verb): string;
  example(verb: Verb): string;
}

/** All that is said in answer to commands in one language. */
export interface CommandWords {
  /** What each verb does, for whoever types it. */
  does: Record<Verb, string>;
  /** Over the verbs that these people may use. */
  whoMay: Record<WhoMayCommand, string>;
  commands: string;
  /** On the page of the documentation, in a table. */
  who: Record<WhoMayCommand, string>;
  refused(usage: string): string;
  problem(problem: CommandProblem, ink: UseInk): string;
  /** Behind the name of whom it is about. */
  never: Record<Never, string>;
  silent: Record<Silence, string>;
  askedAllTheSame: string;
  nothingToUndo: string;
  nothingToReroll: string;
  willBeForgotten: string;
  nothingSuggested: string;
  evidence: string;
  evidenceSentence(evidence: ToldEvidence): string;
  weight(weight: string): string;
  whyNot(name: string, why: WhyNot): string;
  /** Over the people who know it; `about` as it is shown, '' for the thread itself. */
  knows(about: string): string;
  nobodyKnows(about: string): string;
}

export type WhyNot =
  | { is: 'never'; because: string }
  | { is: 'not-needed' | 'off' | 'unknown' }
  | { is: 'unlikely'; sureness: string; needed: number }
  | { is: 'behind'; sureness: string; place: number; most: number };

export type Uses = Record<Verb, Pick<CommandUse, 'usage' | 'example' | 'who'>>;

/** What an answer is told with. */
export interface Speaking {
  words: Words;
  say: CommandWords;
  ink: MarkdownInk & UseInk;
}

/** What each verb is told. People are logins; who says `me` is already named. */
interface Arguments {
  help: object;
  /** null: about the thread. */
  why: { login: string | null };
  /** '': about the thread. */
  who: { about: string };
  next: object;
  assign: { people: string[] };
  review: { people: string[] };
  label: { labels: string[] };
  undo: object;
  reroll: object;
  retry: object;
  ignore: object;
  /** Last day of it, as `2026-12-24`; null: no end is known. */
  away: { until: string | null };
  back: object;
  capacity: { threads: number };
  'opt-out': object;
  'opt-in': object;
  'forget-me': object;
}

export type Verb = keyof Arguments;

/** One line of a comment that speaks to the app, understood. */
export type Command<V extends Verb = Verb> = { [Each in V]: { verb: Each } & Arguments[Each] }[V];

/** Who may say it: anyone, anyone of themselves, or who may triage. */
export type WhoMayCommand = 'anyone' | 'themselves' | 'triage';

/** Why a line is not carried out, for whoever wrote it. */
export type CommandProblem =
  | { kind: 'unknown-verb'; verb: string; nearest: Verb | null }
  | { kind: 'too-long'; most: number }
  | { kind: 'too-many'; most: number }
  /** It takes none, or other ones: its usage says which. */
  | { kind: 'bad-arguments'; verb: Verb }
  | { kind: 'not-a-login'; verb: Verb; given: string }
  | { kind: 'not-a-day'; given: string }
  | { kind: 'day-is-over'; given: string }
  | { kind: 'not-a-capacity'; given: string; most: number }
  | { kind: 'pulls-only'; verb: Verb }
  | { kind: 'not-on-discussions'; verb: Verb }
  /** Who could answer a discussion is named, not asked. */
  | { kind: 'nobody-asked'; verb: Verb }
  | { kind: 'without-access'; login: string }
  /** GitHub has its own reasons, such as that ten people are assigned already. */
  | { kind: 'not-taken'; names: string[] }
  | { kind: 'is-author'; login: string }
  | { kind: 'no-such-label'; name: string; nearest: string | null };

/** How a verb is used, as help and documentation tell it. */
export interface CommandUse {
  /** Behind `/commscore`. */
  usage: string;
  example: string;
  who: WhoMayCommand;
}

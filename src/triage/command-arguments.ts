import type { Command, CommandProblem, Verb } from '../domain/command.ts';

/** Reads what stands behind a verb; `by` is who wrote it. */
export type ArgumentReader<V extends Verb> = (given: string, by: string) => Command<V> | CommandProblem;

const MAX_CAPACITY = 1_000;
const MOST_NAMED = 10;
const LOGIN = /^@?([a-z\d][a-z\d_-]{0,99})$/i;

export const argumentReaders: { [V in Verb]: ArgumentReader<V> } = {
  // What it is asked about does not matter: it tells everything.
  help: () => ({ verb: 'help' }),
  why(given) {
    if (given === '') return { verb: 'why', login: null };
    const login = loginIn(given);
    return login === null ? { kind: 'not-a-login', verb: 'why', given } : { verb: 'why', login };
  },
  who: (given) => ({ verb: 'who', about: given }),
  next: (given) => alone({ verb: 'next' }, given),
  assign: (given, by) => withPeople('assign', given, by),
  review: (given, by) => withPeople('review', given, by),
  label(given) {
    const labels = namesIn(given);
    const some = labels.length > 0 && labels.length <= MOST_NAMED;
    return some ? { verb: 'label', labels } : { kind: 'bad-arguments', verb: 'label' };
  },
  undo: (given) => alone({ verb: 'undo' }, given),
  reroll: (given) => alone({ verb: 'reroll' }, given),
  retry: (given) => alone({ verb: 'retry' }, given),
  ignore: (given) => alone({ verb: 'ignore' }, given),
  away,
  back: (given) => alone({ verb: 'back' }, given),
  capacity(given) {
    const threads = /^\d{1,4}$/.test(given) ? Number(given) : Number.POSITIVE_INFINITY;
    if (given === '') return { kind: 'bad-arguments', verb: 'capacity' };
    if (threads > MAX_CAPACITY) return { kind: 'not-a-capacity', given, most: MAX_CAPACITY };
    return { verb: 'capacity', threads };
  },
  'opt-out': (given) => alone({ verb: 'opt-out' }, given),
  'opt-in': (given) => alone({ verb: 'opt-in' }, given),
  'forget-me': (given) => alone({ verb: 'forget-me' }, given),
};

/** Whoever says more than the verb may mean something else. */
function alone<C extends Command>(command: C, given: string): C | CommandProblem {
  return given === '' ? command : { kind: 'bad-arguments', verb: command.verb };
}

function withPeople<V extends 'assign' | 'review'>(
  verb: V,
  given: string,
  by: string,
): { verb: V; people: string[] } | CommandProblem {
  const words = given.split(/[\s,，、]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_NAMED) return { kind: 'bad-arguments', verb };
  const people = new Map<string, string>();
  for (const word of words) {
    const login = word.toLowerCase() === 'me' ? by : loginIn(word);
    if (login === null) return { kind: 'not-a-login', verb, given: word };
    people.set(login.toLowerCase(), login);
  }
  return { verb, people: [...people.values()] };
}

function away(given: string): Command<'away'> | CommandProblem {
  if (given === '') return { verb: 'away', until: null };
  const [, until] = /^until\s+(\S+)$/i.exec(given) ?? [];
  if (until === undefined) return { kind: 'bad-arguments', verb: 'away' };
  return isDay(until) ? { verb: 'away', until } : { kind: 'not-a-day', given: until };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function loginIn(word: string): string | null {
  return LOGIN.exec(word)?.[1] ?? null;
}

/** A name in quotation marks, which may hold commas, or all up to the next comma. */
const NAME = /\s*(?:"([^"]*)"|“([^”]*)”|([^,，]+))\s*(?:[,，]|$)/g;

function namesIn(given: string): string[] {
  const names = new Map<string, string>();
  for (const [, plain, curly, bare] of given.matchAll(NAME)) {
    const name = (plain ?? curly ?? bare ?? '').trim();
    if (name !== '') names.set(name.toLowerCase(), name);
  }
  return [...names.values()];
}

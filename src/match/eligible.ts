/** Why somebody is never suggested for a task, whatever speaks for them. */
export type Never =
  | 'author'
  | 'bot'
  | 'excluded'
  | 'denied'
  | 'not-allowed'
  | 'away'
  | 'opted-out'
  | 'declined'
  | 'already-there'
  | 'without-access'
  | 'over-capacity'
  | 'inactive';

/** Who may not be suggested, and where given who alone may; logins in any case. */
export interface PeopleRules {
  author: string | null;
  bots?: Iterable<string>;
  excluded?: Iterable<string>;
  away?: Iterable<string>;
  deny?: Iterable<string>;
  optedOut?: Iterable<string>;
  /** Taken off this very thread, or sent back when they were suggested for it. */
  declined?: Iterable<string>;
  /** Already in the thread. */
  participants?: Iterable<string>;
  /** Only these; empty or absent: everybody. */
  allow?: Iterable<string>;
  /** Those with the needed access; absent: not asked for. */
  assignable?: Iterable<string>;
  isFull?: (login: string) => boolean;
  isInactive?: (login: string) => boolean;
}

/** Whether a person may be suggested by these rules. */
export function eligiblePeople(rules: PeopleRules): (login: string) => boolean {
  const never = whyNever(rules);
  return (login) => never(login) === null;
}

/** The first rule by which a person may not be suggested; null where there is none. */
export function whyNever(rules: PeopleRules): (login: string) => Never | null {
  const { author, isFull = () => false, isInactive = () => false } = rules;
  const only = folded(rules.allow);
  const reachable = rules.assignable === undefined ? null : folded(rules.assignable);
  const lists: [Never, Set<string>][] = [
    ['author', folded(author === null ? [] : [author])],
    ['bot', folded(rules.bots)],
    ['excluded', folded(rules.excluded)],
    ['denied', folded(rules.deny)],
    ['away', folded(rules.away)],
    ['opted-out', folded(rules.optedOut)],
    ['declined', folded(rules.declined)],
    ['already-there', folded(rules.participants)],
  ];
  const checks: [Never, (login: string, name: string) => boolean][] = [
    ['bot', (_, name) => name.endsWith('[bot]')],
    ...lists.map(([never, names]): (typeof checks)[number] => [never, (_, name) => names.has(name)]),
    ['not-allowed', (_, name) => only.size > 0 && !only.has(name)],
    ['without-access', (_, name) => reachable !== null && !reachable.has(name)],
    ['over-capacity', isFull],
    ['inactive', isInactive],
  ];
  return (login) => {
    const name = login.toLowerCase();
    return checks.find(([, applies]) => applies(login, name))?.[0] ?? null;
  };
}

function folded(logins: Iterable<string> = []): Set<string> {
  return new Set([...logins].map((login) => login.toLowerCase()));
}

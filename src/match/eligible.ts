/** Who may not be suggested, and where given who alone may; logins in any case. */
export interface PeopleRules {
  author: string | null;
  bots?: Iterable<string>;
  excluded?: Iterable<string>;
  away?: Iterable<string>;
  deny?: Iterable<string>;
  /** Already in the thread. */
  participants?: Iterable<string>;
  /** Only these; empty or absent: everybody. */
  allow?: Iterable<string>;
  /** Those with the needed access; absent: not asked for. */
  assignable?: Iterable<string>;
}

/** Whether a person may be suggested by these rules. */
export function eligiblePeople(rules: PeopleRules): (login: string) => boolean {
  const { author, bots = [], excluded = [], away = [], deny = [], participants = [], allow = [] } = rules;
  const never = folded([...bots, ...excluded, ...away, ...deny, ...participants]);
  if (author !== null) never.add(author.toLowerCase());
  const only = folded(allow);
  const reachable = rules.assignable === undefined ? null : folded(rules.assignable);
  return (login) => {
    const name = login.toLowerCase();
    if (name.endsWith('[bot]') || never.has(name)) return false;
    return (only.size === 0 || only.has(name)) && (reachable === null || reachable.has(name));
  };
}

function folded(logins: Iterable<string>): Set<string> {
  return new Set([...logins].map((login) => login.toLowerCase()));
}

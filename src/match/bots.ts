import type { PersonFact } from '../domain/fact.ts';

/** Who is no human, by name or because a fact says so. */
export interface Bots {
  learn(fact: PersonFact): void;
  remove(login: string): void;
  has(login: string): boolean;
  all(): PersonFact[];
}

export function createBots(): Bots {
  /** By folded login, then as spelt, since each spelling is a fact of its own. */
  const people = new Map<string, Map<string, PersonFact>>();
  return {
    learn(fact) {
      const folded = fact.login.toLowerCase();
      people.set(folded, (people.get(folded) ?? new Map()).set(fact.login, fact));
    },
    remove(login) {
      people.get(login.toLowerCase())?.delete(login);
    },
    has(login) {
      const folded = login.toLowerCase();
      if (folded.endsWith('[bot]')) return true;
      const facts = people.get(folded);
      return facts !== undefined && [...facts.values()].some(({ bot }) => bot);
    },
    all: () => [...people.values()].flatMap((facts) => [...facts.values()]),
  };
}

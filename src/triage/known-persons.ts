import type { Fact, PersonFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';

export interface PersonStore {
  /** Those of the facts that are there; in no order. */
  readFacts(ref: RepositoryRef, kind: Fact['kind'], ids: string[]): Promise<Fact[]>;
}

/** The same facts, those of people with what other sources told of them before: git and profiles tell different things. */
export async function withKnownPersons(ref: RepositoryRef, facts: Fact[], store: PersonStore): Promise<Fact[]> {
  const logins = facts.flatMap((fact) => (fact.kind === 'person' ? [fact.login] : []));
  if (logins.length === 0) return facts;
  const known = new Map<string, PersonFact>();
  for (const fact of await store.readFacts(ref, 'person', logins)) {
    if (fact.kind === 'person') known.set(fact.login, fact);
  }
  return facts.map((fact) => (fact.kind === 'person' ? together(known.get(fact.login), fact) : fact));
}

/** What a profile does not say any more is no more so; a source that knows nothing of organisations takes none away. */
function together(known: PersonFact | undefined, fresh: PersonFact): PersonFact {
  if (known === undefined) return fresh;
  const organisation =
    fresh.profileReadAt === undefined ? (fresh.organisation ?? known.organisation) : fresh.organisation;
  return { ...known, ...fresh, organisation, bot: known.bot || fresh.bot };
}

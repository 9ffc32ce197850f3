import type { PersonReason } from './reason.ts';
import type { RankedPerson, Suggestion } from './suggestion.ts';

/** What was suggested to others, without a person (login in lower case) and reasons that name them. */
export function suggestionWithout(suggestion: Suggestion, login: string): Suggestion {
  const others = (people: RankedPerson[]) =>
    people
      .filter((person) => person.login.toLowerCase() !== login)
      .map((person) => ({ ...person, reasons: reasonsWithout(person.reasons, login) }));
  return { ...suggestion, assignees: others(suggestion.assignees), reviewers: others(suggestion.reviewers) };
}

function reasonsWithout(reasons: PersonReason[], login: string): PersonReason[] {
  return reasons.filter((reason) => reason.kind !== 'reviewed-author' || reason.author.toLowerCase() !== login);
}

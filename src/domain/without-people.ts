import type { ChangeFact, Fact, ThreadFact } from './fact.ts';

/**
 * The fact as it may be known when some want to be forgotten (logins in lower case); null: not at all. What happened
 * stays, without their names, and without the words that were theirs or may name them.
 */
export function withoutPeople(fact: Fact, forgotten: ReadonlySet<string>): Fact | null {
  const has = (login: string | null) => login !== null && forgotten.has(login.toLowerCase());
  switch (fact.kind) {
    case 'change':
      return changeWithout(fact, has);
    case 'thread':
      return threadWithout(fact, has);
    case 'person':
      return has(fact.login) ? null : fact;
    case 'document':
    case 'link':
      return fact;
  }
}

type Has = (login: string | null) => boolean;

/** The message of a change names in its trailers who wrote and who reviewed it. */
function changeWithout(fact: ChangeFact, has: Has): ChangeFact {
  const { author, reviewers } = fact;
  if (!has(author) && !reviewers.some(has)) return fact;
  return { ...fact, author: has(author) ? null : author, reviewers: reviewers.filter((who) => !has(who)), body: '' };
}

/** Whoever took part in a discussion may have written its accepted answer, or be named there; and nobody keeps whose words made a tone. */
function threadWithout(fact: ThreadFact, has: Has): ThreadFact {
  const { author, assignees, participants, requested, answer, tones, ...rest } = fact;
  const tookPart = has(author) || participants.some(has) || (fact.type === 'discussion' && assignees.some(has));
  if (!tookPart && !assignees.some(has) && !requested?.some(has)) return fact;
  const others = (people: string[]) => people.filter((who) => !has(who));
  return {
    ...rest,
    author: has(author) ? null : author,
    body: has(author) ? '' : fact.body,
    assignees: others(assignees),
    participants: others(participants),
    ...(requested && { requested: others(requested) }),
    ...(answer !== undefined && !tookPart && { answer }),
    ...(tones && !tookPart && { tones }),
  };
}

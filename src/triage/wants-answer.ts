import type { ThreadFact } from '../domain/fact.ts';
import { isQuestion } from '../match/is-question.ts';

/** A discussion of a kind that can be answered, and is not. */
export function wantsAnswer({ type, category, outcome }: ThreadFact): boolean {
  return type === 'discussion' && category?.answerable === true && outcome !== 'answered';
}

/** Whether something is asked, so that sentences which say it are worth showing; an idea or a show of work asks nothing. */
export function asksSomething({ type, title, category }: ThreadFact): boolean {
  return isQuestion({ type: category?.answerable === false ? 'issue' : type, title });
}

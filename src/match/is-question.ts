import type { Task } from '../domain/task.ts';

const ENDS_ASKING = /[?？]\s*$/;
const BEGINS_ASKING = /^\s*(?:how|why|what|where|is there|can i)\b|^\s*(?:如何|怎么|怎样|为什么|请问)/iu;

/** A discussion, or a title that asks, in English or Chinese. */
export function isQuestion({ type, title }: Pick<Task, 'type' | 'title'>): boolean {
  return type === 'discussion' || ENDS_ASKING.test(title.trimEnd()) || BEGINS_ASKING.test(title);
}

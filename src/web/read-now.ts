import { within } from './bounded.ts';
import { reasonOf } from './readiness.ts';

/** What was asked for, or why it cannot be read now. */
export type Read<T> = { value: T } | { reason: string };

export const BOUND_MS = 2000;

export async function readNow<T>(question: () => Promise<T>): Promise<Read<T>> {
  try {
    return { value: await within(BOUND_MS, question) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

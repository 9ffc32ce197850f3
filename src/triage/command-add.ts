import type { CommandAnswer } from '../comment/command-answer.ts';
import type { Asked } from './command-ports.ts';
import { DONE } from './command-row.ts';

type Kind = 'label' | 'assignee' | 'reviewer';

/**
 * Adds what is not on the thread yet. Whose doing it is gets noted down before it is done, so that a run which is cut
 * short can be undone all the same.
 */
export async function addToThread({ ref, by, ports }: Asked, kind: Kind, names: string[]): Promise<CommandAnswer> {
  if (names.length === 0) return DONE;
  const items = names.map((subject) => ({ kind, subject }));
  await ports.store.recordApplied(ref, items, { by, at: ports.clock().toISOString() });
  const nothing = { labels: [], assignees: [], reviewers: [] };
  const standing = (await ports.github.apply(ref, { ...nothing, [`${kind}s`]: names }))[`${kind}s`];
  const refused = names.filter((name) => !standing.includes(name));
  return refused.length === 0 ? DONE : { kind: 'problem', problem: { kind: 'not-taken', names: refused } };
}

/** Of the names those that are not there, in any case of letters. */
export function notYetThere(names: string[], there: readonly string[]): string[] {
  const folded = new Set(there.map((name) => name.toLowerCase()));
  return names.filter((name) => !folded.has(name.toLowerCase()));
}

import type { LabelRow } from '../domain/data-set.ts';
import type { ThreadFact } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import { isoTimeOf, wellFormed } from './row-values.ts';
import type { Placed } from './split-by-time.ts';
import { textToEmbed } from './text-to-embed.ts';
import type { ToldHistory } from './told-history.ts';

/** Threads with labels: as they were filed, and labelled as they ended. */
export function labelRows({ facts, questions }: ToldHistory): Placed<LabelRow>[] {
  const rows = facts.flatMap(({ first, last, order }) =>
    first.kind === 'thread' && last.kind === 'thread'
      ? placed(rowOf(first, first, last.labels), first.time, order)
      : [],
  );
  const told = new Set(rows.map(({ row }) => keyOf(row)));
  // A pack may tell of an issue as a question, as a fact, or as both.
  const asked = questions.flatMap(({ task, labels, order, ...named }) =>
    task.type === 'change' ? [] : placed(rowOf(task, named, labels), named.time, order),
  );
  return [...rows, ...asked.filter(({ row }) => !told.has(keyOf(row)))];
}

function placed(row: LabelRow | null, time: string, order: number): Placed<LabelRow>[] {
  return row === null ? [] : [{ row, time: isoTimeOf(time), order }];
}

/** null where there is no text or no label. */
function rowOf(
  thread: ThreadFact | Task,
  { id, time }: { id: string; time: string },
  labels: readonly string[],
): LabelRow | null {
  const text = wellFormed(textToEmbed(thread));
  const given = [...new Set(labels.map(wellFormed))];
  if (text === '' || given.length === 0) return null;
  return {
    id: wellFormed(id),
    type: thread.type,
    time: isoTimeOf(time) ?? '',
    title: wellFormed(thread.title),
    body: wellFormed(thread.body),
    text,
    labels: given,
    label: given.length === 1 ? (given[0] ?? '') : '',
  };
}

function keyOf({ time, title, body }: LabelRow): string {
  return JSON.stringify([time, title, body]);
}

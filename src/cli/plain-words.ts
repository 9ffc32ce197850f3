import { type Ink, percent } from '../comment/words.ts';
import { english } from '../comment/words-en.ts';
import type { PersonReason, RelatedReason } from '../domain/reason.ts';
import type { RankedPerson } from '../domain/suggestion.ts';
import { table } from './table.ts';

export const plain: Ink = { code: (text) => text, thread: (id) => `#${id}` };

/** One line a person: how sure, who, and the best reason or all of them. */
export function peopleTable(people: RankedPerson[], { reasons }: { reasons: 'best' | 'all' }): string {
  if (people.length === 0) return 'nobody fits';
  const rows = people.map(({ login, probability, reasons: why }) => [
    `${percent(probability)}%`,
    login,
    personReasons(reasons === 'best' ? why.slice(0, 1) : why),
  ]);
  return table(rows);
}

function personReasons(reasons: PersonReason[]): string {
  return reasons.map((reason) => english.personReason(reason, plain)).join('; ');
}

export function relatedReasons(reasons: RelatedReason[]): string {
  return reasons.map((reason) => english.relatedReason(reason, plain)).join('; ');
}

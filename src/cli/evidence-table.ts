import { evidenceSentence } from '../comment/evidence-words.ts';
import { percent } from '../comment/words.ts';
import type { PersonEvidence, RankedPerson } from '../domain/suggestion.ts';
import { table } from './table.ts';

const HEAD = ['adds', 'value', 'others', 'weight', 'shipped', ''];
const EXPLAINED =
  'adds = weight x (value - others), in log odds beside the mean candidate; weight = what this repository itself taught, shipped = before that.';

/** For each person all that was weighed, what moved the score most first. */
export function evidenceTables(people: RankedPerson[]): string {
  const tables = people.map(
    ({ login, probability, evidence = [] }) =>
      `${login}, ${percent(probability)}%\n\n${table([HEAD, ...evidence.map(evidenceRow)])}`,
  );
  return people.length === 0 ? '' : [...tables, EXPLAINED].join('\n\n');
}

function evidenceRow(evidence: PersonEvidence): string[] {
  const { contribution, value, meanValue, weight, shippedWeight } = evidence;
  return [signed(contribution), ...[value, meanValue, weight, shippedWeight].map(decimals), evidenceSentence(evidence)];
}

function signed(value: number): string {
  return `${value < 0 ? '-' : '+'}${decimals(Math.abs(value))}`;
}

function decimals(value: number): string {
  return value.toFixed(2);
}

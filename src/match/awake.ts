import type { ChangeEvidence } from './change-evidence.ts';
import { type Column, columnOf } from './feature-columns.ts';
import type { ReviewQuestion } from './review-question.ts';

const HOURS = 24;
/** So many hours before and after count as the same time of day. */
const AROUND = 3;
/** How many acts spread over the whole day everybody is thought to have done besides. */
const EVEN_ACTS = 4;
const HOUR_MS = 3_600_000;

/** Log of how much more a person does around this hour of the day than if all hours were alike. */
export function awakeNow(
  { actsByHour, reviewedPaths, changedPaths }: ChangeEvidence,
  { time, candidates, people }: ReviewQuestion,
): Column {
  const now = Math.floor(time / HOUR_MS);
  const near = new Float64Array(people);
  const all = new Float64Array(people);
  for (let hour = now - AROUND; hour <= now + AROUND; hour++) {
    actsByHour.addWeights(((hour % HOURS) + HOURS) % HOURS, time, 1, near);
  }
  reviewedPaths.addWeights(0, time, 1, all);
  changedPaths.addWeights(0, time, 1, all);
  const part = (2 * AROUND + 1) / HOURS;
  return columnOf(candidates, (person) =>
    Math.log(((near[person] ?? 0) / part + EVEN_ACTS) / ((all[person] ?? 0) + EVEN_ACTS)),
  );
}

import type { ChangeEvidence } from './change-evidence.ts';
import { type Column, columnOf } from './feature-columns.ts';
import type { ReviewQuestion } from './review-question.ts';

const HOURS = 24;
/** So many hours before and after count as the same time of day. */
const AROUND = 3;
/** How many acts spread over the whole day everybody is thought to have done besides. */
const EVEN_ACTS = 4;

/** Log of how much more a person does around this hour of the day than if all hours were alike. */
export function awakeNow({ actsByHour }: ChangeEvidence, { time, candidates, people }: ReviewQuestion): Column {
  const now = new Date(time).getUTCHours();
  const near = new Float64Array(people);
  const all = new Float64Array(people);
  for (let hour = 0; hour < HOURS; hour++) {
    const apart = Math.abs(hour - now);
    if (Math.min(apart, HOURS - apart) <= AROUND) actsByHour.addWeights(hour, time, 1, near);
    actsByHour.addWeights(hour, time, 1, all);
  }
  const part = (2 * AROUND + 1) / HOURS;
  return columnOf(candidates, (person) =>
    Math.log(((near[person] ?? 0) / part + EVEN_ACTS) / ((all[person] ?? 0) + EVEN_ACTS)),
  );
}

import type { Steps } from '../match/steps.ts';
import type { MeasuredInput } from './measured-input.ts';
import { type WorkHealth, withoutNames, workHealth } from './work-health.ts';

export type HealthPart = WorkHealth;

export function* healthPart({ work, threads, leftOut }: MeasuredInput): Steps<HealthPart> {
  const health = workHealth(work, threads);
  yield;
  return withoutNames(health, leftOut);
}

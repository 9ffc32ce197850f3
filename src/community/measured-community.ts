import type { Steps } from '../match/steps.ts';
import { communitySteps, type MeasuredCommunity } from './community-report.ts';
import type { MeasuredInput } from './measured-input.ts';
import { inactiveDays, silentAfter } from './silence.ts';

const measured = new WeakMap<MeasuredInput, MeasuredCommunity>();

/** Kept as long as the input is: several parts are taken from it. */
export function* measuredCommunity(input: MeasuredInput): Steps<MeasuredCommunity> {
  const known = measured.get(input);
  if (known !== undefined) return known;
  const found = yield* communitySteps(input.work, input.leftOut, silentAfter(inactiveDays(input.config)));
  measured.set(input, found);
  return found;
}

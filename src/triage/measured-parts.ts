import { healthPart } from '../community/health-part.ts';
import type { MeasuredInput } from '../community/measured-input.ts';
import type { MeasuredParts, PartName } from '../community/measured-parts.ts';
import type { Steps } from '../match/steps.ts';

type Generators = { [Name in PartName]?: (input: MeasuredInput) => Steps<MeasuredParts[Name]> };

/** The parts that the job `measure` makes; one with a job of its own is not among them. */
export const measuredParts = {
  health: healthPart,
} satisfies Generators;

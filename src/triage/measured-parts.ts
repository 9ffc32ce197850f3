import { activityPart } from '../community/activity-part.ts';
import { healthPart } from '../community/health-part.ts';
import type { MeasuredInput } from '../community/measured-input.ts';
import type { MeasuredParts, PartName } from '../community/measured-parts.ts';
import type { Steps } from '../match/steps.ts';

/** The parts that the job `measure` makes; one with a job of its own is not among them. */
const made = {
  health: healthPart,
  activity: activityPart,
} satisfies { [Name in PartName]?: (input: MeasuredInput) => Steps<MeasuredParts[Name]> };

export type MadePart = keyof typeof made;

export const measuredParts: { [Name in MadePart]: (input: MeasuredInput) => Steps<MeasuredParts[Name]> } = made;

export const madeParts = Object.keys(made) as MadePart[];

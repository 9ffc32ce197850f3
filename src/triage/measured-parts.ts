import { activityPart } from '../community/activity-part.ts';
import { graphPart } from '../community/graph-part.ts';
import { healthPart } from '../community/health-part.ts';
import type { MeasuredInput } from '../community/measured-input.ts';
import type { MeasuredParts, PartName } from '../community/measured-parts.ts';
import { partnersPart } from '../community/partners-part.ts';
import { peoplePart } from '../community/people-part.ts';
import { tonePart } from '../community/tone-part.ts';
import type { Steps } from '../match/steps.ts';

/** The parts that the job `measure` makes; one with a job of its own is not among them. */
const made = {
  health: healthPart,
  activity: activityPart,
  people: peoplePart,
  graph: graphPart,
  partners: partnersPart,
  tone: tonePart,
} satisfies { [Name in PartName]?: (input: MeasuredInput) => Steps<MeasuredParts[Name]> };

export type MadePart = keyof typeof made;

export type Generators = { [Name in MadePart]: (input: MeasuredInput) => Steps<MeasuredParts[Name]> };

export const measuredParts: Generators = made;

export const madeParts = Object.keys(made) as MadePart[];

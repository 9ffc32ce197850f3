import type { QualityPart } from '../domain/quality-part.ts';
import type { ActivityPart } from './activity-part.ts';
import type { GraphPart } from './graph-part.ts';
import type { HealthPart } from './health-part.ts';
import type { PartnersPart } from './partners-part.ts';
import type { PeoplePart } from './people-part.ts';
import type { TonePart } from './tone-part.ts';

/** What is kept of a repository, by the name under which it is stored. All of it is plain JSON. */
export interface MeasuredParts {
  health: HealthPart;
  activity: ActivityPart;
  people: PeoplePart;
  graph: GraphPart;
  partners: PartnersPart;
  tone: TonePart;
  quality: QualityPart;
}

export type PartName = keyof MeasuredParts;

/** Raised when any part changes its form: what is stored in another counts as not measured. */
export const PARTS_FORM = 1;

export interface Measured<Name extends PartName> {
  /** ISO 8601 UTC. */
  at: string;
  body: MeasuredParts[Name];
}

import { z } from 'zod';
import type { AllPartners } from '../community/all-partners.ts';
import type { CandidateReason } from '../community/partner-candidates.ts';
import type { PartnersPart } from '../community/partners-part.ts';
import { areaSchema } from './people-schema.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const decayed = z.number().min(0).describe('Decayed, weighted acts.');
const key = z.string().describe('Key of an organisation.');
const need = {
  open: count.describe('Open threads.'),
  weeks: z.number().min(0).nullable().describe('Weeks of work that wait; null: none was ever finished.'),
};
const direction = z.enum(['rising', 'steady', 'falling']);

const work = {
  changes: decayed,
  reviews: decayed,
  answers: decayed,
  share: share.describe('Of all work.'),
  people: z.array(z.string()),
  areas: z.array(areaSchema.extend({ share: share.describe('Of all work in the area.') })),
  trend: z.object({
    last: count.describe('Acts in the last 90 days.'),
    before: count.describe('In the 90 before.'),
    direction,
    months: z.array(count),
  }),
  firstDays: z.number().describe('Days since its first act.'),
  lastDays: z.number(),
};

const dependence = {
  changes: decayed,
  leading: z.object({ organisation: key, share }).nullable(),
  factor: count.describe('So few organisations and people of none wrote more than half.'),
  concentration: share.describe('Herfindahl-Hirschman index.'),
};

const reason: z.ZodType<CandidateReason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('knows'), area: areaSchema, people: count, ...need }),
  z.object({ kind: z.literal('asks'), area: areaSchema, threads: count, ...need }),
  z.object({ kind: z.literal('acts'), perMonth: z.number().min(0), direction }),
  z.object({ kind: z.literal('no-reviews') }),
]);

const skill = { ...areaSchema.shape, knowers: count, free: z.array(z.string()).describe('Those who have room.') };

export const partnersSchema: z.ZodType<PartnersPart> = z.object({
  months: z.array(z.iso.datetime()),
  organisations: z.array(z.object({ key, name: z.string(), ...work })).describe('The most work first.'),
  allOrganisations: count,
  unaffiliated: z.object(work).nullable(),
  dependence: z.object(dependence),
  directories: z.array(z.object({ directory: z.string(), ...dependence })),
  cooperation: z.object({
    ties: z.array(z.object({ from: key.nullable(), to: key.nullable(), reviewed: decayed, replied: decayed })),
    pairs: z.array(z.object({ one: key, other: key, given: decayed, got: decayed, exchange: decayed })),
    across: share.nullable(),
  }),
  candidates: z.array(
    z.object({ organisation: key, name: z.string(), score: z.number().min(0), reasons: z.array(reason) }),
  ),
  repositories: z.array(
    z.object({
      repository: z.string(),
      host: z.string().nullable(),
      threads: count,
      score: z.number().min(0),
      fits: z.array(z.object({ area: areaSchema, threads: count, ...need })),
    }),
  ),
  skills: z.array(z.object({ ...skill, ...need })),
});

export const allPartnersSchema: z.ZodType<AllPartners> = z.object({
  repositories: count.describe('Those that were measured, of those that are seen.'),
  organisations: z.array(
    z.object({
      key,
      name: z.string(),
      repositories: z.array(z.object({ repository: z.string(), share })),
      people: count,
      changes: decayed,
      reviews: decayed,
      answers: decayed,
      last: count,
      before: count,
    }),
  ),
  skills: z.array(
    areaSchema.extend({
      score: z.number().min(0),
      needs: z.array(z.object({ repository: z.string(), ...need, knowers: count })),
      haves: z.array(z.object({ repository: z.string(), knowers: count, free: z.array(z.string()) })),
    }),
  ),
});

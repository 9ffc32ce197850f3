import { z } from 'zod';
import type { MeasuredPerson, PeoplePart } from '../community/people-part.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

export const areaSchema = z.object({
  kind: z.enum(['directory', 'label', 'topic']),
  name: z.string(),
});

export const standingSchema = z.enum(['newcomer', 'regular', 'silent', 'occasional', 'gone']);

const scores = z.object({
  skill: share.describe('S(i,k)'),
  match: share.describe('S_i'),
  completionChance: share.describe('C(i,k)'),
  completion: share.describe('C_k'),
});

export const personSchema: z.ZodType<MeasuredPerson> = z.object({
  login: z.string(),
  standing: standingSchema,
  firstAct: z.iso.datetime(),
  lastAct: z.iso.datetime(),
  acts: count,
  influence: z.number().min(0).describe('PageRank times the number of people: 1 is the mean.'),
  bridging: share.describe('Betweenness.'),
  group: count.nullable().describe('Place in the list of groups; null outside of them.'),
  cooperation: share.describe('C_i'),
  interests: z.array(areaSchema.extend({ interest: share.describe('I(i,j)') })),
  skills: z.array(
    areaSchema.extend({
      skill: share.describe('a / (a + 1) of a decayed acts'),
      changed: count,
      reviewed: count,
      finished: count,
      lastAct: z.iso.datetime(),
    }),
  ),
  availability: z.object({
    state: z.enum(['active', 'away', 'full', 'inactive']),
    awayUntil: z.iso.datetime().nullable(),
    load: count.describe('Open issues and pulls they are assigned to or asked to review.'),
    capacity: count,
  }),
  scores: scores.nullable().describe('Means over the asked tasks; null where none is open.'),
});

export const peopleSchema: z.ZodType<PeoplePart> = z.object({
  askedTasks: count.describe('The latest open threads, over which scores of a person and a task are means.'),
  groups: z.array(z.object({ areas: z.array(areaSchema), size: count })).describe('Largest first.'),
  people: z.array(personSchema).describe('Most influential first.'),
});

import { z } from 'zod';
import type { DrawnTie, GraphPart } from '../community/graph-part.ts';
import { areaSchema, standingSchema } from './people-schema.ts';

const weight = z.number().min(0);

export const tieSchema: z.ZodType<DrawnTie> = z
  .object({
    from: z.string(),
    to: z.string(),
    weight: weight.describe('The sum of the four.'),
    reviewed: weight,
    took: weight,
    replied: weight,
    cochanged: weight,
  })
  .describe('All that one did for another, by kind, weighted and decayed.');

export const graphSchema: z.ZodType<GraphPart> = z.object({
  people: z.int().min(0).describe('All, drawn or not.'),
  ties: z.int().min(0).describe('All, drawn or not.'),
  modularity: z.number().nullable().describe('Of the groups; null without ties.'),
  groups: z
    .array(
      z.object({
        areas: z.array(areaSchema),
        size: z.int(),
        members: z.array(z.string()).describe('The most influential of them.'),
        colour: z.int().min(0).max(7),
      }),
    )
    .describe('Largest first.'),
  nodes: z
    .array(
      z.object({
        login: z.string(),
        group: z.int().nullable(),
        standing: standingSchema,
        influence: z.number(),
        x: z.number(),
        y: z.number(),
        radius: z.number(),
      }),
    )
    .describe('The most influential of those who have ties; the longer side of the drawing is 1000.'),
  edges: z.array(tieSchema).describe('The strongest ties between these.'),
});

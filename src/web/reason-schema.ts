import { z } from 'zod';
import type { LabelReason, PersonReason, RelatedReason } from '../domain/reason.ts';

const times = z.int().min(0);
const days = z.number();
const terms = z.array(z.string());

export const personReason: z.ZodType<PersonReason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reviewed'), path: z.string(), times, lastDays: days }),
  z.object({ kind: z.literal('changed'), path: z.string(), times, lastDays: days }),
  z.object({ kind: z.literal('owner'), pattern: z.string(), team: z.string().exactOptional() }),
  z.object({
    kind: z.literal('sweeping'),
    directories: times,
    generated: z.boolean(),
    as: z.enum(['fallback', 'owns-everything', 'reviews-most']),
  }),
  z.object({ kind: z.literal('spreads-knowledge'), files: times }),
  z.object({ kind: z.literal('reviewed-author'), author: z.string(), times }),
  z.object({ kind: z.literal('took-similar'), threads: terms, times }),
  z.object({ kind: z.literal('answered-similar'), threads: terms, times }),
  z.object({ kind: z.literal('took-label'), label: z.string(), times }),
  z.object({ kind: z.literal('answered-label'), label: z.string(), times }),
  z.object({ kind: z.literal('knows-terms'), terms }),
  z.object({ kind: z.literal('active'), times, days }),
]);

export const labelReason: z.ZodType<LabelReason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('terms'), terms }),
  z.object({ kind: z.literal('fits-name') }),
]);

export const relatedReason: z.ZodType<RelatedReason> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shares-terms'), terms }),
  z.object({ kind: z.literal('shares-code'), terms }),
  z.object({ kind: z.literal('has-duplicates'), threads: terms }),
  z.object({ kind: z.literal('shares-trace'), functions: terms, versions: terms }),
  z.object({ kind: z.literal('close-in-meaning') }),
]);

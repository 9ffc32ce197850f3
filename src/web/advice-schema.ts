import { z } from 'zod';
import type { Advice } from '../community/digest-advice.ts';

const count = z.int().min(0);
const waiting = { threads: count, mostDays: z.number().min(0) };
const suggested = { accepted: count, decided: count, judged: count };

export const advice: z.ZodType<Advice> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer-waiting'), ...waiting }),
  z.object({ kind: z.literal('review-waiting'), pulls: count, mostDays: waiting.mostDays }),
  z.object({ kind: z.literal('ask-authors'), ...waiting }),
  z.object({ kind: z.literal('second-owner'), directory: z.string(), files: count, filesAtRisk: count }),
  z.object({ kind: z.literal('share-load'), overloaded: count, capacity: count, most: count, beyond: count }),
  z.object({ kind: z.literal('answer-sooner'), hours: z.number(), hoursBefore: z.number() }),
  z.object({ kind: z.literal('backlog-grows'), opened: count, ended: count }),
  z.object({ kind: z.literal('silent-label'), label: z.string(), ...suggested }),
  z.object({
    kind: z.literal('silent-kind'),
    item: z.enum(['label', 'assignee', 'reviewer', 'related']),
    ...suggested,
  }),
]);

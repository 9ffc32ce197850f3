import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import type { LaneCounts, ShownRepository } from './dashboard-data.ts';
import type { Read } from './read-now.ts';

/** What was asked for, or why it cannot be read now. */
export function readSchema<T>(value: z.ZodType<T>): z.ZodType<Read<T>> {
  return z.union([z.object({ value }), z.object({ reason: z.string().describe('Why it cannot be read now.') })]);
}

const count = z.int().min(0);
const time = z.iso.datetime();

export const shownRepository: z.ZodType<ShownRepository> = z.object({
  owner: z.string(),
  repo: z.string(),
  facts: z.record(z.string(), count).describe('How many facts of each kind are known.'),
  learntAt: time.nullable(),
  measuredAt: time.nullable(),
  learning: z.object({
    state: z.enum(['never', 'running', 'failed', 'learnt']),
    percent: z.number().nullable(),
    minutesLeft: z.number().nullable(),
    pausedUntil: time.nullable(),
  }),
});

export const acceptanceSchema: z.ZodType<Acceptance> = z.object({
  kind: z.enum(['label', 'assignee', 'reviewer', 'related']),
  label: z.string().nullable().describe('null: the kind as a whole.'),
  outcomes: z.record(z.enum(['accepted', 'changed', 'rejected', 'ignored', 'undone']), count),
  judged: count,
  decided: count,
  accepted: z.number().nullable().describe('Share of the decided.'),
  interval: z.object({ low: z.number(), high: z.number() }).describe('Where it lies with a certainty of 95 %.'),
  promised: z.number().nullable().describe('Mean probability of the decided.'),
  minPrecision: z.number().nullable(),
  silent: z.enum(['seldom-accepted', 'seldom-heeded']).nullable(),
});

export const laneCounts: z.ZodType<LaneCounts> = z.object({
  lane: z.string(),
  counts: z
    .object({ waiting: count, active: count, delayed: count, failed: count })
    .nullable()
    .describe('null: the lane cannot be asked now.'),
});

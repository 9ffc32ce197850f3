import { z } from 'zod';
import type { Digest } from '../community/digest.ts';
import type { Moved } from '../community/digest-moved.ts';
import type { Period } from '../community/digest-period.ts';
import type { Risks } from '../community/digest-risks.ts';
import type { TurnCount, Waits } from '../community/digest-waits.ts';
import type { FirstContribution } from '../community/first-contributions.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import { advice } from './advice-schema.ts';

const count = z.int().min(0);
const day = z.iso.date();
const share = z.number().min(0).max(1);
const threadType = z.enum(['issue', 'pull', 'discussion']);

export const periodSchema: z.ZodType<Period> = z.object({
  cadence: z.enum(['weekly', 'monthly']),
  from: day,
  to: day.describe('The first day after it.'),
});

const byType = z.object({ opened: count, closed: count });
const moved: z.ZodType<Moved> = z.object({
  opened: count,
  ended: count.describe('Closed, merged or answered.'),
  byType: z.object({ issue: byType, pull: byType, discussion: byType }),
  merged: count,
  answered: count,
  responseHours: z.number().min(0).nullable().describe('Median until somebody else spoke; null: nothing was answered.'),
  people: count,
});

const newcomer: z.ZodType<FirstContribution> = z.object({
  login: z.string(),
  at: z.iso.datetime(),
  thread: z.object({ type: threadType, id: z.string() }).nullable(),
});

const turn = z.enum(['author', 'maintainers', 'reviewers', 'unknown']);
const turnCount: z.ZodType<TurnCount> = z.object({ threads: count, mostDays: z.number().min(0) });
const waits: z.ZodType<Waits> = z.object({
  threads: z.array(
    z.object({
      id: z.string(),
      type: threadType,
      title: z.string(),
      turn,
      reviewers: z.array(z.string()),
      idleDays: z.number().min(0),
    }),
  ),
  byTurn: z.object({ author: turnCount, maintainers: turnCount, reviewers: turnCount, unknown: turnCount }),
});

const risks: z.ZodType<Risks> = z.object({
  knowledge: z
    .object({
      files: count,
      filesAtRisk: count.describe('Known to at most one person who is still there.'),
      filesAtRiskBefore: count.nullable(),
      directories: z.array(z.object({ directory: z.string(), files: count, filesAtRisk: count })),
    })
    .nullable(),
  load: z
    .object({
      people: count,
      overloaded: count,
      capacity: count,
      most: count,
      mostShare: share,
      beyond: count,
      held: count,
    })
    .nullable(),
  organisation: z.object({ name: z.string(), share }).nullable().describe('Whose people wrote more than half.'),
  quiet: z.object({ all: count, fresh: count, regulars: count }).nullable(),
});

const outcomes = z.object({ accepted: count, changed: count, rejected: count, ignored: count, undone: count });
const acceptance: z.ZodType<Acceptance> = z.object({
  kind: z.enum(['label', 'assignee', 'reviewer', 'related']),
  label: z.string().nullable(),
  outcomes,
  judged: count,
  decided: count,
  accepted: share.nullable(),
  interval: z.object({ low: share, high: share }),
  promised: share.nullable(),
  minPrecision: share.nullable(),
  silent: z.enum(['seldom-accepted', 'seldom-heeded']).nullable(),
});

const weeks = z.number().min(0).nullable();

export const digestSchema: z.ZodType<Digest> = z.object({
  period: periodSchema,
  moved: z.object({ now: moved, before: moved }).nullable(),
  newcomers: z.array(newcomer),
  waits: waits.nullable(),
  risks: risks.nullable(),
  forecast: z.object({ median: weeks, lower: weeks, upper: weeks, open: count }).nullable(),
  milestones: z.array(
    z.object({
      ...{ title: z.string(), open: count, byDue: share.nullable() },
      ...{ median: weeks, lower: weeks, upper: weeks },
    }),
  ),
  advice: z.array(advice).describe('What would help most first.'),
  acceptance: z.array(acceptance),
  ranking: z
    .array(z.object({ login: z.string(), wrote: count, reviewed: count, answered: count }))
    .nullable()
    .describe('null: the configuration does not ask for it.'),
});

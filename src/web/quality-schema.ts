import { z } from 'zod';
import type { ClassificationReport, LabelsReport } from '../domain/classification.ts';
import type { QualityPart, QualityReport } from '../domain/quality-part.ts';

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const time = z.iso.datetime();

const ranking = z.object({ questions: count, top1: share, top3: share, top5: share, mrr: share, recall5: share });
const interval = z.object({ low: z.number(), high: z.number() });

const curvePoint = z.object({
  minPrecision: share,
  answered: count,
  coverage: share.describe('Of the questions, for how many something was shown.'),
  shown: count,
  right: count,
  precision: share.nullable(),
  promised: share.nullable(),
});

const shown = z.object({
  max: count,
  minPrecision: share.describe('As configured.'),
  curve: z.array(curvePoint),
  promise: z.object({ atLeast: count, within: share, judged: count, kept: count, honest: count }),
});

const scores = z.object({ precision: share, recall: share, f1: share, support: count });

const classification: z.ZodType<ClassificationReport> = z.object({
  labels: z.array(
    scores.extend({ name: z.string(), given: count, from: share.nullable(), averagePrecision: share.nullable() }),
  ),
  micro: scores,
  macro: scores,
  weighted: scores,
  samples: scores,
});

const labels: z.ZodType<LabelsReport> = z.object({
  singleLabel: z.boolean(),
  shown: classification.describe('What is shown as configured.'),
  first: classification.describe('Of each question the label that was put first.'),
  averagePrecision: share,
});

const report: z.ZodType<QualityReport> = z.object({
  task: z.enum(['reviewers', 'assignees', 'labels', 'related']),
  from: time.nullable(),
  to: time.nullable(),
  scores: ranking,
  confidence: z.object({ top1: interval, mrr: interval }).describe('With a certainty of 95 %.'),
  baselines: z.array(
    z.object({ kind: z.enum(['most-active', 'path-owners', 'codeowners', 'nearest-thread']), scores: ranking }),
  ),
  unanswerable: count.describe('Questions with no right answer that was ever seen before.'),
  calibrationError: share.nullable(),
  tenths: z
    .array(z.object({ from: share, count, promised: share.nullable(), cameTrue: share.nullable() }))
    .describe('Promised against true, by tenths of probability.'),
  shown: shown.nullable().describe('null for related content, which is shown without a threshold.'),
  spans: z.array(
    z.object({ from: time, to: time, questions: count, top1: share, mrr: share, naiveMrr: share.nullable() }),
  ),
  labels: labels.nullable(),
  retrieval: z.array(
    z.object({
      kind: z.enum(['all', 'thread', 'document', 'unknown']),
      questions: count,
      recall1: share,
      recall3: share,
      recall5: share,
      recall10: share,
      mrr: share,
    }),
  ),
});

export const qualitySchema: z.ZodType<QualityPart> = z.object({
  questions: count.describe('Of each task at most so many of the newest were asked.'),
  learnEvery: count.describe('What came between so many questions was learnt after them.'),
  reports: z.array(report),
  thresholds: z.array(
    z.object({
      label: z.string(),
      from: share.nullable().describe('The lowest probability with which it was shown; null: never.'),
      right: count,
      shown: count,
      hits: count,
    }),
  ),
});

import { z } from 'zod';
import type { RankedLabel, RankedPerson, RelatedItem } from '../domain/suggestion.ts';
import type { ShownSuggestion } from './dashboard-data.ts';
import { labelReason, personReason, relatedReason } from './reason-schema.ts';

const probability = z.number().min(0).max(1);

const rankedPerson: z.ZodType<RankedPerson> = z.object({
  login: z.string(),
  score: z.number().describe('Only comparable within one answer.'),
  probability,
  reasons: z.array(personReason),
});

const rankedLabel: z.ZodType<RankedLabel> = z.object({
  name: z.string(),
  probability,
  precision: probability.exactOptional().describe('Share of like promises of the past that came true, cautiously.'),
  reasons: z.array(labelReason),
});

const relatedItem: z.ZodType<RelatedItem> = z.object({
  id: z.string().describe('Thread number or document id.'),
  kind: z.enum(['thread', 'document']),
  score: z.number(),
  reasons: z.array(relatedReason),
  title: z.string(),
  url: z.string().nullable(),
  state: z.enum(['open', 'closed']).nullable(),
  outcome: z.string().nullable(),
  type: z.enum(['issue', 'pull', 'discussion']).nullable(),
  fixedBy: z.object({ kind: z.enum(['pull', 'commit']), id: z.string() }).exactOptional(),
  quote: z.string().exactOptional(),
});

export const shownSuggestion: z.ZodType<ShownSuggestion> = z.object({
  owner: z.string(),
  repo: z.string(),
  type: z.enum(['issue', 'pull', 'discussion']),
  number: z.int(),
  mode: z.string(),
  comment: z.string(),
  suggestion: z.object({
    labels: z.array(rankedLabel),
    assignees: z.array(rankedPerson),
    reviewers: z.array(rankedPerson),
    related: z.array(relatedItem),
  }),
  latencyMs: z.number().nullable(),
  savedAt: z.iso.datetime(),
});

import { z } from 'zod';
import type { ToldShare } from '../community/told-tone.ts';
import type { TonePart, ToneTopic } from '../community/tone-part.ts';
import type { ToneSurge } from '../community/tone-runs.ts';
import type { ToneWeek } from '../community/tone-weeks.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const monday = z.iso.date().describe('A Monday, UTC.');
const tone = z.enum(['negative', 'toxic']);
const topicKind = z.enum(['label', 'directory']);

const told: z.ZodType<ToldShare> = z
  .object({ share, low: share, high: share })
  .describe('A share of comments, and where it lies with a certainty of 95 %.');

const toneWeek: z.ZodType<ToneWeek> = z.object({
  week: monday,
  comments: count,
  negative: told.nullable().describe('null: too few comments to tell, lest it be read off who spoke so.'),
  toxic: told.nullable(),
  usual: z
    .object({ negative: share, toxic: share })
    .nullable()
    .describe('Median share of the twelve weeks before; null where too little is known.'),
  surging: z.array(tone),
  byModel: z
    .object({ comments: count, negative: told, toxic: told })
    .nullable()
    .describe(
      'How a text model heard those that it was asked about; null where it was asked about too few, or is not there.',
    ),
});

const toneTopic: z.ZodType<ToneTopic> = z.object({
  kind: topicKind,
  name: z.string(),
  comments: count,
  negative: told,
  toxic: told,
});

const toneSurge: z.ZodType<ToneSurge> = z.object({
  tone,
  topic: z.object({ kind: topicKind, name: z.string() }).nullable().describe('null: the repository as a whole.'),
  from: monday,
  to: monday,
  comments: count,
  share: told,
  usual: share.describe('Median share of the weeks before.'),
  z: z.number().describe('Deviations above it in the week that stood out most.'),
  threads: z
    .array(z.object({ id: z.string(), type: z.enum(['issue', 'pull', 'discussion']), title: z.string() }))
    .describe('Where much of it was said; none that few took part in.'),
});

export const toneSchema: z.ZodType<TonePart> = z.object({
  threads: count.describe('Threads of which it is known how people sounded.'),
  weeks: z.array(toneWeek).describe('A year, the present week last, which is not over yet.'),
  topics: z.array(toneTopic).describe('The last twelve whole weeks by label and directory.'),
  surges: z.array(toneSurge).describe('Of that year, the latest first.'),
});

import { z } from 'zod';

const answers = z.array(z.string()).optional();
const truth = z.object({
  kind: z.literal('truth'),
  id: z.union([z.string(), z.number()]),
  reviewers: answers,
  assignees: answers,
  labels: answers,
  related: answers,
});

/** The right answers to the question with this id. */
export type PackTruth = z.output<typeof truth>;

/** null: the line is another one. */
export function parseTruth(line: string): PackTruth | null {
  if (!line.includes('"truth"')) return null;
  try {
    return truth.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

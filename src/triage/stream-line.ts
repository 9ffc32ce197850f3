import { z } from 'zod';
import type { Fact } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';

/** One line of the stream that is understood: a fact to learn or a question to answer. */
export type StreamLine = { fact: Fact } | { query: StreamQuery };

export const WANTS = ['reviewers', 'assignees', 'labels', 'related'] as const;

export interface StreamQuery {
  id: string | number;
  time: string;
  want: readonly (typeof WANTS)[number][];
  k: number;
  item: Task;
}

const MAX_ANSWERS = 10_000;

const id = z.union([z.string(), z.number()]).transform(String);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const author = z
  .string()
  .nullish()
  .transform((value) => value || null);
const names = z
  .array(z.string())
  .nullish()
  .transform((value) => (value ?? []).filter((name) => name !== ''));
/** Other notations than ISO 8601 are let through: what was then is known, only not how long ago. */
const time = z.string().regex(/\d/, 'expected a time such as 2026-01-31T12:00:00Z');
const lines = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const files = z
  .array(z.object({ path: z.string().min(1), added: lines, deleted: lines }))
  .nullish()
  .transform((value) => value ?? []);
const threadType = z.enum(['issue', 'pull', 'discussion']);
const outcomes = z.enum(['completed', 'not-planned', 'duplicate', 'merged', 'answered']);

const fact = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    id,
    time,
    author,
    reviewers: names,
    files,
    title: text,
    body: text,
  }),
  z.object({
    kind: z.literal('thread'),
    type: threadType,
    id,
    time,
    author,
    title: text,
    body: text,
    labels: names,
    unlabelled: names,
    assignees: names,
    participants: names,
    state: z.enum(['open', 'closed']).default('open'),
    closedAt: time.nullable().default(null),
    outcome: outcomes.nullable().default(null),
    fixedBy: z.object({ kind: z.enum(['pull', 'commit']), id }).exactOptional(),
    duplicateOf: id.nullable().exactOptional(),
    answer: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('document'), id, url: text, title: text, body: text }),
  z.object({ kind: z.literal('link'), type: z.enum(['duplicate', 'related']), from: id, to: id, time }),
  z.object({
    kind: z.literal('person'),
    login: z.string().min(1),
    organisation: z.string().nullable().default(null),
    bot: z.boolean().default(false),
  }),
]);

const item = z
  .object({
    kind: z.string().optional(),
    type: z.enum(['change', 'issue', 'pull', 'discussion']).optional(),
    id: id.nullable().default(null),
    author,
    title: text,
    body: text,
    files,
    labels: names,
    participants: names,
  })
  .transform(({ kind, type, ...rest }): Task => ({ ...rest, type: type ?? (kind === 'change' ? 'change' : 'issue') }));

const query = z.object({
  kind: z.literal('query'),
  id: z.union([z.string(), z.number()]),
  time,
  want: z.array(z.enum(WANTS)).default([...WANTS]),
  k: z.int().min(0).max(MAX_ANSWERS).default(10),
  item,
});

/** Understands one line; a text instead says what is wrong with it. */
export function parseStreamLine(line: string): StreamLine | string {
  const value = parseJson(line);
  if (value === undefined) return 'not JSON';
  if (typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'query') {
    const parsed = query.safeParse(value);
    return parsed.success ? { query: parsed.data } : problem(parsed.error);
  }
  const parsed = fact.safeParse(value);
  return parsed.success ? { fact: parsed.data } : problem(parsed.error);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function problem(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; ');
}

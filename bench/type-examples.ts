import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { labelFeatures } from '../src/match/label-features.ts';
import { bucketsOf, type ThreadType } from '../src/match/thread-type.ts';
import { packLines } from './pack-lines.ts';
import { chineseSentences } from './type-sentences-zh.ts';

/** A text whose type people told. */
export interface TypeExample {
  pack: string;
  buckets: number[];
  /** null: none of those that are told apart here. */
  type: ThreadType | null;
  /** Whether it tells a bug, a wish and a question apart, or documentation from all else. */
  tells: 'kind' | 'documentation';
}

interface Source {
  pack: string;
  tells: TypeExample['tells'];
  /** By label. */
  types: Record<string, ThreadType>;
}

const KINDS = { bug: 'bug', feature: 'feature', question: 'question' } as const;
const SOURCES: Source[] = [
  ...['bitcoin', 'opencv', 'react', 'tensorflow', 'vscode'].map(
    (name): Source => ({ pack: `labels-nlbse24-dev-${name}`, tells: 'kind', types: KINDS }),
  ),
  { pack: 'labels-go', tells: 'documentation', types: { doc: 'documentation' } },
  ...['ambari', 'datalab', 'geode', 'hdds'].map(
    (name): Source => ({
      pack: `labels-jira-a-${name}`,
      tells: 'documentation',
      types: {
        Documentation: 'documentation',
        'component: docs': 'documentation',
        'component: documentation': 'documentation',
      },
    }),
  ),
];
/** One in so many threads that are of no type serves as a counterexample. */
const THIN_OUT = 8;

const thread = z.object({
  kind: z.literal('thread'),
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(z.string()),
});

/** Only what a pack lets one learn, never its questions. */
export async function typeExamples(folder: string): Promise<TypeExample[]> {
  const examples: TypeExample[] = [];
  for (const source of SOURCES) {
    const file = join(folder, `${source.pack}.jsonl.gz`);
    await access(file);
    let others = 0;
    for await (const line of packLines(file)) {
      const read = thread.safeParse(JSON.parse(line));
      if (!read.success) continue;
      const { title, body, labels } = read.data;
      const type = labels.map((label) => source.types[label]).find((found) => found !== undefined) ?? null;
      if (type === null && others++ % THIN_OUT !== 0) continue;
      const buckets = bucketsOf(labelFeatures({ title, body: body ?? '' }).hashes);
      examples.push({ pack: source.pack, buckets, type, tells: source.tells });
    }
  }
  return [...examples, ...madeUp()];
}

function madeUp(): TypeExample[] {
  return Object.entries(chineseSentences).flatMap(([type, sentences]) =>
    sentences.flatMap((title): TypeExample[] => {
      const buckets = bucketsOf(labelFeatures({ title, body: '' }).hashes);
      const made = { pack: 'made up', buckets, type: type as ThreadType };
      return [
        { ...made, tells: 'kind' },
        { ...made, tells: 'documentation' },
      ];
    }),
  );
}

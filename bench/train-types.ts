import { drawLines } from '../src/match/label-lines.ts';
import { finish } from '../src/match/steps.ts';
import { THREAD_TYPES, TYPE_BUCKETS } from '../src/match/thread-type.ts';
import { type TypeExample, typeExamples } from './type-examples.ts';

/** Weights of the type model as the package ships them: by bucket, then by type. */
export interface TypeWeights {
  scale: number;
  weights: Int8Array;
}

const ROUNDS = 15;
const COST = 0.3;
const MIN_FREQUENCY = 3;
const ALWAYS = TYPE_BUCKETS - 1;
const LARGEST = 127;

/** Always the same weights from the same examples: bug, feature and question by one set of lines, documentation by another. */
export function trainTypes(examples: readonly TypeExample[]): TypeWeights {
  const exact = new Float64Array(TYPE_BUCKETS * THREAD_TYPES.length);
  for (const tells of ['kind', 'documentation'] as const) {
    const told = examples.filter((example) => example.tells === tells);
    const wanted = THREAD_TYPES.filter((type) => (type === 'documentation') === (tells === 'documentation'));
    const drawing = drawLines(
      told.map(({ buckets, type }) => ({
        hashes: Int32Array.from(buckets),
        traits: [],
        labels: new Set(type === null ? [] : [THREAD_TYPES.indexOf(type)]),
      })),
      {
        labels: wanted.map((type) => THREAD_TYPES.indexOf(type)),
        cost: COST,
        rounds: ROUNDS,
        minFrequency: MIN_FREQUENCY,
        equalRarity: true,
      },
    );
    const lines = finish(drawing);
    for (const type of wanted.map((name) => THREAD_TYPES.indexOf(name))) {
      for (const { hash, weights } of lines.weights()) {
        exact[(hash ?? ALWAYS) * THREAD_TYPES.length + type] = weights.get(type) ?? 0;
      }
    }
  }
  const scale = exact.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LARGEST;
  return { scale, weights: Int8Array.from(exact, (weight) => Math.round(weight / scale)) };
}

/** The file that holds the weights, as it is committed. */
export function weightsFile({ scale, weights }: TypeWeights): string {
  return [
    '/** Written by bench/train-types.ts; docs/type-model.md tells what it learnt from. */',
    `export const typeScale = ${scale};`,
    `export const typeWeights =\n  '${Buffer.from(weights.buffer).toString('base64')}';\n`,
  ].join('\n');
}

if (process.argv[1]?.endsWith('train-types.js') || process.argv[1]?.endsWith('train-types.ts')) {
  process.stdout.write(weightsFile(trainTypes(await typeExamples(process.env.COMMSCORE_PACKS ?? '../shared/packs'))));
}

import { foldHan } from '../text/fold-han.ts';
import { isManner } from './label-features.ts';
import { typeScale, typeWeights } from './type-weights.ts';

/** What a thread is, whatever it is about. */
export const THREAD_TYPES = ['bug', 'feature', 'question', 'documentation'] as const;

export type ThreadType = (typeof THREAD_TYPES)[number];

/** How far a text is of each type, in the order of `THREAD_TYPES`; above 0 where it rather is. */
export type TypeModel = (hashes: Iterable<number>) => number[];

/** Features that share a bucket are taken for the same. */
export const TYPE_BUCKETS = 1 << 15;
/** The last one holds what every text has. */
const ALWAYS = TYPE_BUCKETS - 1;

/** Bucket of a feature; an author is nobody beyond the own repository, but one in so many buckets does no harm. */
export function typeBucket(hash: number): number {
  return ((hash >>> 1) % ((ALWAYS - 1) / 2)) * 2 + (isManner(hash) ? 1 : 0);
}

export function bucketsOf(hashes: Iterable<number>): number[] {
  return [...new Set(Array.from(hashes, typeBucket))];
}

/** Weights by bucket, then by type. */
export function createTypeModel(weights: Int8Array, scale: number): TypeModel {
  const types = THREAD_TYPES.length;
  /** All zero but while a text is read. */
  const met = new Uint8Array(TYPE_BUCKETS);

  /** Whether the bucket tells anything. */
  function add(bucket: number, sums: number[]): boolean {
    let told = false;
    for (let type = 0; type < types; type += 1) {
      const weight = weights[bucket * types + type] ?? 0;
      if (weight === 0) continue;
      sums[type] = (sums[type] ?? 0) + weight;
      told = true;
    }
    return told;
  }

  return (hashes) => {
    const sums = new Array<number>(types).fill(0);
    let known = 0;
    for (const hash of hashes) {
      const bucket = typeBucket(hash);
      if (met[bucket] === 0 && add(bucket, sums)) known += 1;
      met[bucket] = 1;
    }
    for (const hash of hashes) met[typeBucket(hash)] = 0;
    const length = Math.sqrt(Math.max(1, known));
    return sums.map((sum, type) => scale * (sum / length + (weights[ALWAYS * types + type] ?? 0)));
  };
}

export const shippedTypes: TypeModel = createTypeModel(
  Int8Array.from(atob(typeWeights), (character) => character.charCodeAt(0)),
  typeScale,
);

const NAMES: [type: ThreadType, pattern: RegExp][] = [
  ['documentation', /^(?:documentations?|docs?|documenting|文档|文件|ドキュメント)$/],
  ['question', /^(?:questions?|help|support|usage|how ?to|问题|提问|疑问|咨询|求助|质问)$/],
  [
    'feature',
    /^(?:feature|features|feature ?requests?|new ?feature|enhancements?|improvements?|wish|需求|功能|新功能|功能请求|特性|改进|增强|建议|要望)$/,
  ],
  ['bug', /^(?:bugs?|defects?|bug ?reports?|crash|regression|缺陷|错误|故障|漏洞|バグ)$/],
];

/** The type that a label stands for by its name: `kind/bug`, `type: bug`, `C-enhancement`, `功能`; null for all else. */
export function typeOfLabel(name: string): ThreadType | null {
  const plain = foldHan(name)
    .toLowerCase()
    .replace(/:[\w+-]{1,40}:/g, '')
    .replace(/^[^\p{L}]*(?:(?:kind|type|category|c|t|issue)\s*[:/\-_]+\s*)?/u, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return NAMES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

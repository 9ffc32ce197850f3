import { ModelError } from './model-error.ts';

const DIMENSIONS = { fewest: 8, most: 4096 };

/**
 * One vector for each text that was sent, whether the server pooled them or answered with one for each token
 * (their mean is taken). @throws ModelError where the answer is anything else.
 */
export function vectorsInAnswer(answer: unknown, texts: number): number[][] {
  if (!Array.isArray(answer)) throw invalid('no list of vectors');
  if (answer.length !== texts) throw invalid(`${answer.length} vectors for ${texts} texts`);
  const vectors = answer.map(pooled);
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.some(({ length }) => length !== dimensions)) throw invalid('vectors of different lengths');
  if (texts > 0 && (dimensions < DIMENSIONS.fewest || dimensions > DIMENSIONS.most)) {
    throw invalid(`vectors of ${dimensions} numbers`);
  }
  return vectors;
}

function pooled(item: unknown): number[] {
  if (isVector(item)) return item;
  // A list of one list of token vectors is what the oldest servers give.
  const tokens = Array.isArray(item) && item.length === 1 && !isVector(item[0]) ? (item[0] as unknown) : item;
  if (!Array.isArray(tokens) || tokens.length === 0 || !tokens.every(isVector)) {
    throw invalid('something else than finite numbers');
  }
  return meanOf(tokens);
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every(Number.isFinite);
}

function meanOf(tokens: number[][]): number[] {
  const [first = []] = tokens;
  if (tokens.some(({ length }) => length !== first.length)) throw invalid('token vectors of different lengths');
  return first.map((_, i) => tokens.reduce((sum, token) => sum + (token[i] ?? 0), 0) / tokens.length);
}

function invalid(what: string): ModelError {
  return new ModelError('invalid', `the answer to feature extraction holds ${what}`);
}

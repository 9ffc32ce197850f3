const LARGEST = 127;

/** The direction of a vector, in a byte for each number; null where it has none. */
export function packVector(numbers: ArrayLike<number>): Int8Array | null {
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) largest = Math.max(largest, Math.abs(numbers[i] ?? 0));
  if (!Number.isFinite(largest) || largest === 0) return null;
  return Int8Array.from(numbers, (number) => Math.round((number / largest) * LARGEST));
}

/** Of length 1, so that the product of two is their cosine; packed again it gives the same bytes. */
export function unpackVector(packed: Int8Array): Float32Array {
  const length = Math.sqrt(packed.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(packed, (value) => value / length);
}

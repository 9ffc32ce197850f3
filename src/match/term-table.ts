import { longer } from './longer-column.ts';

/** Numbers for hashes of terms, 0, 1, 2 ... in the order they are met: eight bytes a term instead of a map's fifty. */
export interface TermTable {
  /** -1 where the term was never met. */
  find(hash: number): number;
  /** A hash that is not in it yet; gives back its number. */
  add(hash: number): number;
  hash(term: number): number;
  count(): number;
}

const FIRST_BUCKETS = 1024;

export function createTermTable(): TermTable {
  let hashes = new Int32Array(FIRST_BUCKETS);
  /** Open addressing; holds the number of the term plus one. */
  let buckets = new Int32Array(2 * FIRST_BUCKETS);
  let count = 0;

  function bucketOf(hash: number): number {
    const mask = buckets.length - 1;
    let bucket = Math.imul(hash, 0x9e3779b1) & mask;
    for (;;) {
      const held = buckets[bucket] ?? 0;
      if (held === 0 || hashes[held - 1] === hash) return bucket;
      bucket = (bucket + 1) & mask;
    }
  }

  function grow(): void {
    hashes = longer(hashes);
    buckets = new Int32Array(2 * buckets.length);
    for (let term = 0; term < count; term += 1) buckets[bucketOf(hashes[term] ?? 0)] = term + 1;
  }

  return {
    find: (hash) => (buckets[bucketOf(hash)] ?? 0) - 1,
    add(hash) {
      hashes[count] = hash;
      count += 1;
      buckets[bucketOf(hash)] = count;
      if (count === hashes.length) grow();
      return count - 1;
    },
    hash: (term) => hashes[term] ?? 0,
    count: () => count,
  };
}

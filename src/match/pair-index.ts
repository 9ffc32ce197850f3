/** Numbers pairs of small integers in the order they are first seen, in two words a pair. */
export interface PairIndex {
  /** Number of the pair, -1 where it was never numbered. */
  find(a: number, b: number): number;
  /** The same, numbering it first where needed. */
  number(a: number, b: number): number;
  count(): number;
}

export function createPairIndex(): PairIndex {
  let capacity = 1024;
  let slots = new Int32Array(capacity).fill(-1);
  let pairs = new Int32Array(capacity);
  let count = 0;

  function slotOf(a: number, b: number): number {
    let slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (capacity - 1);
    for (;;) {
      const number = slots[slot] ?? -1;
      if (number < 0 || (pairs[2 * number] === a && pairs[2 * number + 1] === b)) return slot;
      slot = (slot + 1) & (capacity - 1);
    }
  }

  function grow(): void {
    capacity *= 2;
    const larger = new Int32Array(capacity);
    larger.set(pairs);
    pairs = larger;
    slots = new Int32Array(capacity).fill(-1);
    for (let number = 0; number < count; number++) {
      slots[slotOf(pairs[2 * number] ?? 0, pairs[2 * number + 1] ?? 0)] = number;
    }
  }

  return {
    find: (a, b) => slots[slotOf(a, b)] ?? -1,
    number(a, b) {
      const slot = slotOf(a, b);
      const known = slots[slot] ?? -1;
      if (known >= 0) return known;
      slots[slot] = count;
      pairs[2 * count] = a;
      pairs[2 * count + 1] = b;
      count++;
      if (2 * count >= capacity) grow();
      return count - 1;
    },
    count: () => count,
  };
}

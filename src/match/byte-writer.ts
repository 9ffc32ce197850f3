const UNPAIRED = /\p{Surrogate}/u;

/** Numbers and texts one after the other, as bytes. */
export interface ByteWriter {
  /** A whole number from 0 to 2^32 - 1, in as few bytes as it takes. */
  count(value: number): void;
  byte(value: number): void;
  word(value: number): void;
  float(value: number): void;
  text(value: string): void;
  list<Item>(items: readonly Item[], write: (item: Item) => void): void;
  bytes(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  const encoder = new TextEncoder();
  let room = new Uint8Array(65_536);
  let view = new DataView(room.buffer);
  let used = 0;

  function need(more: number): void {
    if (used + more <= room.length) return;
    const larger = new Uint8Array(Math.max(2 * room.length, used + more));
    larger.set(room.subarray(0, used));
    room = larger;
    view = new DataView(room.buffer);
  }

  function byte(value: number): void {
    need(1);
    room[used++] = value;
  }

  function count(value: number): void {
    let left = value;
    while (left >= 128) {
      byte((left % 128) + 128);
      left = Math.floor(left / 128);
    }
    byte(left);
  }

  return {
    count,
    byte,
    word(value) {
      need(4);
      view.setUint32(used, value);
      used += 4;
    },
    float(value) {
      need(8);
      view.setFloat64(used, value);
      used += 8;
    },
    text(value) {
      // UTF-8 has no half of a surrogate pair, JSON can spell it.
      const unpaired = UNPAIRED.test(value);
      const encoded = encoder.encode(unpaired ? JSON.stringify(value) : value);
      byte(unpaired ? 1 : 0);
      count(encoded.length);
      need(encoded.length);
      room.set(encoded, used);
      used += encoded.length;
    },
    list(items, write) {
      count(items.length);
      for (const item of items) write(item);
    },
    bytes: () => room.slice(0, used),
  };
}

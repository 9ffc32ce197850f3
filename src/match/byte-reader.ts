/** Reads what a ByteWriter wrote; a RangeError where the bytes end too early. */
export interface ByteReader {
  count(): number;
  byte(): number;
  word(): number;
  float(): number;
  text(): string;
  list<Item>(read: () => Item): Item[];
  atEnd(): boolean;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let used = 0;

  function byte(): number {
    return view.getUint8(used++);
  }

  function count(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
      const read = byte();
      value += (read % 128) * scale;
      if (read < 128) return value;
    }
    throw new RangeError('a count of more than five bytes');
  }

  return {
    count,
    byte,
    word() {
      used += 4;
      return view.getUint32(used - 4);
    },
    float() {
      used += 8;
      return view.getFloat64(used - 8);
    },
    text() {
      const unpaired = byte() === 1;
      const length = count();
      if (used + length > bytes.length) throw new RangeError('a text that ends too early');
      used += length;
      const text = decoder.decode(bytes.subarray(used - length, used));
      return unpaired ? String(JSON.parse(text)) : text;
    },
    list(read) {
      const items = [];
      for (let left = count(); left > 0; left--) items.push(read());
      return items;
    },
    atEnd: () => used === bytes.length,
  };
}

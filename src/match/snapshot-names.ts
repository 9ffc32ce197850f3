import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';

/** Texts that many facts share, written once and then by number. */
export interface NameWriter {
  write(name: string): void;
  writeAll(names: readonly string[]): void;
}

export interface NameReader {
  read(): string;
  readAll(): string[];
}

/** Sorted, each after the number of characters it shares with the one before: paths share most of theirs. */
export function writeNames(writer: ByteWriter, names: Iterable<string>): NameWriter {
  const sorted = [...new Set(names)].toSorted();
  const numbers = new Map(sorted.map((name, number) => [name, number]));
  let before = '';
  writer.list(sorted, (name) => {
    const shared = sharedLength(before, name);
    writer.count(shared);
    writer.text(name.slice(shared));
    before = name;
  });
  const write = (name: string) => writer.count(numbers.get(name) ?? 0);
  return { write, writeAll: (all) => writer.list(all, write) };
}

export function readNames(reader: ByteReader): NameReader {
  let before = '';
  const names = reader.list(() => {
    before = before.slice(0, reader.count()) + reader.text();
    return before;
  });
  function read(): string {
    const name = names[reader.count()];
    if (name === undefined) throw new RangeError('a name that is not in the table');
    return name;
  }
  return { read, readAll: () => reader.list(read) };
}

function sharedLength(a: string, b: string): number {
  const longest = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < longest && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++;
  return shared;
}

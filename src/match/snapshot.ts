import { createByteReader } from './byte-reader.ts';
import { createByteWriter } from './byte-writer.ts';
import type { ModelParts } from './model-parts.ts';
import { readContents, readLabels, writeContents, writeLabels } from './snapshot-contents.ts';
import * as facts from './snapshot-facts.ts';
import { readLinks, writeLinks } from './snapshot-links.ts';
import { readNames, writeNames } from './snapshot-names.ts';

const MAGIC = 'commscore-model';
/** Another number for everything that is written, cut or counted differently. */
const VERSION = 8;
const CHECKSUM_BYTES = 4;

/** The same bytes for the same facts, in whatever order they were learnt. */
export function writeSnapshot(parts: ModelParts): Uint8Array {
  const writer = createByteWriter();
  writer.text(MAGIC);
  writer.count(VERSION);
  const names = writeNames(writer, facts.namesOf(parts));
  facts.writeChanges(writer, names, parts);
  facts.writeThreads(writer, names, parts);
  facts.writePeople(writer, parts);
  writeLinks(writer, parts.links);
  writeContents(writer, parts.contents);
  writeLabels(writer, parts.labels);
  writer.word(checksum(writer.bytes()));
  return writer.bytes();
}

/** Fills empty parts; throws where the bytes are not what this version writes. */
export function readSnapshot(bytes: Uint8Array, parts: ModelParts): void {
  const inner = bytes.subarray(0, Math.max(0, bytes.length - CHECKSUM_BYTES));
  const reader = createByteReader(inner);
  if (reader.text() !== MAGIC || reader.count() !== VERSION) throw new RangeError('another version');
  if (createByteReader(bytes.subarray(inner.length)).word() !== checksum(inner)) throw new RangeError('damaged bytes');
  const names = readNames(reader);
  facts.readChanges(reader, names, parts);
  facts.readThreads(reader, names, parts);
  facts.readPeople(reader, parts);
  readLinks(reader, parts.links);
  readContents(reader, parts.contents);
  readLabels(reader, parts.labels);
  if (!reader.atEnd()) throw new RangeError('more than a snapshot');
}

/** FNV-1a. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

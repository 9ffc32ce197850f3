import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { IndexEntry } from './content-index.ts';
import type { ContentStore } from './content-store.ts';
import type { LabelEntry, LabelModel } from './label-model.ts';
import { byId } from './snapshot-facts.ts';

export function writeContents(writer: ByteWriter, contents: ContentStore): void {
  writer.list([...contents.documents()].toSorted(byId), ({ id, url, title }) => {
    writer.text(id);
    writer.text(url);
    writer.text(title);
  });
  writer.list([...contents.entries()].toSorted(byId), ({ id, time, weights }: IndexEntry) => {
    writer.text(id);
    writer.float(time ?? Number.NaN);
    writer.list(
      weights.toSorted(([a], [b]) => a - b),
      ([hash, weight]) => {
        writer.word(hash >>> 0);
        writer.byte(weight);
      },
    );
  });
}

export function readContents(reader: ByteReader, contents: ContentStore): void {
  reader.list(() => {
    const id = reader.text();
    const url = reader.text();
    contents.restoreDocument({ id, url, title: reader.text() });
  });
  reader.list(() => {
    const id = reader.text();
    const time = reader.float();
    const weights = reader.list((): [number, number] => [reader.word() | 0, reader.byte()]);
    contents.restoreEntry({ id, time: Number.isNaN(time) ? null : time, weights });
  });
}

export function writeLabels(writer: ByteWriter, labels: LabelModel): void {
  writer.list([...labels.entries()].toSorted(byId), ({ id, labels: names, unlabelled, time, features }: LabelEntry) => {
    writer.text(id);
    writer.float(time ?? Number.NaN);
    writer.list(names, writer.text);
    writer.list(unlabelled, writer.text);
    writer.list(
      [...features].toSorted((a, b) => a - b),
      (hash) => writer.word(hash >>> 0),
    );
  });
}

export function readLabels(reader: ByteReader, labels: LabelModel): void {
  reader.list(() => {
    const id = reader.text();
    const time = reader.float();
    const names = reader.list(reader.text);
    const unlabelled = reader.list(reader.text);
    const features = reader.list(() => reader.word() | 0);
    labels.restore({ id, labels: names, unlabelled, time: Number.isNaN(time) ? null : time, features });
  });
}

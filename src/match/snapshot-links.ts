import { factId, type LinkFact } from '../domain/fact.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { DuplicateLinks } from './duplicate-links.ts';

const TYPES: readonly LinkFact['type'][] = ['duplicate', 'related'];

export function writeLinks(writer: ByteWriter, links: DuplicateLinks): void {
  const facts = [...links.all()].toSorted((a, b) => (factId(a) < factId(b) ? -1 : 1));
  writer.list(facts, ({ type, from, to, time }: LinkFact) => {
    writer.byte(TYPES.indexOf(type));
    writer.text(from);
    writer.text(to);
    writer.text(time);
  });
}

export function readLinks(reader: ByteReader, links: DuplicateLinks): void {
  reader.list(() => {
    const type = TYPES[reader.byte()] ?? 'related';
    const from = reader.text();
    const to = reader.text();
    links.learn({ kind: 'link', type, from, to, time: reader.text() });
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '../src/domain/fact.ts';
import { parseStreamLine, type StreamLine, type StreamQuery } from '../src/triage/stream-line.ts';
import { packLines } from './pack-lines.ts';

export interface Pack {
  facts: Fact[];
  queries: StreamQuery[];
}

/** What a pack tells and asks, line by line, without its right answers; nothing where it is not there. */
export async function* streamPack(name: string): AsyncGenerator<StreamLine> {
  const file = join(process.env.COMMSCORE_PACKS ?? '../shared/packs', `${name}.jsonl.gz`);
  if (!existsSync(file)) return;
  for await (const line of packLines(file)) {
    const parsed = parseStreamLine(line);
    if (typeof parsed !== 'string') yield parsed;
  }
}

/** null where it is not there. */
export async function readPack(name: string): Promise<Pack | null> {
  const pack: Pack = { facts: [], queries: [] };
  for await (const line of streamPack(name)) {
    if ('fact' in line) pack.facts.push(line.fact);
    else pack.queries.push(line.query);
  }
  return pack.facts.length === 0 ? null : pack;
}

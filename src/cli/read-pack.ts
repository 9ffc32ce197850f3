import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { count } from '../comment/backtest-words.ts';
import { PackError } from '../triage/backtest-pack.ts';
import { CommandError } from './fail.ts';
import { timedProgress } from './progress.ts';

const REMEDY = 'a pack has one JSON object a line, in the format of `commscore stream`';

/** Gives each line to `read`. @throws CommandError where the file cannot be read or is not understood. */
export async function readPack(file: string, read: (line: string) => void, what: string): Promise<void> {
  const progress = timedProgress();
  let lines = 0;
  try {
    const { text, share } = await openPack(file);
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      read(line);
      progress.update(what, share(), `${count(++lines)} lines`);
    }
  } catch (cause) {
    if (cause instanceof PackError) throw new CommandError(`${file}, ${cause.message}; ${REMEDY}`, { cause });
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw cause;
    throw new CommandError(`${file} cannot be read (${code}): give a JSON-lines file, plain or gzipped`, { cause });
  } finally {
    progress.end();
  }
}

interface OpenPack {
  text: Readable;
  /** Of the file that is read; null for standard input, whose length nobody knows. */
  share(): number | null;
}

async function openPack(file: string): Promise<OpenPack> {
  if (file === '-') return { text: process.stdin, share: () => null };
  const { size } = await stat(file);
  // Small pieces, so that what was read is about what was replayed.
  const bytes = createReadStream(file, { highWaterMark: 16_384 });
  const share = () => (size === 0 ? null : bytes.bytesRead / size);
  if (!file.endsWith('.gz')) return { text: bytes, share };
  const text = createGunzip();
  // A stream that fails does not end the one it is piped to, and readline would wait for ever.
  bytes.on('error', (error) => text.destroy(error));
  return { text: bytes.pipe(text), share };
}

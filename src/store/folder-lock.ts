import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-start.ts';

export interface LockHolder {
  pid: number;
  /** When the process was started, so that its number given to another process is told apart. */
  start: string;
  host: string;
}

export type FolderLock = { taken: true; release: () => Promise<void> } | { taken: false; holder: LockHolder };

const HEARTBEAT_MS = 1000;
const SILENT_AFTER_MS = 5 * HEARTBEAT_MS;
/** So old that no clock difference between machines explains it. */
const LONG_SILENT_MS = 10 * 60_000;
const ATTEMPTS = 5;

/**
 * Takes `dataDir` for this process. A holder on this machine counts as long as its process lives, one elsewhere
 * (another container on the same volume) as long as its heartbeat goes on: a crash never leaves the folder locked.
 */
export async function lockFolder(dataDir: string, me: LockHolder = thisProcess()): Promise<FolderLock> {
  const path = join(dataDir, 'lock');
  let holder = me;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(path, me)) return { taken: true, release: keep(path, me) };
    const found = await read(path);
    if (found === null) continue;
    holder = found;
    if (await isHeld(path, holder)) return { taken: false, holder };
    await removeStale(path, holder);
  }
  return { taken: false, holder };
}

function thisProcess(): LockHolder {
  return { pid: process.pid, start: processStart(process.pid) ?? '', host: hostname() };
}

/** The file appears with its content: a reader never sees half of it. */
async function create(path: string, me: LockHolder): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(me));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (error instanceof SyntaxError) return { pid: 0, start: '', host: hostname() };
    throw error;
  }
}

async function isHeld(path: string, holder: LockHolder): Promise<boolean> {
  if (holder.host === hostname()) return holder.start !== '' && processStart(holder.pid) === holder.start;
  const before = await lastBeat(path);
  if (Date.now() - before > LONG_SILENT_MS) return false;
  await sleep(SILENT_AFTER_MS);
  return (await lastBeat(path)) > before;
}

async function lastBeat(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Of two starters that judge the same lock stale only one removes it, and neither removes a newer one. */
async function removeStale(path: string, stale: LockHolder): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    const moved = await read(aside);
    if (moved !== null && JSON.stringify(moved) !== JSON.stringify(stale)) await link(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function keep(path: string, me: LockHolder): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    const holder = await read(path);
    if (holder !== null && JSON.stringify(holder) === JSON.stringify(me)) await rm(path, { force: true });
  };
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
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
const ATTEMPTS = 10;

/**
 * Takes `dataDir` for this process. A holder on this machine counts as long as its process lives, one elsewhere
 * (another container on the same volume) as long as its heartbeat goes on: a crash never leaves the folder locked.
 *
 * Locks are numbered and the newest one counts. It is never removed, so of all who judge it stale only one makes its
 * successor; one that comes so late that its number was used and cleaned away sees a newer lock, and gives way.
 */
export async function lockFolder(dataDir: string, me: LockHolder = thisProcess()): Promise<FolderLock> {
  let holder = me;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const last = await newest(dataDir);
    const found = await read(lockFile(dataDir, last));
    if (found !== null) {
      holder = found;
      if (await isHeld(lockFile(dataDir, last), found)) return { taken: false, holder };
    }
    const mine = last + 1;
    const path = lockFile(dataDir, mine);
    if (!(await create(path, me))) continue;
    if ((await newest(dataDir)) === mine) {
      await removeBefore(dataDir, mine);
      return { taken: true, release: keep(path) };
    }
    await rm(path, { force: true });
  }
  return { taken: false, holder };
}

function lockFile(dataDir: string, number: number): string {
  return join(dataDir, `lock.${number}`);
}

async function locks(dataDir: string): Promise<number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => (/^lock\.\d{1,15}$/.test(name) ? [Number(name.slice('lock.'.length))] : []));
}

/** 0 where there is none. */
async function newest(dataDir: string): Promise<number> {
  return Math.max(0, ...(await locks(dataDir)));
}

async function removeBefore(dataDir: string, number: number): Promise<void> {
  const older = (await locks(dataDir)).filter((other) => other < number);
  await Promise.all(older.map((other) => rm(lockFile(dataDir, other), { force: true })));
}

function thisProcess(): LockHolder {
  return { pid: process.pid, start: processStart(process.pid) ?? '', host: hostname() };
}

/** The file appears with its content: a reader never sees half of it. */
async function create(path: string, me: LockHolder): Promise<boolean> {
  const draft = draftOf(path);
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

/** null where it was released, or there is none. */
async function read(path: string): Promise<LockHolder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder | null;
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

function keep(path: string): () => Promise<void> {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, HEARTBEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    const released = draftOf(path);
    await writeFile(released, 'null');
    await rename(released, path);
  };
}

function draftOf(path: string): string {
  return `${path}.${randomUUID()}`;
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

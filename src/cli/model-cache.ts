import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RepositoryModel, restoreRepositoryModel, SnapshotError } from '../match/repository-model.ts';

export interface CachedModel {
  model: RepositoryModel;
  head: string;
}

const HEAD_LENGTH = 64;

/** What `commscore learn` kept of the clone; null where it kept nothing, or kept it in the form of another version. */
export async function readCachedModel(clone: string): Promise<CachedModel | null> {
  try {
    const bytes = await readFile(cacheFile(clone));
    const head = bytes.subarray(0, HEAD_LENGTH).toString('ascii').trim();
    return { model: restoreRepositoryModel(bytes.subarray(HEAD_LENGTH)), head };
  } catch (error) {
    if (error instanceof SnapshotError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Returns the file. */
export async function cacheModel(clone: string, { model, head }: CachedModel): Promise<string> {
  const file = cacheFile(clone);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, Buffer.concat([Buffer.from(head.padEnd(HEAD_LENGTH)), model.snapshot()]));
  await rename(`${file}.new`, file);
  return file;
}

function cacheFile(clone: string): string {
  const root = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(root, 'commscore', `${createHash('sha256').update(clone).digest('hex').slice(0, 32)}.model`);
}

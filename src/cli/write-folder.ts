import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './fail.ts';

/** Makes the folder, and refuses one that holds something unless `force`. @throws CommandError */
export async function openFolder(folder: string, { force }: { force: boolean }): Promise<void> {
  await translated(folder, () => mkdir(folder, { recursive: true }));
  const names = await translated(folder, () => readdir(folder));
  if (names.length > 0 && !force) {
    throw new CommandError(
      `${folder} is not empty: give a new folder, or --force to replace what it holds of these files`,
    );
  }
}

/**
 * `name` is one of ours, never of a text. The file is made anew and then put in its place, so that a link that lies
 * there is replaced and not followed, and nobody reads half a file. @throws CommandError
 */
export async function writeInto(folder: string, name: string, pieces: Iterable<string>): Promise<void> {
  const fresh = join(folder, `.${name}.${randomUUID()}`);
  await translated(join(folder, name), async () => {
    try {
      await writeFile(fresh, pieces, { flag: 'wx' });
      await rename(fresh, join(folder, name));
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
  });
}

async function translated<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw cause;
    throw new CommandError(
      `${path} cannot be written (${code}): give a folder with --out that can be made or written to`,
      {
        cause,
      },
    );
  }
}

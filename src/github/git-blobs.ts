import { runGit, streamGit } from './git-command.ts';
import type { GitRepository } from './git-repository.ts';

export interface FileEntry {
  path: string;
  oid: string;
}

export interface Blob extends FileEntry {
  text: string;
}

const MAX_BLOB_BYTES = 200_000;

/** Regular files of the head commit that are asked for; no link, no submodule. */
export async function listFiles(repository: GitRepository, wanted: (path: string) => boolean): Promise<FileEntry[]> {
  const { directory, access, head } = repository;
  const output = await runGit({ args: ['ls-tree', '-r', '-z', '--full-tree', head], directory, ...access });
  return output.split('\0').flatMap((entry) => {
    const [, mode, oid, path] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (path === undefined || oid === undefined || !mode?.startsWith('100') || !wanted(path)) return [];
    return [{ path, oid }];
  });
}

/** Their contents; a file over the limit of size is left out. */
export async function readBlobs(repository: GitRepository, files: FileEntry[]): Promise<Blob[]> {
  if (files.length === 0) return [];
  if (repository.partial) await fetchAtOnce(repository, files);
  const sizes = await readSizes(repository, files);
  const small = files.filter((_file, n) => (sizes[n] ?? Number.POSITIVE_INFINITY) <= MAX_BLOB_BYTES);
  if (small.length === 0) return [];
  return parseBatch(await catFile(repository, '--batch', small), small);
}

/** Left to itself, git asks the server for one content after the other. Known ones are not told apart: they are few. */
async function fetchAtOnce({ directory, access }: GitRepository, files: FileEntry[]): Promise<void> {
  const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--filter=blob:none', '--stdin', 'origin'];
  const config = { ...access.config, 'fetch.negotiationAlgorithm': 'noop' };
  await runGit({ args, directory, input: oidLines(files), ...access, config });
}

async function readSizes(repository: GitRepository, files: FileEntry[]): Promise<number[]> {
  const output = await catFile(repository, '--batch-check=%(objectsize)', files);
  return output.toString('utf8').split('\n').map(Number);
}

async function catFile({ directory, access }: GitRepository, batch: string, files: FileEntry[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const command = { args: ['cat-file', batch], directory, input: oidLines(files), ...access };
  for await (const chunk of streamGit(command)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function oidLines(files: FileEntry[]): string {
  return files.map(({ oid }) => `${oid}\n`).join('');
}

/** `oid type size LF content LF`, once for each file, in the order asked. */
function parseBatch(output: Buffer, files: FileEntry[]): Blob[] {
  const blobs: Blob[] = [];
  let at = 0;
  for (const file of files) {
    const line = output.indexOf(10, at);
    if (line === -1) break;
    const size = Number(output.toString('utf8', at, line).split(' ')[2]);
    blobs.push({ ...file, text: output.toString('utf8', line + 1, line + 1 + size) });
    at = line + size + 2;
  }
  return blobs;
}

import { isMechanical } from './mechanical-files.ts';

/** A change without experts. */
export interface Sweep {
  /** Directories that it touches files in. */
  directories: number;
  /** All of it is lock, generated and vendored files. */
  generated: boolean;
}

/** Null for a change that somebody can be expert in; one without files is none. */
export function sweepOf(paths: readonly string[], mostDirectories: number): Sweep | null {
  if (paths.length === 0) return null;
  const written = paths.filter((path) => !isMechanical(path));
  if (written.length === 0) return { directories: directoriesOf(paths), generated: true };
  const directories = directoriesOf(written);
  return directories > mostDirectories ? { directories, generated: false } : null;
}

/** What is asked about: in a mixed change, the files that somebody wrote. */
export function writtenFiles<File extends { path: string }>(files: readonly File[]): File[] {
  const written = files.filter(({ path }) => !isMechanical(path));
  return written.length === 0 ? [...files] : written;
}

function directoriesOf(paths: readonly string[]): number {
  return new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))))).size;
}

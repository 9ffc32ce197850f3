import { UsageError } from './fail.ts';

/** Where a history comes from: one of these. */
export interface HistorySource {
  /** A clone on this machine. */
  repo?: string;
  /** A file in the line format of `stream`. */
  pack?: string;
  /** `owner/name` as the app knows it. */
  repository?: string;
}

/** The one that is given. @throws UsageError */
export function oneSource({ repo, pack, repository }: HistorySource): string {
  const [source, ...more] = [repo, pack, repository].filter((given) => given !== undefined);
  if (source !== undefined && more.length === 0) return source;
  throw new UsageError('give one of --repo PATH, --pack FILE and --repository owner/name');
}

import type { ThreadType } from './fact.ts';

/** Why no digest is written although one is asked for. Only the first two are by people, and respected until they change something. */
export type DigestSilence =
  /** The thread was closed. */
  | 'closed'
  /** The thread was deleted, or is somewhere else now. */
  | 'gone'
  /** The owner has not granted what it needs. */
  | 'not-permitted'
  /** The repository has neither issues nor discussions. */
  | 'nowhere';

/** Where the digest of a repository stands, and how it is asked for. */
export interface DigestPlace {
  cadence: 'weekly' | 'monthly' | 'off';
  target: 'issue' | 'discussion';
  /** ISO 8601 UTC: asked for just so since then; a period that ended before is not told of. */
  since: string;
  /** null: not written yet. */
  thread: { type: Exclude<ThreadType, 'pull'>; number: number; url: string } | null;
  /** null: it is written. */
  silence: DigestSilence | null;
}

/** What became of the digest of a period. */
export type DigestOutcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  /** Kept, and shown on the dashboard alone. */
  | 'shadow'
  /** There was nothing to tell of, and nothing to edit. */
  | 'nothing'
  | DigestSilence;

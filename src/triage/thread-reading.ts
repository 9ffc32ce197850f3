import type { ChangeFact, FileChange, ThreadFact } from '../domain/fact.ts';

export interface ThreadReading {
  fact: ThreadFact;
  /** What it changed; of a pull that is merged. */
  change?: ChangeFact;
  locked: boolean;
  draft: boolean;
  authorIsBot: boolean;
  /** Changed files of a pull request, at most the first 300. */
  files: FileChange[];
  /** Commit that a pull stands at; absent where the source does not tell. */
  head?: string;
  /** Asked for review or having reviewed. */
  reviewers: string[];
  /** Un-assigned or with the review request removed, and not asked again by a human since. */
  declined: string[];
  /** What humans said on it, in no order; absent where the source does not tell. For this moment only, never to be kept. */
  said?: { at: string; text: string }[];
  /** When GitHub says that it was updated; absent where the source does not tell. */
  updatedAt?: string;
  /** Absent where the source does not tell. */
  standing?: StandingComments | undefined;
  /** What stands on the thread and was last put there by a bot; absent where the source does not tell. */
  byBots?: { labels: string[]; people: string[] };
}

/** Comments that may be the app's own, as they stood when the thread was read. */
export interface StandingComments {
  threadId: string;
  comments: { id: string; body: string; author: string | null; authorIsBot: boolean }[];
  /** Whether all comments of the thread were looked through. */
  complete: boolean;
}

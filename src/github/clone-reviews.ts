import type { ChangeFact } from '../domain/fact.ts';
import type { EvidenceKind } from '../domain/review-evidence.ts';
import { isAutomation } from './bots.ts';
import type { CommitMessage } from './commit-message.ts';
import type { PullBranches } from './git-branches.ts';
import type { Commit } from './git-log.ts';
import type { Identities } from './identities.ts';
import { createPullMerges } from './pull-merges.ts';

/** A commit as a change, of which it may still be found who reviewed it. */
export interface ReadCommit {
  change: ChangeFact;
  commit: Commit;
  message: CommitMessage;
  authors: string[];
}

export type JudgeReview = (read: ReadCommit) => ChangeFact;

/**
 * Who reviewed, as far as a clone tells: those named in the message; else, of a pull request, who merged it; else who
 * signed the work of others off last; else who committed it. Whoever lets in the work of others has looked at it.
 */
export function cloneReviews({
  people,
  pulls,
  evidence,
}: {
  people: Identities;
  pulls: PullBranches;
  evidence: (kind: EvidenceKind) => void;
}): JudgeReview {
  const merges = createPullMerges(pulls);

  function reviewed(change: ChangeFact, kind: EvidenceKind, reviewers: string[]): ChangeFact {
    evidence(kind);
    return { ...change, reviewers };
  }

  return ({ change, commit, message, authors }) => {
    const pull = merges.take(change);
    if (change.reviewers.length > 0) return reviewed(change, 'trailer', change.reviewers);
    if (pull !== null) return reviewed(pull, 'merged', pull.reviewers);
    if (commit.merge || pulls.has(commit.id)) return change;
    const signer = message.signers.at(-1);
    const signed = signer === undefined ? [] : others([people.idOf(signer)], authors);
    if (signed.length > 0) return reviewed(change, 'signed-off', signed);
    const committed = isService(commit.committer.email) ? [] : others([people.idOf(commit.committer)], authors);
    return committed.length > 0 ? reviewed(change, 'committed', committed) : change;
  };
}

/** Addresses of services that commit for people, such as the merge button of GitHub. */
function isService(email: string): boolean {
  return /^no-?reply\b/i.test(email);
}

/** Each of the people once; neither the authors nor automations. */
export function others(ids: string[], authors: string[]): string[] {
  if (ids.length === 0) return ids;
  return [...new Set(ids)].filter((id) => id !== '' && !authors.includes(id) && !isAutomation(id));
}

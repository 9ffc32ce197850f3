import type { ThreadRef } from '../domain/thread-ref.ts';
import type { AppOctokit } from './app-octokit.ts';
import { discussionComments } from './discussion-comments.ts';
import { isGone } from './github-error.ts';
import { issueComments } from './issue-comments.ts';
import type { StandingComments } from './standing-comments.ts';
import { type CommentChange, upsertComment } from './upsert-comment.ts';

export interface TriageCommentOptions {
  /** false: one that is not there is left so. */
  create?: boolean;
  /** As the thread was read just before; then nothing is looked up. */
  standing?: StandingComments | undefined;
}

/** Creates, edits, leaves alone or removes the one comment of the thread; `none` where the thread went away. */
export async function upsertTriageComment(
  app: AppOctokit,
  ref: ThreadRef,
  body: string | null,
  options: TriageCommentOptions = {},
): Promise<CommentChange> {
  const reader = await app.installation(ref.installationId, 'read');
  const writer = await app.installation(ref.installationId, 'write');
  const comments =
    ref.type === 'discussion'
      ? discussionComments(reader, writer, ref, options.standing?.threadId)
      : issueComments(writer, ref);
  try {
    return await upsertComment(comments, await app.ownLogin(), body, options);
  } catch (error) {
    // The thread went away meanwhile, and its comments with it.
    if (isGone(error)) return 'none';
    throw error;
  }
}

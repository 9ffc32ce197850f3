import type { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { isGone } from './github-error.ts';
import type { ThreadComments } from './upsert-comment.ts';

/** Comments of an issue, or of a pull request as the issue that it also is. */
export function issueComments(
  octokit: ProbotOctokit,
  { owner, repo, number }: ThreadRef,
  /** `since`: only those written or edited then or later are listed. */
  { since }: { since?: string } = {},
): ThreadComments {
  const { issues } = octokit.rest;
  const repository = { owner, repo };
  return {
    async list() {
      const thread = { ...repository, issue_number: number, per_page: 100, ...(since !== undefined && { since }) };
      const comments = await octokit.paginate(issues.listComments, thread);
      return comments.map(({ id, body, user }) => ({
        id: String(id),
        body: body ?? '',
        author: user?.login ?? null,
        authorIsBot: user?.type === 'Bot',
      }));
    },
    async create(body) {
      await issues.createComment({ ...repository, issue_number: number, body, request: { retries: 0 } });
    },
    async update(id, body) {
      await issues.updateComment({ ...repository, comment_id: Number(id), body });
    },
    async remove(id) {
      try {
        await issues.deleteComment({ ...repository, comment_id: Number(id) });
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

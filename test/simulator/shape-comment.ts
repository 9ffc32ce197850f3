import { fullName } from './find-in-state.ts';
import { accountOrNull, accountShape, appShape, type Shape } from './shape-account.ts';
import { apiOf, webOf } from './shape-repository.ts';
import type { Account, Comment, Reaction, Repository, Review, Thread } from './state.ts';
import type { World } from './world.ts';

const folders = { issue: 'issues', pull: 'pull', discussion: 'discussions' } as const;

export function threadAddress(world: World, thread: Thread): string {
  return `${webOf(world, thread.repository)}/${folders[thread.kind]}/${thread.number}`;
}

/** How the person stands to the repository, as GitHub words it. */
export function association(repository: Repository, account: Account | null): string {
  if (account === null) return 'NONE';
  if (account === repository.owner) return 'OWNER';
  const permission = repository.collaborators.get(account);
  if (permission !== undefined) return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR';
  const threads = [...repository.threads.values()];
  return threads.some((thread) => thread.kind === 'pull' && thread.mergedAt !== null && thread.author === account)
    ? 'CONTRIBUTOR'
    : 'NONE';
}

const contents = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'] as const;

export function reactionsShape(url: string, reactions: Reaction[]): Shape {
  const counts = contents.map((content) => [content, reactions.filter((r) => r.content === content).length] as const);
  return { url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts) };
}

export function commentAddress(world: World, comment: Comment): string {
  const fragment = comment.thread.kind === 'discussion' ? 'discussioncomment' : 'issuecomment';
  return `${threadAddress(world, comment.thread)}#${fragment}-${comment.id}`;
}

/** A comment on an issue or pull request. */
export function commentShape(world: World, comment: Comment): Shape {
  const api = apiOf(world, comment.thread.repository);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: commentAddress(world, comment),
    issue_url: `${api}/issues/${comment.thread.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: accountOrNull(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(comment.thread.repository, comment.author),
    body: comment.body,
    reactions: reactionsShape(url, comment.reactions),
    performed_via_github_app: comment.viaApp === null ? null : appShape(world, comment.viaApp),
  };
}

export function discussionCommentShape(world: World, comment: Comment): Shape {
  const { repository } = comment.thread;
  return {
    id: comment.id,
    node_id: comment.nodeId,
    html_url: commentAddress(world, comment),
    parent_id: comment.replyTo?.id ?? null,
    child_comment_count: comment.thread.comments.filter((other) => other.replyTo === comment).length,
    repository_url: fullName(repository),
    discussion_id: comment.thread.id,
    author_association: association(repository, comment.author),
    user: accountOrNull(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    reactions: reactionsShape(apiOf(world, repository), comment.reactions),
  };
}

export function reviewShape(world: World, review: Review): Shape {
  const address = `${threadAddress(world, review.pull)}#pullrequestreview-${review.id}`;
  const pull = `${apiOf(world, review.pull.repository)}/pulls/${review.pull.number}`;
  return {
    id: review.id,
    node_id: review.nodeId,
    user: accountOrNull(world, review.author),
    body: review.body,
    state: review.state,
    html_url: address,
    pull_request_url: pull,
    author_association: association(review.pull.repository, review.author),
    _links: { html: { href: address }, pull_request: { href: pull } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}

export function reactionShape(world: World, reaction: Reaction): Shape {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: accountShape(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

import { installationPayload, repositoriesPayload, targetPayload } from './payload-installation.ts';
import { pushContext, pushPayload } from './payload-push.ts';
import { sizeOf } from './pull-size.ts';
import { accountShape, organizationShape, type Shape } from './shape-account.ts';
import { commentShape, discussionCommentShape, reviewShape } from './shape-comment.ts';
import { pullShape } from './shape-pull.ts';
import { labelShape, repositoryShape } from './shape-repository.ts';
import { discussionShape, issueShape } from './shape-thread.ts';
import type { Discussion, Installation, Repository } from './state.ts';
import type { Happening, World } from './world.ts';

/** The body of the webhook: what GitHub would send, made from the state as it is now. */
export async function payloadOf(world: World, happening: Happening, installation: Installation): Promise<Shape> {
  const sender = accountShape(world, happening.sender);
  if (happening.event === 'installation') return { ...installationPayload(world, happening), sender };
  if (happening.event === 'installation_repositories') return { ...repositoriesPayload(world, happening), sender };
  if (happening.event === 'installation_target') return { ...targetPayload(world, happening), sender };
  const repository = repositoryOf(happening);
  const context = {
    repository: repositoryShape(world, repository),
    ...(repository.owner.type === 'Organization' ? { organization: organizationShape(world, repository.owner) } : {}),
    installation: { id: installation.id, node_id: Buffer.from(`integration:${installation.id}`).toString('base64') },
    sender,
  };
  if (happening.event === 'push')
    return { ...(await pushPayload(world, happening)), ...context, ...pushContext(world, repository) };
  return { action: happening.action, ...(await subject(world, happening)), ...context };
}

type RepositoryHappening = Exclude<
  Happening,
  { event: 'installation' | 'installation_repositories' | 'installation_target' }
>;

export function repositoryOf(happening: RepositoryHappening): Repository {
  switch (happening.event) {
    case 'issues':
      return happening.issue.repository;
    case 'issue_comment':
      return happening.thread.repository;
    case 'pull_request':
    case 'pull_request_review':
      return happening.pull.repository;
    case 'discussion':
    case 'discussion_comment':
      return happening.discussion.repository;
    case 'label':
    case 'repository':
    case 'member':
    case 'push':
      return happening.repository;
  }
}

async function subject(world: World, happening: Exclude<RepositoryHappening, { event: 'push' }>): Promise<Shape> {
  switch (happening.event) {
    case 'issues':
      return { issue: issueShape(world, happening.issue), ...extras(world, happening) };
    case 'issue_comment':
      return {
        issue: issueShape(world, happening.thread),
        comment: commentShape(world, happening.comment),
        ...extras(world, happening),
      };
    case 'pull_request':
      return pullPayload(world, happening);
    case 'pull_request_review': {
      const review = reviewShape(world, happening.review);
      return {
        review: { ...review, state: happening.review.state.toLowerCase() },
        pull_request: pullShape(world, happening.pull),
      };
    }
    case 'discussion':
      return {
        discussion: discussionShape(world, happening.discussion),
        ...(happening.action === 'answered' ? answerOf(world, happening.discussion) : {}),
        ...(happening.oldAnswer ? { old_answer: discussionCommentShape(world, happening.oldAnswer) } : {}),
        ...extras(world, happening),
      };
    case 'discussion_comment':
      return {
        comment: discussionCommentShape(world, happening.comment),
        discussion: discussionShape(world, happening.discussion),
        ...extras(world, happening),
      };
    case 'repository':
      return extras(world, happening);
    case 'member':
      return { member: accountShape(world, happening.member), ...extras(world, happening) };
    case 'label':
      return { label: labelShape(world, happening.label), ...extras(world, happening) };
  }
}

type Extras = Extract<Happening, { event: 'issues' }> | Extract<Happening, { event: 'pull_request' }>;

function extras(world: World, happening: RepositoryHappening): Shape {
  const { label, assignee, changes } = happening as Partial<Extras>;
  return {
    ...(label === undefined ? {} : { label: labelShape(world, label) }),
    ...(assignee === undefined ? {} : { assignee: accountShape(world, assignee) }),
    ...(changes === undefined ? {} : { changes }),
  };
}

async function pullPayload(world: World, happening: Extract<Happening, { event: 'pull_request' }>): Promise<Shape> {
  const { pull, reviewer, before, action } = happening;
  const synchronized = action === 'synchronize' ? { before, after: pull.head.sha } : {};
  return {
    number: pull.number,
    pull_request: pullShape(world, pull, await sizeOf(pull)),
    ...(reviewer === undefined ? {} : { requested_reviewer: accountShape(world, reviewer) }),
    ...synchronized,
    ...extras(world, happening),
  };
}

function answerOf(world: World, { answer }: Discussion): Shape {
  return answer === null ? {} : { answer: discussionCommentShape(world, answer) };
}

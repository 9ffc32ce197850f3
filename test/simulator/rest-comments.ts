import { comment, deleteComment, editComment } from './acts.ts';
import { HttpError, notFound } from './http-error.ts';
import {
  actor,
  callingApp,
  type Endpoint,
  type RestAnswer,
  type RestRequest,
  repositoryFor,
  threadFor,
} from './rest-request.ts';
import { commentShape, reactionShape } from './shape-comment.ts';
import type { Comment, Issue, Pull, Reaction } from './state.ts';
import { addReaction } from './thread-parts.ts';

/** Comments on issues and pull requests, and reactions to both. */
export const commentEndpoints: Record<string, Endpoint> = {
  'issues/list-comments': {
    need: 'issues|pull_requests:read',
    handle: (request) => listed(request, threadFor(request).comments),
  },
  'issues/list-comments-for-repo': {
    need: 'issues|pull_requests:read',
    handle: (request) => {
      const threads = [...repositoryFor(request).threads.values()].filter(({ kind }) => kind !== 'discussion');
      return listed(
        request,
        threads.flatMap((thread) => thread.comments).toSorted((a, b) => a.id - b.id),
      );
    },
  },
  'issues/get-comment': {
    need: 'issues|pull_requests:read',
    handle: (request) => ({ status: 200, body: commentShape(request.world, commentFor(request)) }),
  },
  'issues/create-comment': { need: 'issues|pull_requests:write', handle: createComment },
  'issues/update-comment': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      const made = ownComment(request);
      editComment(request.world, made, checkedBody(request.body.body), actor(request));
      return { status: 200, body: commentShape(request.world, made) };
    },
  },
  'issues/delete-comment': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      deleteComment(request.world, commentFor(request), actor(request));
      return { status: 204 };
    },
  },
  'reactions/create-for-issue': {
    need: 'issues|pull_requests:write',
    handle: (request) => react(request, threadFor(request)),
  },
  'reactions/create-for-issue-comment': {
    need: 'issues|pull_requests:write',
    handle: (request) => react(request, commentFor(request)),
  },
  'reactions/list-for-issue': {
    need: 'issues|pull_requests:read',
    handle: (request) => listedReactions(request, threadFor(request)),
  },
  'reactions/list-for-issue-comment': {
    need: 'issues|pull_requests:read',
    handle: (request) => listedReactions(request, commentFor(request)),
  },
};

function listed({ world, query }: RestRequest, comments: Comment[]): RestAnswer {
  const since = query.since === undefined ? 0 : Date.parse(String(query.since));
  const items = comments.filter((one) => Date.parse(one.updatedAt) >= since);
  return { status: 200, list: { items: items.map((one) => commentShape(world, one)) } };
}

function commentFor(request: RestRequest): Comment {
  const repository = repositoryFor(request);
  const threads = [...repository.threads.values()].filter((thread) => thread.kind !== 'discussion');
  const found = threads.flatMap((thread) => thread.comments).find(({ id }) => id === Number(request.path.comment_id));
  if (found === undefined) throw notFound();
  return found;
}

/** An app with write access may edit comments of others too, but GitHub marks that; ours never should. */
function ownComment(request: RestRequest): Comment {
  const found = commentFor(request);
  if (found.author !== actor(request)) throw new HttpError(403, 'Resource not accessible by integration');
  return found;
}

const longestBody = 65_536;

/** @throws HttpError 422 for what GitHub would not take as a comment. */
export function checkedBody(body: unknown): string {
  const text = String(body ?? '');
  if (text.trim() === '')
    throw new HttpError(422, 'Validation Failed', [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }]);
  if (text.length > longestBody) {
    const message = `body is too long (maximum is ${longestBody} characters)`;
    throw new HttpError(422, 'Validation Failed', [
      { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
    ]);
  }
  return text;
}

function createComment(request: RestRequest): RestAnswer {
  const thread = threadFor(request);
  const body = checkedBody(request.body.body);
  if (thread.locked) throw new HttpError(403, 'Unable to create comment because issue is locked.');
  const { value } = comment(request.world, thread, { author: actor(request), body, viaApp: callingApp(request) });
  return { status: 201, body: commentShape(request.world, value) };
}

function react(request: RestRequest, subject: Issue | Pull | Comment): RestAnswer {
  const content = request.body.content as Reaction['content'];
  const { reaction, isNew } = addReaction(request.world, subject, actor(request), content);
  return { status: isNew ? 201 : 200, body: reactionShape(request.world, reaction) };
}

function listedReactions({ world, query }: RestRequest, subject: Issue | Pull | Comment): RestAnswer {
  const wanted = subject.reactions.filter(({ content }) => query.content === undefined || content === query.content);
  return { status: 200, list: { items: wanted.map((reaction) => reactionShape(world, reaction)) } };
}

import { removeReviewRequest, requestReview } from './acts.ts';
import { permissionOf } from './find-in-state.ts';
import { readCommits } from './git-read.ts';
import { HttpError } from './http-error.ts';
import { sizeOf } from './pull-size.ts';
import { sorted } from './rest-issue-list.ts';
import {
  actor,
  type Endpoint,
  peopleNamed,
  pullFor,
  type RestAnswer,
  type RestRequest,
  repositoryFor,
} from './rest-request.ts';
import { accountShape } from './shape-account.ts';
import { reviewShape } from './shape-comment.ts';
import { commitShape, fileShape } from './shape-commit.ts';
import { pullShape } from './shape-pull.ts';
import type { Pull } from './state.ts';

export const pullEndpoints: Record<string, Endpoint> = {
  'pulls/get': {
    need: 'pull_requests:read',
    handle: async (request) => {
      const pull = pullFor(request);
      return { status: 200, body: pullShape(request.world, pull, await sizeOf(pull)) };
    },
  },
  'pulls/list': { need: 'pull_requests:read', handle: listPulls },
  'pulls/list-files': {
    need: 'pull_requests:read',
    handle: async (request) => {
      const pull = pullFor(request);
      const { files } = await sizeOf(pull);
      // GitHub lists no more than 3,000 files of one pull request.
      return { status: 200, list: { items: files.slice(0, 3000).map((file) => fileShape(request.world, pull, file)) } };
    },
  },
  'pulls/list-commits': {
    need: 'pull_requests:read',
    handle: async (request) => {
      const pull = pullFor(request);
      const range = `${pull.base.sha}..${pull.head.sha}`;
      const commits = await readCommits(pull.repository.git, ['--reverse', '-250', range]);
      return { status: 200, list: { items: commits.map((one) => commitShape(request.world, pull.repository, one)) } };
    },
  },
  'pulls/list-reviews': {
    need: 'pull_requests:read',
    handle: (request) => ({
      status: 200,
      list: { items: pullFor(request).reviews.map((review) => reviewShape(request.world, review)) },
    }),
  },
  'pulls/list-requested-reviewers': {
    need: 'pull_requests:read',
    handle: (request) => {
      const users = pullFor(request).requestedReviewers.map((reviewer) => accountShape(request.world, reviewer));
      return { status: 200, body: { users, teams: [] } };
    },
  },
  'pulls/request-reviewers': { need: 'pull_requests:write', handle: requestReviewers },
  'pulls/remove-requested-reviewers': {
    need: 'pull_requests:write',
    handle: (request) => {
      const pull = pullFor(request);
      removeReviewRequest(request.world, pull, peopleNamed(request, request.body.reviewers), actor(request));
      return { status: 200, body: pullShape(request.world, pull) };
    },
  },
  'pulls/check-if-merged': {
    need: 'pull_requests:read',
    handle: (request) => ({ status: pullFor(request).mergedAt === null ? 404 : 204 }),
  },
};

function listPulls(request: RestRequest): RestAnswer {
  const { query, world } = request;
  const found = [...repositoryFor(request).threads.values()].filter(
    (thread): thread is Pull =>
      thread.kind === 'pull' &&
      (query.state === 'all' || thread.state === (query.state ?? 'open')) &&
      (query.base === undefined || thread.base.ref === query.base) &&
      (query.head === undefined || `${thread.repository.owner.login}:${thread.head.ref}` === query.head),
  );
  return { status: 200, list: { items: sorted(found, query).map((pull) => pullShape(world, pull)) } };
}

function requestReviewers(request: RestRequest): RestAnswer {
  const pull = pullFor(request);
  const logins = (request.body.reviewers ?? []) as string[];
  const people = peopleNamed(request, logins);
  if (people.includes(pull.author as never)) {
    throw new HttpError(422, 'Review cannot be requested from pull request author.');
  }
  const able = people.filter(
    (person) => pull.repository.collaborators.has(person) || permissionOf(pull.repository, person) === 'admin',
  );
  if (able.length < logins.length) {
    throw new HttpError(
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  requestReview(request.world, pull, able, actor(request));
  return { status: 201, body: pullShape(request.world, pull) };
}

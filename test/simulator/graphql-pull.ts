import { type ChangedFile, readCommits } from './git-read.ts';
import { byId, connection, inOrder, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import { gitObject } from './graphql-git.ts';
import { workFields } from './graphql-threads.ts';
import { sizeOf } from './pull-size.ts';
import { association, threadAddress } from './shape-comment.ts';
import type { Account, Issue, Pull, Review } from './state.ts';

async function sum(pull: Pull, field: 'additions' | 'deletions'): Promise<number> {
  return (await sizeOf(pull)).files.reduce((total, file) => total + file[field], 0);
}

export const pullFields: Fields<Pull> = {
  ...workFields,
  state: ({ mergedAt, state }) => (mergedAt === null ? state.toUpperCase() : 'MERGED'),
  merged: ({ mergedAt }) => mergedAt !== null,
  mergedAt: ({ mergedAt }) => mergedAt,
  mergedBy: ({ mergedBy }) => mergedBy,
  mergeCommit: ({ repository, mergeCommit }) => (mergeCommit === null ? null : gitObject(repository, mergeCommit)),
  mergeable: () => 'UNKNOWN',
  isDraft: ({ draft }) => draft,
  isCrossRepository: () => false,
  baseRefName: ({ base }) => base.ref,
  baseRefOid: ({ base }) => base.sha,
  headRefName: ({ head }) => head.ref,
  headRefOid: ({ head }) => head.sha,
  baseRepository: ({ repository }) => repository,
  headRepository: ({ repository }) => repository,
  additions: (pull) => sum(pull, 'additions'),
  deletions: (pull) => sum(pull, 'deletions'),
  changedFiles: async (pull) => (await sizeOf(pull)).files.length,
  files: async (pull, given: PageArguments) => inOrder((await sizeOf(pull)).files.slice(0, 3000), given, 'files'),
  commits: async (pull, given: PageArguments) => {
    const commits = await readCommits(pull.repository.git, ['--reverse', '-250', `${pull.base.sha}..${pull.head.sha}`]);
    const nodes = commits.map((commit) => ({
      id: `PURC_${pull.id}_${commit.oid}`,
      commit: { kind: 'commit', repository: pull.repository, commit },
    }));
    return inOrder(nodes, given, 'commits');
  },
  closingIssuesReferences: (pull, given: PageArguments) =>
    connection(closes(pull), given, { name: 'closingIssuesReferences', place: byId }),
  reviews: ({ reviews }, given: ReviewArguments) => reviewList('reviews', reviews, given),
  latestReviews: (pull, given: ReviewArguments) => reviewList('latestReviews', latest(pull), given),
  latestOpinionatedReviews: (pull, given: ReviewArguments) => {
    const opinions = latest(pull).filter(({ state }) => state !== 'COMMENTED');
    return reviewList('latestOpinionatedReviews', opinions, given);
  },
  reviewDecision: decision,
  reviewRequests: (pull, given: PageArguments) => {
    const requests = pull.requestedReviewers.map((reviewer) => ({ pull, reviewer }));
    return inOrder(requests, given, 'reviewRequests');
  },
};

type ReviewArguments = PageArguments & { states?: string[] | null };

function reviewList(name: string, reviews: Review[], given: ReviewArguments): object {
  const wanted = reviews.filter(({ state }) => given.states == null || given.states.includes(state));
  return connection(wanted, given, { name, place: byId });
}

/** Each reviewer's last. */
function latest({ reviews }: Pull): Review[] {
  return reviews.filter((review, i) => !reviews.slice(i + 1).some(({ author }) => author === review.author));
}

function decision(pull: Pull): string | null {
  const states = latest(pull).map(({ state }) => state);
  if (states.includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return states.includes('APPROVED') ? 'APPROVED' : null;
}

/** Issues that the body says it closes. */
function closes(pull: Pull): Issue[] {
  const named = (pull.body ?? '').matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?) #(\d+)/gi);
  return [...new Set([...named].map(([, number]) => Number(number)))].flatMap((number) => {
    const thread = pull.repository.threads.get(number);
    return thread?.kind === 'issue' ? [thread] : [];
  });
}

export const reviewRequestFields: Fields<{ pull: Pull; reviewer: Account }> = {
  id: ({ pull, reviewer }) => `RR_${pull.id}_${reviewer.id}`,
  databaseId: ({ reviewer }) => reviewer.id,
  asCodeOwner: () => false,
  pullRequest: ({ pull }) => pull,
  requestedReviewer: ({ reviewer }) => reviewer,
};

export const reviewFields: Fields<Review> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  fullDatabaseId: ({ id }) => String(id),
  author: ({ author }) => author,
  authorAssociation: ({ pull, author }) => association(pull.repository, author),
  body: ({ body }) => body,
  bodyText: ({ body }) => body,
  state: ({ state }) => state,
  createdAt: ({ submittedAt }) => submittedAt,
  submittedAt: ({ submittedAt }) => submittedAt,
  updatedAt: ({ submittedAt }) => submittedAt,
  url: ({ pull, id }, _, { world }) => `${threadAddress(world, pull)}#pullrequestreview-${id}`,
  pullRequest: ({ pull }) => pull,
};

const changeTypes = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED' } as const;

export const changedFileFields: Fields<ChangedFile> = {
  path: ({ path }) => path,
  additions: ({ additions }) => additions,
  deletions: ({ deletions }) => deletions,
  changeType: ({ status }) => changeTypes[status],
  viewerViewedState: () => 'UNVIEWED',
};

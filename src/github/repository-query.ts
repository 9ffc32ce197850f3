import { z } from 'zod';

/** What is asked of GraphQL about a repository as a whole, in one request, and how the answer reads. */

export const CONFIG_PATH = '.github/commscore.yml';
/** Its file is laid under that of every repository of the owner. */
export const OWNER_REPOSITORY = '.github';
/** Where GitHub looks, in its order: the first that exists counts. */
export const CODEOWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

const TEXT = '{ ... on Blob { text isTruncated } }';
const MORE = 'totalCount pageInfo { hasNextPage endCursor }';
const LABELS = `nodes { name } ${MORE}`;
const PEOPLE = `nodes { login } ${MORE}`;

const places = CODEOWNERS_PLACES.map((path, n) => `owners${n}: object(expression: "HEAD:${path}") ${TEXT}`);

export const REPOSITORY_QUERY = `query ($owner: String!, $repo: String!, $defaults: String!) {
  repository(owner: $owner, name: $repo) {
    config: object(expression: "HEAD:${CONFIG_PATH}") ${TEXT}
    ${places.join('\n    ')}
    labels(first: 100) { ${LABELS} }
    assignableUsers(first: 100) { ${PEOPLE} }
    collaborators(first: 100) { edges { permission node { login } } pageInfo { hasNextPage } }
  }
  defaults: repository(owner: $owner, name: $defaults) {
    config: object(expression: "HEAD:${CONFIG_PATH}") ${TEXT}
  }
}`;

/** The rest of lists that are longer than a page. */
export const LISTS_QUERY = `query (
  $owner: String!, $repo: String!, $labels: String, $people: String, $moreLabels: Boolean!, $morePeople: Boolean!
) {
  repository(owner: $owner, name: $repo) {
    labels(first: 100, after: $labels) @include(if: $moreLabels) { ${LABELS} }
    assignableUsers(first: 100, after: $people) @include(if: $morePeople) { ${PEOPLE} }
  }
}`;

const file = z.object({ text: z.string().nullish(), isTruncated: z.boolean().optional() }).nullable();
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

function listOf<T extends z.ZodType>(node: T) {
  return z.object({ nodes: z.array(node.nullable()).nullable(), totalCount: z.number().optional(), pageInfo });
}

export const lists = z.object({
  labels: listOf(z.object({ name: z.string() })).nullish(),
  assignableUsers: listOf(z.object({ login: z.string() })).nullish(),
});

const collaborators = z.object({
  edges: z
    .array(z.object({ permission: z.string(), node: z.object({ login: z.string() }).nullable() }).nullable())
    .nullable(),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
});

export const repositoryAnswer = z.object({
  repository: lists
    .extend({
      config: file,
      owners0: file,
      owners1: file,
      owners2: file,
      collaborators: collaborators.nullish(),
    })
    .nullable(),
  defaults: z.object({ config: file }).nullish(),
});

export const listsAnswer = z.object({ repository: lists.nullable() });

export type FileNode = z.output<typeof file>;
export type Lists = z.output<typeof lists>;
export type RepositoryAnswer = z.output<typeof repositoryAnswer>;

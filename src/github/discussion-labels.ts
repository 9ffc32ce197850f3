import { z } from 'zod';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { Graphql } from './graphql.ts';

/** The labels of discussions can be reached by GraphQL alone, and there by their ids. */

const LABELLED = '{ labelable { labels(first: 100) { nodes { name } } } }';

export const ADD_LABELS = `mutation ($id: ID!, $labels: [ID!]!) {
  changed: addLabelsToLabelable(input: { labelableId: $id, labelIds: $labels }) ${LABELLED}
}`;

export const REMOVE_LABELS = `mutation ($id: ID!, $labels: [ID!]!) {
  changed: removeLabelsFromLabelable(input: { labelableId: $id, labelIds: $labels }) ${LABELLED}
}`;

/** A variable for each name: none is ever part of the query. */
export function labelIdsQuery(count: number): string {
  const places = Array.from({ length: count }, (_, i) => i);
  return `query ($owner: String!, $repo: String!, $number: Int!, ${places.map((i) => `$name${i}: String!`).join(', ')}) {
    repository(owner: $owner, name: $repo) {
      discussion(number: $number) { id }
      ${places.map((i) => `label${i}: label(name: $name${i}) { id }`).join('\n')}
    }
  }`;
}

const identified = z.object({ id: z.string() });
const found = z.object({
  repository: z.object({ discussion: identified }).catchall(identified.nullable()),
});
const changed = z.object({
  changed: z.object({
    labelable: z.object({ labels: z.object({ nodes: z.array(z.object({ name: z.string() }).nullable()) }) }),
  }),
});

/** Names of the labels that then stand on the discussion. */
export async function addDiscussionLabels(octokit: Graphql, ref: ThreadRef, names: string[]): Promise<string[]> {
  return change(octokit, ref, { names, mutation: ADD_LABELS });
}

export async function removeDiscussionLabels(octokit: Graphql, ref: ThreadRef, names: string[]): Promise<void> {
  await change(octokit, ref, { names, mutation: REMOVE_LABELS });
}

async function change(
  octokit: Graphql,
  { owner, repo, number }: ThreadRef,
  { names, mutation }: { names: string[]; mutation: string },
): Promise<string[]> {
  if (names.length === 0) return [];
  const given = Object.fromEntries(names.map((name, i) => [`name${i}`, name]));
  const answer = await octokit.graphql(labelIdsQuery(names.length), { owner, repo, number, ...given });
  const { discussion, ...labels } = found.parse(answer).repository;
  const ids = Object.values(labels).flatMap((label) => label?.id ?? []);
  if (ids.length === 0) return [];
  const { labelable } = changed.parse(await octokit.graphql(mutation, { id: discussion.id, labels: ids })).changed;
  return labelable.labels.nodes.flatMap((label) => label?.name ?? []);
}

import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Graphql } from './graphql.ts';
import { LISTS_QUERY, type Lists, listsAnswer } from './repository-query.ts';

/** Labels and people of a repository, from the first page that came with it to their end. */

/** What of the lists is beyond their first page. */
export interface RestOfLists {
  labels: string[];
  people: string[];
}

/** Gives what is kept for a first page that reads `begins`, else what `read` gives. */
export type KeepRest = (begins: string, read: () => Promise<RestOfLists>) => Promise<RestOfLists>;

export async function wholeLists(
  octokit: Graphql,
  ref: RepositoryRef,
  first: Lists,
  keepRest: KeepRest,
): Promise<{ labels: string[]; assignable: Set<string> }> {
  const begins = JSON.stringify([first.labels, first.assignableUsers]);
  const isWhole = endOf(first.labels) === null && endOf(first.assignableUsers) === null;
  const rest = isWhole ? { labels: [], people: [] } : await keepRest(begins, () => readRest(octokit, ref, first));
  const { labels, people } = namesIn(first);
  return { labels: [...labels, ...rest.labels], assignable: new Set([...people, ...rest.people]) };
}

async function readRest(octokit: Graphql, { owner, repo }: RepositoryRef, first: Lists): Promise<RestOfLists> {
  const rest: RestOfLists = { labels: [], people: [] };
  for (let page = await nextLists(octokit, { owner, repo }, first); page !== null; ) {
    const { labels, people } = namesIn(page);
    rest.labels.push(...labels);
    rest.people.push(...people);
    page = await nextLists(octokit, { owner, repo }, page);
  }
  return rest;
}

function namesIn({ labels, assignableUsers }: Lists): RestOfLists {
  return {
    labels: (labels?.nodes ?? []).flatMap((node) => node?.name ?? []),
    people: (assignableUsers?.nodes ?? []).flatMap((node) => node?.login ?? []),
  };
}

async function nextLists(octokit: Graphql, repository: object, page: Lists): Promise<Lists | null> {
  const labels = endOf(page.labels);
  const people = endOf(page.assignableUsers);
  if (labels === null && people === null) return null;
  const more = { moreLabels: labels !== null, morePeople: people !== null };
  return listsAnswer.parse(await octokit.graphql(LISTS_QUERY, { ...repository, labels, people, ...more })).repository;
}

/** From where to go on; null at the end. */
function endOf(list: Lists['labels'] | Lists['assignableUsers']): string | null {
  return list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
}

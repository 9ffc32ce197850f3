import { z } from 'zod';
import type { LastWord, ThreadFact } from '../domain/fact.ts';

/** What people said on a thread: a fact keeps when the first and the last of them spoke, and how they sounded. */

const WHO = 'author { __typename login }';
const MORE = 'pageInfo { hasPreviousPage }';

/** The last ones: what is said now is told however long a thread is. */
export const SPOKEN = `spoken: comments(last: 100) { nodes { createdAt body ${WHO} } ${MORE} }`;
export const REVIEWED = `reviewed: reviews(last: 50) { nodes { createdAt: submittedAt body ${WHO} } ${MORE} }`;

/** The earliest words first; what a source leaves out is not told. */
export const words = z
  .object({
    nodes: z
      .array(
        z
          .object({
            createdAt: z.string().nullish(),
            body: z.string().nullish(),
            author: z.object({ __typename: z.string(), login: z.string() }).nullish(),
          })
          .nullable(),
      )
      .nullable(),
    pageInfo: z.object({ hasPreviousPage: z.boolean() }).optional(),
  })
  .nullish();

export type Words = z.output<typeof words>;

interface Word extends LastWord {
  byBot: boolean;
}

/** Of lists that are told whole. */
export function firstResponse(author: string | null, lists: Words[]): Pick<ThreadFact, 'firstResponseAt'> {
  if (toldSince(lists) !== 'the start') return {};
  const response = spoken(author, lists).find(({ byAuthor, byBot }) => !(byAuthor || byBot));
  return { firstResponseAt: response?.at ?? null };
}

/** Of lists that are told whole, or at least since somebody spoke last. */
export function lastWord(author: string | null, lists: Words[]): Pick<ThreadFact, 'lastWord'> {
  const since = toldSince(lists);
  if (since === null) return {};
  const last = spoken(author, lists).findLast(({ byBot }) => !byBot);
  if (last !== undefined && (since === 'the start' || last.at >= since)) {
    return { lastWord: { at: last.at, byAuthor: last.byAuthor } };
  }
  return since === 'the start' ? { lastWord: null } : {};
}

/** Null where nothing is told. */
function toldSince(lists: Words[]): string | 'the start' | null {
  const starts = lists.map((list) => {
    if (list?.nodes == null || list.pageInfo === undefined) return null;
    return list.pageInfo.hasPreviousPage ? (list.nodes[0]?.createdAt ?? null) : 'the start';
  });
  if (starts.includes(null)) return null;
  const dates = starts.filter((start) => start !== null && start !== 'the start');
  return dates.toSorted().at(-1) ?? 'the start';
}

/** Of accounts that are no more nobody knows who they were. */
function spoken(author: string | null, lists: Words[]): Word[] {
  const all = lists.flatMap((list) => list?.nodes ?? []).filter((node) => node !== null);
  return all
    .flatMap((node): Word[] => {
      if (node.createdAt == null || node.author == null) return [];
      const byAuthor = node.author.login.toLowerCase() === author?.toLowerCase();
      return [{ at: node.createdAt, byAuthor, byBot: node.author.__typename === 'Bot' }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

import { z } from 'zod';
import type { LastWord, ThreadFact } from '../domain/fact.ts';

/** When people spoke on a thread, which a fact keeps the first and the last time of. */

const WHO = 'author { __typename login }';
const MORE = 'pageInfo { hasNextPage }';

export const SPOKEN = `spoken: comments(first: 50) { nodes { createdAt ${WHO} } ${MORE} }`;
export const REVIEWED = `reviewed: reviews(first: 30) { nodes { createdAt: submittedAt ${WHO} } ${MORE} }`;

/** The earliest words first; what a source leaves out is not told. */
export const words = z
  .object({
    nodes: z
      .array(
        z
          .object({
            createdAt: z.string().nullish(),
            author: z.object({ __typename: z.string(), login: z.string() }).nullish(),
          })
          .nullable(),
      )
      .nullable(),
    pageInfo: z.object({ hasNextPage: z.boolean() }).optional(),
  })
  .nullish();

type Words = z.output<typeof words>;

interface Word extends LastWord {
  byBot: boolean;
}

/** Of lists that are told whole, or at least up to when somebody responded. */
export function firstResponse(author: string | null, lists: Words[]): Pick<ThreadFact, 'firstResponseAt'> {
  const until = toldUntil(lists);
  if (until === null) return {};
  const response = spoken(author, lists).find(({ byAuthor, byBot }) => !(byAuthor || byBot));
  if (until === 'the end') return { firstResponseAt: response?.at ?? null };
  return response !== undefined && response.at <= until ? { firstResponseAt: response.at } : {};
}

/** Of lists that are told whole. */
export function lastWord(author: string | null, lists: Words[]): Pick<ThreadFact, 'lastWord'> {
  if (toldUntil(lists) !== 'the end') return {};
  const last = spoken(author, lists).findLast(({ byBot }) => !byBot);
  return { lastWord: last === undefined ? null : { at: last.at, byAuthor: last.byAuthor } };
}

/** Null where nothing is told. */
function toldUntil(lists: Words[]): string | 'the end' | null {
  const ends = lists.map((list) => {
    if (list?.nodes == null || list.pageInfo === undefined) return null;
    return list.pageInfo.hasNextPage ? (list.nodes.at(-1)?.createdAt ?? null) : 'the end';
  });
  if (ends.includes(null)) return null;
  const dates = ends.filter((end) => end !== null && end !== 'the end');
  return dates.toSorted()[0] ?? 'the end';
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

import { byId, connection, type PageArguments } from './graphql-connection.ts';
import type { Fields } from './graphql-fields.ts';
import type { Comment, Reaction, Thread } from './state.ts';

const names = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  hooray: 'HOORAY',
  confused: 'CONFUSED',
  heart: 'HEART',
  rocket: 'ROCKET',
  eyes: 'EYES',
} as const;

/** From GraphQL's name of a reaction to REST's. */
export function reactionNamed(name: string): Reaction['content'] {
  const found = Object.entries(names).find(([, value]) => value === name);
  if (found === undefined) throw new Error(`no such reaction: ${name}`);
  return found[0] as Reaction['content'];
}

/** Of everything that can be reacted to. */
export const reactionFields: Fields<Thread | Comment> = {
  reactions: ({ reactions }, given: PageArguments & { content?: string | null }) =>
    connection(
      reactions.filter(({ content }) => given.content == null || names[content] === given.content),
      given,
      { name: 'reactions', place: byId },
    ),
  reactionGroups: (subject, _, { viewer }) =>
    Object.entries(names).map(([content, name]) => {
      const same = subject.reactions.filter((reaction) => reaction.content === content);
      const viewerHasReacted = viewer !== null && same.some(({ user }) => user === viewer);
      const createdAt = same[0]?.createdAt ?? null;
      return { content: name, createdAt, reactors: { totalCount: same.length }, subject, viewerHasReacted };
    }),
};

export const reactionNodeFields: Fields<Reaction> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  content: ({ content }) => names[content],
  createdAt: ({ createdAt }) => createdAt,
  user: ({ user }) => (user.type === 'User' ? user : null),
};

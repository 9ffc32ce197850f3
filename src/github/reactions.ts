import { isGone } from './github-error.ts';
import type { Graphql } from './graphql.ts';

/** As GraphQL calls those that the app gives. */
export const reactions = ['EYES', 'THUMBS_UP', 'THUMBS_DOWN', 'CONFUSED'] as const;

export type Reaction = (typeof reactions)[number];

export const ADD_REACTION = `mutation ($id: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`;

export const REMOVE_REACTION = `mutation ($id: ID!, $content: ReactionContent!) {
  removeReaction(input: { subjectId: $id, content: $content }) { reaction { content } }
}`;

/** Makes this the app's one reaction to a comment that has these of it already; to a comment that is gone nothing is done. */
export async function react(
  octokit: Graphql,
  { id, reactions: given }: { id: string; reactions: readonly Reaction[] },
  wanted: Reaction,
): Promise<void> {
  try {
    if (!given.includes(wanted)) await octokit.graphql(ADD_REACTION, { id, content: wanted });
    for (const content of given) {
      if (content !== wanted) await octokit.graphql(REMOVE_REACTION, { id, content });
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

import { z } from 'zod';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { DigestThreads, FoundDigest } from './digest-thread.ts';
import { isGone, isRefusal } from './github-error.ts';
import type { Graphql } from './graphql.ts';
import { loginOf } from './thread-facts.ts';
import { actor } from './thread-nodes.ts';

const FIELDS = 'id number url closed body author { __typename login }';

export const DIGEST_DISCUSSION = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { discussion(number: $number) { ${FIELDS} } }
}`;

/** The app opens few discussions of its own, and looks for one only where it does not know where it stands. */
export const OWN_DISCUSSIONS = `query ($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    id
    hasDiscussionsEnabled
    discussionCategories(first: 25) { nodes { id slug isAnswerable } }
    discussions(first: 100, states: [OPEN], orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${FIELDS} } }
  }
}`;

export const CREATE_DISCUSSION = `mutation ($repositoryId: ID!, $categoryId: ID!, $title: String!, $body: String!) {
  createDiscussion(input: { repositoryId: $repositoryId, categoryId: $categoryId, title: $title, body: $body }) {
    discussion { ${FIELDS} }
  }
}`;

export const UPDATE_DISCUSSION = `mutation ($discussionId: ID!, $body: String!) {
  updateDiscussion(input: { discussionId: $discussionId, body: $body }) { discussion { id } }
}`;

const discussion = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  closed: z.boolean(),
  body: z.string(),
  author: actor,
});

const category = z.object({ id: z.string(), slug: z.string(), isAnswerable: z.boolean() });
const nodes = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node.nullable()).nullable() });

const asked = z.object({ repository: z.object({ discussion }) });
const around = z.object({
  repository: z.object({
    id: z.string(),
    hasDiscussionsEnabled: z.boolean(),
    discussionCategories: nodes(category),
    discussions: nodes(discussion),
  }),
});
const created = z.object({ createDiscussion: z.object({ discussion }) });

/** Discussions of a repository as the place of its digest. */
export function digestDiscussions(reader: Graphql, writer: Graphql, { owner, repo }: RepositoryRef): DigestThreads {
  const readAround = async () => around.parse(await reader.graphql(OWN_DISCUSSIONS, { owner, repo })).repository;
  return {
    async read(number) {
      try {
        return found(
          asked.parse(await reader.graphql(DIGEST_DISCUSSION, { owner, repo, number })).repository.discussion,
        );
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async own(ownLogin) {
      const { discussions } = await readAround();
      const all = (discussions.nodes ?? []).filter((node) => node !== null);
      return all.filter(({ author }) => loginOf(author)?.toLowerCase() === ownLogin.toLowerCase()).map(found);
    },
    async open(title, body) {
      const { id: repositoryId, hasDiscussionsEnabled, discussionCategories } = await readAround();
      if (!hasDiscussionsEnabled) return null;
      const categories = (discussionCategories.nodes ?? []).filter((node) => node !== null);
      return openIn(inOrder(categories), { repositoryId, title, body });
    },
    async edit({ id }, body) {
      await writer.graphql(UPDATE_DISCUSSION, { discussionId: id, body });
    },
  };

  /** Some categories take discussions of maintainers alone. */
  async function openIn(categories: Category[], given: { repositoryId: string; title: string; body: string }) {
    for (const [at, { id }] of categories.entries()) {
      try {
        const answer = await writer.graphql(CREATE_DISCUSSION, { ...given, categoryId: id, request: { retries: 0 } });
        return found(created.parse(answer).createDiscussion.discussion).thread;
      } catch (error) {
        if (!isRefusal(error) || at === categories.length - 1) throw error;
      }
    }
    return null;
  }
}

type Category = z.output<typeof category>;

const LIKED = ['announcements', 'general', 'show-and-tell'];
const NEVER = new Set(['polls']);

/** News belong where news are; a question is none. */
function inOrder(categories: Category[]): Category[] {
  const rank = ({ slug }: Category) => (LIKED.includes(slug) ? LIKED.indexOf(slug) : LIKED.length);
  return categories
    .filter(({ slug, isAnswerable }) => !isAnswerable && !NEVER.has(slug))
    .toSorted((a, b) => rank(a) - rank(b) || (a.slug < b.slug ? -1 : 1));
}

function found({ id, number, url, closed, body }: z.output<typeof discussion>): FoundDigest {
  return { thread: { type: 'discussion', number, url }, open: !closed, body, id };
}

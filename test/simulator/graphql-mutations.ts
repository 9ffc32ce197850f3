import { GraphQLError } from 'graphql';
import { comment, deleteComment, edit, editComment, label, threadHappening, unlabel } from './acts.ts';
import type { Caller } from './authentication.ts';
import { reactionNamed } from './graphql-reactions.ts';
import { unresolved } from './graphql-repository.ts';
import { demand } from './rest-request.ts';
import type { Comment, Discussion, Issue, Pull, Repository, Thread } from './state.ts';
import { addReaction, removeReaction } from './thread-parts.ts';
import { addDiscussion } from './threads.ts';
import type { World } from './world.ts';

type Input<T> = { input: T & { clientMutationId?: string | null } };

/** Root fields of mutations for this caller. */
export function mutations(world: World, caller: Caller): Record<string, unknown> {
  const app = caller.kind === 'installation' ? caller.installation.app : null;

  function writer(repository: Repository, permission: string) {
    if (app === null) throw forbidden();
    try {
      demand(caller, `${permission}:write`, repository);
    } catch {
      throw forbidden();
    }
    return { author: app.bot, viaApp: app };
  }

  function labelling({ labelableId, labelIds }: { labelableId: string; labelIds: string[] }) {
    const thread = subjectOf(world, labelableId);
    if (thread.kind === 'comment') throw unresolved(`a node with the global id of '${labelableId}'`);
    const need = thread.kind === 'discussion' ? 'discussions' : 'issues|pull_requests';
    const names = labelIds.map((id) => {
      const node = world.state.nodes.get(id);
      if (node?.kind !== 'label' || node.repository !== thread.repository)
        throw unresolved(`a node with the global id of '${id}'`);
      return node.name;
    });
    return { thread, names, author: writer(thread.repository, need).author };
  }

  function reacting(id: string) {
    const subject = subjectOf(world, id);
    const thread: Thread = subject.kind === 'comment' ? subject.thread : subject;
    const need = thread.kind === 'discussion' ? 'discussions' : 'issues|pull_requests';
    return { subject, author: writer(thread.repository, need).author };
  }

  return {
    createDiscussion: ({ input }: Input<NewDiscussionInput>) => {
      const repository = repositoryOf(world, input.repositoryId);
      const { author } = writer(repository, 'discussions');
      const category = repository.categories.find(({ nodeId }) => nodeId === input.categoryId);
      if (category === undefined) throw unresolved(`a node with the global id of '${input.categoryId}'`);
      // Announcements are for those who maintain the repository.
      if (category.slug === 'announcements' && repository.collaborators.get(author) !== 'maintain') throw forbidden();
      const { title, body } = input;
      const made = addDiscussion(world, repository, { title, body: checked(body), author, category: category.slug });
      void world.emit(threadHappening(made, 'created', author));
      return { clientMutationId: input.clientMutationId ?? null, discussion: made };
    },
    updateDiscussion: ({ input }: Input<{ discussionId: string; body?: string | null }>) => {
      const made = discussionOf(world, input.discussionId);
      const { author } = writer(made.repository, 'discussions');
      if (input.body != null) edit(world, made, { body: checked(input.body) }, author);
      return { clientMutationId: input.clientMutationId ?? null, discussion: made };
    },
    addDiscussionComment: ({ input }: Input<{ discussionId: string; body: string; replyToId?: string | null }>) => {
      const thread = discussionOf(world, input.discussionId);
      const who = writer(thread.repository, 'discussions');
      if (thread.locked) throw new GraphQLError('Discussion is locked', { extensions: { type: 'UNPROCESSABLE' } });
      const replyTo = input.replyToId == null ? null : commentOf(world, input.replyToId);
      if (replyTo !== null && (replyTo.replyTo !== null || replyTo.thread !== thread))
        throw new GraphQLError('Parent comment is not one of the discussion itself', {
          extensions: { type: 'UNPROCESSABLE' },
        });
      const { value } = comment(world, thread, { ...who, body: checked(input.body), replyTo });
      return { clientMutationId: input.clientMutationId ?? null, comment: value };
    },
    updateDiscussionComment: ({ input }: Input<{ commentId: string; body: string }>) => {
      const made = commentOf(world, input.commentId);
      const { author } = writer(made.thread.repository, 'discussions');
      if (made.author !== author) throw forbidden();
      editComment(world, made, checked(input.body), author);
      return { clientMutationId: input.clientMutationId ?? null, comment: made };
    },
    deleteDiscussionComment: ({ input }: Input<{ id: string }>) => {
      const made = commentOf(world, input.id);
      const { author } = writer(made.thread.repository, 'discussions');
      deleteComment(world, made, author);
      return { clientMutationId: input.clientMutationId ?? null, comment: made };
    },
    addLabelsToLabelable: ({ input }: Input<{ labelableId: string; labelIds: string[] }>) => {
      const { thread, names, author } = labelling(input);
      label(world, thread, names, author);
      return { clientMutationId: input.clientMutationId ?? null, labelable: thread };
    },
    removeLabelsFromLabelable: ({ input }: Input<{ labelableId: string; labelIds: string[] }>) => {
      const { thread, names, author } = labelling(input);
      for (const name of names) unlabel(world, thread, name, author);
      return { clientMutationId: input.clientMutationId ?? null, labelable: thread };
    },
    addReaction: ({ input }: Input<{ subjectId: string; content: string }>) => {
      const { subject, author } = reacting(input.subjectId);
      const { reaction } = addReaction(world, subject, author, reactionNamed(input.content));
      return { clientMutationId: input.clientMutationId ?? null, reaction, subject };
    },
    removeReaction: ({ input }: Input<{ subjectId: string; content: string }>) => {
      const { subject, author } = reacting(input.subjectId);
      const reaction = removeReaction(world, subject, author, reactionNamed(input.content));
      return { clientMutationId: input.clientMutationId ?? null, reaction, subject };
    },
  };
}

interface NewDiscussionInput {
  repositoryId: string;
  categoryId: string;
  title: string;
  body: string;
}

function repositoryOf(world: World, id: string): Repository {
  const node = world.state.nodes.get(id);
  if (node?.kind !== 'repository') throw unresolved(`a node with the global id of '${id}'`);
  return node;
}

function forbidden(): GraphQLError {
  return new GraphQLError('Resource not accessible by integration', { extensions: { type: 'FORBIDDEN' } });
}

function checked(body: string): string {
  if (body.trim() === '') throw new GraphQLError("Body can't be blank", { extensions: { type: 'UNPROCESSABLE' } });
  if (body.length > 65_536)
    throw new GraphQLError('Body is too long (maximum is 65536 characters)', { extensions: { type: 'UNPROCESSABLE' } });
  return body;
}

function discussionOf(world: World, id: string): Discussion {
  const node = world.state.nodes.get(id);
  if (node?.kind !== 'discussion') throw unresolved(`a node with the global id of '${id}'`);
  return node;
}

function commentOf(world: World, id: string): Comment {
  const node = world.state.nodes.get(id);
  if (node?.kind !== 'comment' || node.thread.kind !== 'discussion')
    throw unresolved(`a node with the global id of '${id}'`);
  return node;
}

function subjectOf(world: World, id: string): Issue | Pull | Discussion | Comment {
  const node = world.state.nodes.get(id);
  if (node === undefined || !('reactions' in node)) throw unresolved(`a node with the global id of '${id}'`);
  return node;
}

import {
  type Account,
  type App,
  type Comment,
  identify,
  type Pull,
  type Reaction,
  type Review,
  remember,
  type Thread,
} from './state.ts';
import type { World } from './world.ts';

/** What hangs on a thread, put into the state without telling anybody. */

export interface NewComment {
  author: Account | null;
  body: string;
  viaApp?: App | null;
  replyTo?: Comment | null;
  at?: string;
}

export function addComment(world: World, thread: Thread, given: NewComment): Comment {
  const at = given.at ?? world.now();
  const comment: Comment = {
    kind: 'comment',
    ...identify(world.state, thread.kind === 'discussion' ? 'DC' : 'IC'),
    thread,
    author: given.author,
    body: given.body,
    viaApp: given.viaApp ?? null,
    replyTo: given.replyTo ?? null,
    reactions: [],
    createdAt: at,
    updatedAt: at,
  };
  thread.comments.push(comment);
  touch(thread, at);
  return remember(world.state, comment);
}

export function addReview(
  world: World,
  pull: Pull,
  given: { author: Account; state: Review['state']; body?: string; at?: string },
): Review {
  const submittedAt = given.at ?? world.now();
  const review: Review = {
    kind: 'review',
    ...identify(world.state, 'PRR'),
    pull,
    author: given.author,
    body: given.body ?? '',
    state: given.state,
    commit: pull.head.sha,
    submittedAt,
  };
  pull.reviews.push(review);
  pull.requestedReviewers = pull.requestedReviewers.filter((reviewer) => reviewer !== given.author);
  touch(pull, submittedAt);
  return remember(world.state, review);
}

/** The same person reacting the same way again changes nothing. */
export function addReaction(
  world: World,
  subject: Thread | Comment,
  user: Account,
  content: Reaction['content'],
): { reaction: Reaction; isNew: boolean } {
  const known = subject.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known !== undefined) return { reaction: known, isNew: false };
  const ids = identify(world.state, 'REA');
  const reaction: Reaction = { kind: 'reaction', ...ids, subject, user, content, createdAt: world.now() };
  subject.reactions.push(reaction);
  return { reaction: remember(world.state, reaction), isNew: true };
}

/** null where the person had not reacted so. */
export function removeReaction(
  world: World,
  subject: Thread | Comment,
  user: Account,
  content: Reaction['content'],
): Reaction | null {
  const known = subject.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (known === undefined) return null;
  subject.reactions = subject.reactions.filter((reaction) => reaction !== known);
  world.state.nodes.delete(known.nodeId);
  return known;
}

export function touch(thread: Thread, at: string): void {
  if (at > thread.updatedAt) thread.updatedAt = at;
}

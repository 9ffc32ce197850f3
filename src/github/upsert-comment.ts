import { TRIAGE_MARKER } from '../comment/marker.ts';
import { mayHaveWorked } from './github-error.ts';

export interface ThreadComment {
  id: string;
  body: string;
  /** null: a deleted account. */
  author: string | null;
  authorIsBot: boolean;
}

/** The comments of one thread, whichever way they are reached. */
export interface ThreadComments {
  list(): Promise<ThreadComment[]>;
  /** Must not try again by itself: whether a lost answer was a lost write is looked up here. */
  create(body: string): Promise<void>;
  update(id: string, body: string): Promise<void>;
  remove(id: string): Promise<void>;
}

export type CommentChange = 'created' | 'updated' | 'unchanged' | 'removed' | 'none';

export interface UpsertOptions {
  /** false: one that is not there is left so. */
  create?: boolean;
  marker?: string;
  /** What was read of the thread's comments just before; what it does not tell is looked up. */
  standing?: { comments: readonly ThreadComment[]; complete: boolean } | undefined;
}

/** Makes the thread hold this one own comment, or (null) none; own is what carries the marker and was written by us. */
export async function upsertComment(
  comments: ThreadComments,
  ownLogin: string,
  body: string | null,
  { create = true, marker = TRIAGE_MARKER, standing }: UpsertOptions = {},
): Promise<CommentChange> {
  const isOwn = ownComment(ownLogin, marker);
  const own = async () => (await comments.list()).filter(isOwn);
  const known = standing?.comments.filter(isOwn) ?? [];
  const [first, ...others] = standing?.complete || known.length > 0 ? known : await own();
  for (const { id } of others) await comments.remove(id);
  if (first === undefined) return body === null || !create ? 'none' : write(comments, body, own);
  if (body === null) {
    await comments.remove(first.id);
    return 'removed';
  }
  if (sameText(first.body, body)) return 'unchanged';
  await comments.update(first.id, body);
  return 'updated';
}

function ownComment(ownLogin: string, marker: string): (comment: ThreadComment) => boolean {
  return ({ author, authorIsBot, body }) =>
    authorIsBot && author?.toLowerCase() === ownLogin.toLowerCase() && body.trimStart().startsWith(marker);
}

async function write(
  comments: ThreadComments,
  body: string,
  own: () => Promise<ThreadComment[]>,
): Promise<CommentChange> {
  try {
    await comments.create(body);
  } catch (error) {
    if (!mayHaveWorked(error)) throw error;
    const [written] = await own();
    if (written === undefined) throw error;
  }
  return 'created';
}

function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();
}

import { replyMarker } from '../comment/marker.ts';
import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import type { AppOctokit } from './app-octokit.ts';
import type { Additions } from './apply-additions.ts';
import { type CommandComment, readCommandComment } from './command-comment.ts';
import { guarded, isGone } from './github-error.ts';
import { mayTriage } from './may-triage.ts';
import { type Reaction, react } from './reactions.ts';
import { replyComments } from './reply-comments.ts';
import { takeBack } from './take-back.ts';
import { type CommentChange, upsertComment } from './upsert-comment.ts';

/** What commands need of GitHub besides what triage needs. */
export interface CommandClient {
  readComment(ref: ThreadRef, id: string): Promise<CommandComment | null>;
  mayTriage(ref: RepositoryRef, login: string): Promise<boolean>;
  react(ref: RepositoryRef, comment: Pick<CommandComment, 'id' | 'reactions'>, wanted: Reaction): Promise<void>;
  /** Creates, edits, leaves alone or (null) removes the one answer to the comment. */
  reply(ref: ThreadRef, comment: CommandComment, body: string | null): Promise<CommentChange>;
  takeBack(ref: ThreadRef, additions: Additions): Promise<void>;
}

export function commandClient(app: AppOctokit): CommandClient {
  const reader = ({ installationId }: RepositoryRef) => app.installation(installationId, 'read');
  const writer = ({ installationId }: RepositoryRef) => app.installation(installationId, 'write');

  async function reply(ref: ThreadRef, comment: CommandComment, body: string | null): Promise<CommentChange> {
    const replies = replyComments(await reader(ref), await writer(ref), ref, comment);
    const marker = replyMarker(comment.id);
    try {
      return await upsertComment(replies, await app.ownLogin(), body && `${marker}\n\n${body}`, { marker });
    } catch (error) {
      if (isGone(error)) return 'none';
      throw error;
    }
  }

  return {
    readComment: (ref, id) => guarded(async () => readCommandComment(await reader(ref), ref, id)),
    mayTriage: (ref, login) => guarded(async () => mayTriage(await reader(ref), ref, login)),
    // Whoever commands waits for it, and it notifies nobody: it does not queue behind comments.
    react: (ref, comment, wanted) => guarded(async () => react(await reader(ref), comment, wanted)),
    reply: (ref, comment, body) => guarded(() => reply(ref, comment, body)),
    takeBack: (ref, additions) => guarded(async () => takeBack(await writer(ref), ref, additions)),
  };
}

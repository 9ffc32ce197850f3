import type { DeliveredComment, DeliveredThread } from '../domain/delivery.ts';
import { commandLines } from '../text/command-lines.ts';
import { fields, flag, instant, text, wholeNumber } from './payload-fields.ts';

/** What a webhook says of the thread it is about. */
export function thread(event: string, body: Record<string, unknown>): DeliveredThread | null {
  if (event === 'issues' || event === 'issue_comment') {
    const issue = fields(body.issue);
    // A comment on a pull request arrives as one on its issue.
    const type = issue.pull_request ? 'pull' : 'issue';
    return deliveredThread(type, issue, { open: issue.state === 'open', transferred: cameFromElsewhere(body) });
  }
  if (event.startsWith('pull_request')) {
    const pull = fields(body.pull_request);
    return deliveredThread('pull', pull, { open: pull.state === 'open', transferred: false });
  }
  if (event === 'discussion' || event === 'discussion_comment') {
    const discussion = fields(body.discussion);
    // Besides open and closed a discussion may be told as locked, converting or transferring.
    const open = discussion.state === 'open' || discussion.state === 'locked';
    return deliveredThread('discussion', discussion, { open, transferred: cameFromElsewhere(body) });
  }
  return null;
}

function deliveredThread(
  type: DeliveredThread['type'],
  it: Record<string, unknown>,
  { open, transferred }: Pick<DeliveredThread, 'open' | 'transferred'>,
): DeliveredThread | null {
  const number = wholeNumber(it.number);
  const createdAt = instant(it.created_at);
  if (number === null || createdAt === null) return null;
  return {
    type,
    number,
    open,
    locked: flag(it.locked),
    draft: flag(it.draft),
    authorIsBot: isBot(it.user),
    transferred,
    createdAt,
  };
}

/** The place it came from sends a delivery of its own. */
function cameFromElsewhere({ changes }: Record<string, unknown>): boolean {
  const { old_issue, old_discussion } = fields(changes);
  return Boolean(old_issue ?? old_discussion);
}

export function comment(event: string, body: Record<string, unknown>): DeliveredComment | null {
  if (event !== 'issue_comment' && event !== 'discussion_comment') return null;
  const it = fields(body.comment);
  const id = text(it.node_id);
  return id === '' ? null : { id, command: commandLines(text(it.body)).length > 0 };
}

export function isBot(user: unknown): boolean {
  const it = fields(user);
  return it.type === 'Bot' || text(it.login).endsWith('[bot]');
}

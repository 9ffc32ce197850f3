import type { ThreadFact, ThreadOutcome } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { IssueNode, RepositoryNode } from './thread-nodes.ts';

/** How an issue ended, as its timeline tells it. */

type Own = Pick<RepositoryRef, 'owner' | 'repo'>;

const OUTCOMES: Record<string, ThreadOutcome> = {
  COMPLETED: 'completed',
  NOT_PLANNED: 'not-planned',
  DUPLICATE: 'duplicate',
};

/** As automations call what nobody answered any more. */
const STALE_LABEL = /(?:^|[^a-z])(?:stale|inactive|rotten|abandoned|no[- _]?response)(?:[^a-z]|$)/i;

/** An issue that a bot closed because nothing happened in it is not done, whatever the bot says. */
export function issueOutcome({ state, stateReason, closings, labels }: IssueNode): ThreadOutcome | null {
  if (state === 'OPEN') return null;
  const outcome = OUTCOMES[stateReason ?? ''] ?? null;
  const { actor, closer } = closings.at(-1) ?? {};
  const closedByBot = actor?.__typename === 'Bot' && !closer;
  const isStale = closedByBot && labels.some(({ name }) => STALE_LABEL.test(name));
  return outcome === 'completed' && isStale ? 'not-planned' : outcome;
}

/** The pull or commit of the same repository that closed it. */
export function fixedBy({ state, closings }: IssueNode, own: Own): Pick<ThreadFact, 'fixedBy'> {
  const closer = closings.at(-1)?.closer;
  if (state === 'OPEN' || !closer || !isOwn(closer.repository, own)) return {};
  if (closer.oid !== undefined) return { fixedBy: { kind: 'commit', id: closer.oid } };
  const isMerged = closer.number !== undefined && closer.merged === true;
  return isMerged ? { fixedBy: { kind: 'pull', id: String(closer.number) } } : {};
}

/** Absent where nobody ever said that it is a duplicate of another one of the same repository. */
export function duplicateOf({ duplicateMarks }: IssueNode, own: Own): Pick<ThreadFact, 'duplicateOf'> {
  const last = duplicateMarks.at(-1);
  if (last === undefined) return {};
  const to = last.canonical;
  return { duplicateOf: to?.number !== undefined && isOwn(to.repository, own) ? String(to.number) : null };
}

function isOwn(repository: RepositoryNode | undefined, { owner, repo }: Own): boolean {
  if (repository === undefined) return false;
  return `${repository.owner.login}/${repository.name}`.toLowerCase() === `${owner}/${repo}`.toLowerCase();
}

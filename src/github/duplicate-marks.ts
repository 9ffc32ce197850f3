import type { LinkFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { IssueNode } from './thread-nodes.ts';

/** A link for an issue that stands marked as a duplicate of another one of the same repository. */
export function duplicateLinks({ number, duplicateMarks }: IssueNode, ref: RepositoryRef): LinkFact[] {
  const last = duplicateMarks.at(-1);
  const to = last?.canonical;
  if (last?.createdAt === undefined || to?.number === undefined || to.repository === undefined) return [];
  const { name, owner } = to.repository;
  const isOwn = `${owner.login}/${name}`.toLowerCase() === `${ref.owner}/${ref.repo}`.toLowerCase();
  if (!isOwn) return [];
  return [{ kind: 'link', type: 'duplicate', from: String(number), to: String(to.number), time: last.createdAt }];
}

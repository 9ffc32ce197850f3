import type { ThreadType } from './fact.ts';

export interface RepositoryName {
  owner: string;
  repo: string;
}

export interface RepositoryRef extends RepositoryName {
  installationId: number;
}

export interface ThreadRef extends RepositoryRef {
  type: ThreadType;
  number: number;
}

/** One key per repository, case folded as GitHub does. */
export function repositoryKey(ref: { owner: string; repo: string }): string {
  return `${ref.owner}/${ref.repo}`.toLowerCase();
}

/** One key per thread of a repository. */
export function threadKey(ref: ThreadRef): string {
  return `${repositoryKey(ref)}#${ref.number}`;
}

import { type RepositoryName, repositoryKey } from '../domain/thread-ref.ts';

/** Which repositories: all of them, or those with these keys (`owner/repo` in lower case). */
export type Scope = 'all' | ReadonlySet<string>;

/** Who looks, and what they may see. Every list, count and figure that draws on repositories keeps to it. */
export interface Viewer {
  /** null at this machine, where nobody signs in. */
  login: string | null;
  /** Runs CommScore: sees every repository, the queue and the settings of the process. */
  isOperator: boolean;
  scope: Scope;
  maySee(repository: RepositoryName): boolean;
  /** What a form of theirs has to carry to change something. */
  formToken: string;
}

/** Of whom nothing is known. */
export const stranger: Viewer = {
  login: null,
  isOperator: false,
  scope: new Set(),
  maySee: () => false,
  formToken: '',
};

export function operator(login: string | null, formToken: string): Viewer {
  return { login, isOperator: true, scope: 'all', maySee: () => true, formToken };
}

/** Somebody who signed in and may write to these repositories. */
export function writerOf(login: string, scope: ReadonlySet<string>, formToken: string): Viewer {
  const maySee = (repository: RepositoryName) => scope.has(repositoryKey(repository));
  return { login, isOperator: false, scope, maySee, formToken };
}

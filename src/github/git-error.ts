export type GitErrorKind =
  | 'git-missing'
  | 'git-too-old'
  | 'no-such-folder'
  | 'not-a-repository'
  | 'not-trusted'
  | 'empty'
  | 'failed';

/** Git could not do it; the message names cause and remedy, and holds no secret. */
export class GitError extends Error {
  override name = 'GitError';
  readonly kind: GitErrorKind;

  constructor(kind: GitErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

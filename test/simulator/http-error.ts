/** Becomes GitHub's answer of that status. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly status: number;
  readonly errors: object[] | undefined;

  constructor(status: number, message: string, errors?: object[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(): HttpError {
  return new HttpError(404, 'Not Found');
}

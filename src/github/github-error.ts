import { fields, list, text, wholeNumber } from './payload-fields.ts';

/** The app may not do this: suspended, uninstalled, or not given the permission. Trying again does not help. */
export class GitHubAccessError extends Error {
  override name = 'GitHubAccessError';
}

/** GitHub did not do what it was asked; `status` 0 where it did not answer. Worth another try. */
export class GitHubRequestError extends Error {
  override name = 'GitHubRequestError';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** HTTP status of an error of the client library; null for any other error. */
export function statusOf(error: unknown): number | null {
  const { status, request } = fields(error);
  return typeof status === 'number' && request !== undefined ? status : null;
}

/** Types such as NOT_FOUND of what a GraphQL answer complains of; empty for any other error. */
export function graphqlErrorTypes(error: unknown): string[] {
  return fields(error).name === 'GraphqlResponseError'
    ? list(fields(error).errors).map((it) => text(fields(it).type))
    : [];
}

/** Gone, moved away or never there. */
export function isGone(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== null) return (status === 404 || status === 410 || status === 451) && !isAboutToken(error);
  const types = graphqlErrorTypes(error);
  return types.length > 0 && types.every((type) => type === 'NOT_FOUND');
}

/** This one thing may not be done, or is not there, though others may: the app as such has access. */
export function isRefusal(error: unknown): boolean {
  if (isAboutToken(error)) return false;
  return isGone(error) || isAccessProblem(error, statusOf(error), graphqlErrorTypes(error));
}

/** The answer was lost or says little: what was asked may have been done all the same. */
export function mayHaveWorked(error: unknown): boolean {
  const status = statusOf(error);
  return status === null || status >= 500;
}

/**
 * What leaves this room of an error of the client library: it carries the whole request, so nothing of it is kept but
 * status, path and message. Errors of any other kind stay as they are.
 */
export function withoutSecrets(error: unknown): unknown {
  const status = statusOf(error);
  const types = graphqlErrorTypes(error);
  if (status === null && types.length === 0) return error;
  const sentence = `${place(error)}: ${withoutTokens(text(fields(error).message))}`;
  if (isAccessProblem(error, status, types)) return new GitHubAccessError(`GitHub refused ${sentence}`);
  return new GitHubRequestError(`GitHub failed on ${sentence}`, hasAnswer(error) ? (status ?? 200) : 0);
}

/** Does it, and lets out no error as the client library throws it. */
export async function guarded<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw withoutSecrets(error);
  }
}

/** The same, but gives null where the app may not. */
export async function unlessRefused<T>(run: () => Promise<T>): Promise<T | null> {
  try {
    return await guarded(run);
  } catch (error) {
    if (error instanceof GitHubAccessError) return null;
    throw error;
  }
}

function isAccessProblem(error: unknown, status: number | null, types: string[]): boolean {
  if (types.includes('FORBIDDEN')) return true;
  if (status === 404) return isAboutToken(error);
  return status === 403 && !isRateLimit(error);
}

export function isRateLimit(error: unknown): boolean {
  const headers = fields(fields(fields(error).response).headers);
  return (
    headers['x-ratelimit-remaining'] === '0' ||
    headers['retry-after'] !== undefined ||
    /rate limit|abuse/i.test(text(fields(error).message))
  );
}

/** The request that asks for the installation's token, which every other request needs. */
export function isAboutToken(error: unknown): boolean {
  return text(fields(fields(error).request).url).includes('/access_tokens');
}

function hasAnswer(error: unknown): boolean {
  return wholeNumber(fields(fields(error).response).status) !== null || graphqlErrorTypes(error).length > 0;
}

function place(error: unknown): string {
  const { method, url } = fields(fields(error).request);
  const address = text(url);
  if (address === '') return 'a GraphQL query';
  const path = URL.canParse(address) ? new URL(address).pathname : address;
  return `${text(method) || 'GET'} ${path}`;
}

const TOKENS =
  /\b(?:gh[a-z]_\w+|github_pat_\w+|v1\.[0-9a-f]{40}|eyJ[\w-]+\.[\w-]+\.[\w-]*)|\b(?:token|bearer|basic)\s+\S+/gi;

function withoutTokens(message: string): string {
  return message.replace(TOKENS, '[secret]').slice(0, 500);
}

import type { Graphql } from './graphql.ts';
import { fields, list, text } from './payload-fields.ts';

export interface PartialError {
  /** Of GitHub's types, such as NOT_FOUND; '' where it names none. */
  type: string;
  /** Where in the answer null stands for it. */
  path: string[];
}

/** What GraphQL could answer, where `mayFail` allows for each of the errors that came with it. */
export async function askPartly(
  octokit: Graphql,
  query: string,
  variables: Record<string, unknown>,
  mayFail: (error: PartialError) => boolean,
): Promise<unknown> {
  try {
    return await octokit.graphql(query, variables);
  } catch (error) {
    const { name, errors, data } = fields(error);
    if (name !== 'GraphqlResponseError' || typeof data !== 'object' || data === null) throw error;
    if (!list(errors).map(partialError).every(mayFail)) throw error;
    return data;
  }
}

/** One of many, deleted meanwhile or not for the app to see: null stands for it in a list. */
export function isHiddenNode({ type, path }: PartialError): boolean {
  return (type === 'NOT_FOUND' || type === 'FORBIDDEN') && path.some((step) => /^\d+$/.test(step));
}

function partialError(error: unknown): PartialError {
  const { type, path } = fields(error);
  return { type: text(type), path: list(path).map(String) };
}

/** What GraphQL could answer beside the error; the library makes one of its own of some. */
export function partIn(error: unknown): unknown {
  const { data, response } = fields(error);
  return data ?? fields(fields(response).data).data;
}

import { type Match, type Operation, parametersOf, type Schema } from './description.ts';
import { checkParameter, checkSchema } from './schema-check.ts';

export interface CheckedRequest {
  path: Record<string, string | number>;
  query: Record<string, unknown>;
  problems: string[];
}

/** Holds the request against GitHub's description of the operation; parameters come back with their types. */
export function checkRequest(match: Match, query: URLSearchParams, body: unknown): CheckedRequest {
  const problems: string[] = [];
  const given = { path: { ...match.path } as Record<string, unknown>, query: queryValues(query) };
  const known = parametersOf(match.operation);
  for (const { name, in: place, required, schema } of known) {
    if (place === 'header') continue;
    const value = given[place][name];
    if (value === undefined) {
      if (required === true) problems.push(`${place} parameter '${name}' is required`);
      continue;
    }
    const checked = checkParameter(schema, value);
    given[place][name] = checked.value;
    if (checked.problem !== null) problems.push(`${place} parameter '${name}': ${checked.problem}`);
  }
  const unknown = Object.keys(given.query).filter((name) => !known.some((p) => p.in === 'query' && p.name === name));
  problems.push(...unknown.map((name) => `query parameter '${name}' is not described`));
  problems.push(...bodyProblems(match.operation, body));
  return { path: given.path as CheckedRequest['path'], query: given.query, problems };
}

function queryValues(query: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries([...query.keys()].map((key) => [key.replace(/\[\]$/, ''), oneOrAll(query.getAll(key))]));
}

function oneOrAll(values: string[]): string | string[] | undefined {
  return values.length > 1 ? values : values[0];
}

function bodyProblems(operation: Operation, body: unknown): string[] {
  const described = operation.requestBody?.content['application/json']?.schema as Schema | undefined;
  if (body === undefined || isEmpty(body)) {
    const value = body ?? {};
    const required = operation.requestBody?.required === true && described !== undefined;
    const problem = required ? checkSchema(described, value, 'request') : null;
    return problem === null ? [] : [`body is required: ${problem}`];
  }
  if (described === undefined) return ['a body is not described'];
  const problem = checkSchema(described, body, 'request');
  if (problem !== null) return [`body: ${problem}`];
  const fields = fieldsOf(described);
  if (fields === null || typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.keys(body).flatMap((name) => (fields.has(name) ? [] : [`body field '${name}' is not described`]));
}

/** Names that the description knows at the top level; null where it leaves them open. */
function fieldsOf(schema: Schema): Set<string> | null {
  if (typeof schema.$ref === 'string') return null;
  if (schema.additionalProperties !== undefined && schema.additionalProperties !== false) return null;
  const alternatives = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const names = Object.keys((schema.properties ?? {}) as object);
  const inner = alternatives.map((alternative) => fieldsOf(alternative as Schema) ?? new Set<string>());
  const all = new Set([...names, ...inner.flatMap((set) => [...set])]);
  return all.size === 0 ? null : all;
}

function isEmpty(body: unknown): boolean {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length === 0;
}

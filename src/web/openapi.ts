import { z } from 'zod';
import { ACCESS, refusals, refused, security, securitySchemes } from './api-access.ts';
import { listHeaderDescriptions, listParameters } from './json-list.ts';
import type { ServedPage } from './served-page.ts';

/** What the API gives, as OpenAPI 3.1: made of the same pages that answer. */
export function apiDescription(pages: readonly ServedPage[], version: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'CommScore',
      version,
      description: `All that the dashboard shows, as JSON and its tables as CSV, with the same access.\n\n${ACCESS}`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security,
    paths: Object.fromEntries(pages.flatMap(pathsOf)),
    components: { securitySchemes, schemas: { Problem: PROBLEM }, responses: { ...refusals, Problem: PROBLEM_ANSWER } },
  };
}

const PROBLEM = {
  type: 'object',
  description: 'An error as in RFC 9457.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
};

const PROBLEM_ANSWER = {
  description: 'Why there is no answer.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function pathsOf(page: ServedPage): [string, object][] {
  const schema = schemaOf(page);
  const json = operation(page, {
    id: page.name,
    summary: page.about,
    content: { 'application/json': { schema } },
    ...(page.isList && { parameters: listParameters, headers: listHeaderDescriptions }),
  });
  const tables = page.tables.map((table): [string, object] => [
    templated(`${page.api}/${table.name}.csv`),
    operation(page, {
      id: `${page.name}-${table.name}-csv`,
      summary: table.about,
      content: { 'text/csv': { schema: { type: 'string', description: `Columns: ${table.columns.join(', ')}.` } } },
    }),
  ]);
  return [[templated(page.api), json], ...tables];
}

/** Without the field that names the dialect, which the description as a whole has. */
function schemaOf({ schema }: ServedPage): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest;
}

interface Told {
  id: string;
  summary: string;
  content: object;
  parameters?: object[];
  headers?: object;
}

function operation({ path }: ServedPage, { id, summary, content, parameters = [], headers = {} }: Told) {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  return {
    get: {
      operationId: id,
      summary,
      parameters: [
        ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
        ...parameters,
      ],
      responses: {
        200: { description: summary, headers: { ETag: { schema: { type: 'string' } }, ...headers }, content },
        304: { description: 'It is as `If-None-Match` says.' },
        ...refused,
        default: { $ref: '#/components/responses/Problem' },
      },
    },
  };
}

function templated(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}

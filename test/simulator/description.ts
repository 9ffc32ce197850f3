import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** GitHub's own description of its REST API, cut to the parts that are looked at. */
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  'x-webhooks': Record<string, { post: Operation }>;
  components: { schemas: Record<string, object>; parameters: Record<string, Parameter> };
}

export interface Operation {
  operationId: string;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses?: Record<string, { content?: Record<string, { schema: object }> }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

export type Schema = { [key: string]: unknown };

let loaded: Description | undefined;

/** Read once a process: 13 MB, about half a second. */
export function loadDescription(): Description {
  if (loaded === undefined) {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
    loaded = JSON.parse(readFileSync(file, 'utf8')) as Description;
  }
  return loaded;
}

export interface Match {
  operation: Operation;
  /** Path parameters, decoded. */
  path: Record<string, string>;
}

interface Route {
  pattern: RegExp;
  names: string[];
  literals: number;
  operation: Operation;
}

const routes = new Map<string, Route[]>();

/** These may hold slashes. */
const greedy = new Set(['path', 'ref', 'branch', 'basehead', 'dir']);

/** The operation that GitHub describes for this method and path below /api/v3; the most literal template wins. */
export function matchOperation(method: string, pathname: string): Match | null {
  for (const route of routesOf(method)) {
    const found = route.pattern.exec(pathname);
    if (found === null) continue;
    const values = found.slice(1).map(decode);
    if (values.includes(null)) return null;
    return {
      operation: route.operation,
      path: Object.fromEntries(route.names.map((name, i) => [name, values[i] ?? ''])),
    };
  }
  return null;
}

function routesOf(method: string): Route[] {
  const known = routes.get(method);
  if (known !== undefined) return known;
  const made = Object.entries(loadDescription().paths).flatMap(([template, operations]) => {
    const operation = operations[method.toLowerCase()];
    return operation === undefined ? [] : [routeOf(template, operation)];
  });
  made.sort((a, b) => b.literals - a.literals);
  routes.set(method, made);
  return made;
}

function routeOf(template: string, operation: Operation): Route {
  const names: string[] = [];
  const parts = template.split(/(\{[^}]+\})/);
  const pattern = parts.map((part) => {
    if (!part.startsWith('{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const name = part.slice(1, -1);
    names.push(name);
    return greedy.has(name) ? '(.+)' : '([^/]+)';
  });
  const literals = template.split('/').filter((segment) => !segment.includes('{')).length;
  return { pattern: new RegExp(`^${pattern.join('')}$`), names, literals, operation };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Where the names of parameters are references, what they refer to. */
export function parametersOf(operation: Operation): Parameter[] {
  const known = loadDescription().components.parameters;
  return (operation.parameters ?? []).flatMap((parameter) => {
    if (!('$ref' in parameter)) return [parameter];
    const found = known[parameter.$ref.split('/').at(-1) ?? ''];
    return found === undefined ? [] : [found];
  });
}

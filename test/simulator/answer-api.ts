import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate, type Caller } from './authentication.ts';
import type { Fault, Faults } from './faults.ts';
import { answerGraphql, withFault } from './graphql.ts';
import { HttpError } from './http-error.ts';
import type { OauthServer } from './oauth.ts';
import type { RateLimits, Resource } from './rate-limits.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import { answerRest, type HttpAnswer } from './rest.ts';
import type { Endpoint } from './rest-request.ts';
import type { World } from './world.ts';

export interface ServerParts {
  world: World;
  endpoints: Record<string, Endpoint>;
  faults: Faults;
  log: RequestLog;
  rates: RateLimits;
  oauth: OauthServer;
  checkAnswers: boolean;
  /** Answers `/_simulator/...`. */
  control(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** One exchange on its way through. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  entry: LoggedRequest;
}

/** The answer of REST or GraphQL, errors included. */
export async function answerApi(parts: ServerParts, fault: Fault | null, it: Exchange): Promise<HttpAnswer> {
  try {
    const body = await readJson(it.request);
    if (it.request.headers['user-agent'] === undefined) {
      throw new HttpError(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      );
    }
    const signingIn = parts.oauth.answer(it.entry.method, it.url, body);
    if (signingIn !== null) return signingIn;
    const caller =
      parts.oauth.caller(it.request.headers.authorization) ??
      authenticate(parts.world.state, it.request.headers.authorization, new Date(parts.world.now()));
    if (it.url.pathname === '/api/graphql') return await answerGraphqlCall(parts, fault, it, caller, body);
    const violate = (operation: string | null, problem: string): void => note(parts.log, it, operation, problem);
    if (!it.url.pathname.startsWith('/api/v3/')) {
      violate(null, 'neither REST, GraphQL nor git');
      throw new HttpError(404, 'Not Found');
    }
    const { world, endpoints, checkAnswers } = parts;
    if (!charged(parts, it, 'core', 1)) throw new HttpError(403, 'API rate limit exceeded for installation.');
    const operation = (id: string): void => {
      it.entry.operation = id;
    };
    const call = { method: it.entry.method, url: it.url, headers: it.request.headers, body, caller };
    return await answerRest(call, { world, endpoints, checkAnswers, violate, operation });
  } catch (error) {
    if (error instanceof HttpError) return errorAnswer(error);
    throw error;
  }
}

async function answerGraphqlCall(
  parts: ServerParts,
  fault: Fault | null,
  it: Exchange,
  caller: Caller,
  body: unknown,
): Promise<HttpAnswer> {
  it.entry.operation = 'graphql';
  if (it.entry.method !== 'POST') throw new HttpError(404, 'Not Found');
  if (caller.kind === 'nobody') throw new HttpError(401, 'This endpoint requires you to be authenticated.');
  if (caller.kind !== 'installation') throw new HttpError(403, 'Resource not accessible by integration');
  const { query, variables, operationName } = (body ?? {}) as {
    query?: string;
    variables?: object;
    operationName?: string;
  };
  if (typeof query !== 'string') throw new HttpError(400, 'A query attribute must be specified and must be a string.');
  const call = { query, variables: { ...variables }, operationName };
  const answer = await answerGraphql(parts.world, caller, call, {
    violate: (problem) => note(parts.log, it, 'graphql', problem),
    charge: ({ cost, nodes }, asked) => {
      Object.assign(it.entry, { nodes, asked });
      return charged(parts, it, 'graphql', cost) ? parts.rates.stand(it.entry.installationId, 'graphql') : null;
    },
  });
  const value = fault?.kind === 'graphql' ? withFault(answer, fault) : answer;
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    content: Buffer.from(JSON.stringify(value)),
  };
}

function charged({ rates }: ServerParts, { entry }: Exchange, resource: Resource, points: number): boolean {
  const enough = rates.charge(entry.installationId, resource, points);
  if (enough && entry.installationId !== null) entry.points = points;
  return enough;
}

function note(log: RequestLog, it: Exchange, operation: string | null, problem: string): void {
  log.violations.push({ method: it.entry.method, path: it.entry.path, operation, problem });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'Problems parsing JSON');
  }
}

export function errorAnswer(error: HttpError): HttpAnswer {
  const body = {
    message: error.message,
    ...(error.errors === undefined ? {} : { errors: error.errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(error.status),
  };
  return {
    status: error.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    content: Buffer.from(JSON.stringify(body)),
  };
}

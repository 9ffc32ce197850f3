import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { authenticate, type Caller } from './authentication.ts';
import type { Fault, Faults } from './faults.ts';
import { answerGit, authorizeGit, gitCall } from './git-http.ts';
import { answerGraphql, withFault } from './graphql.ts';
import { HttpError } from './http-error.ts';
import type { LoggedRequest, RequestLog } from './request-log.ts';
import { answerRest, type HttpAnswer } from './rest.ts';
import type { Endpoint } from './rest-request.ts';
import type { State } from './state.ts';
import type { World } from './world.ts';

export interface ServerParts {
  world: World;
  endpoints: Record<string, Endpoint>;
  faults: Faults;
  log: RequestLog;
  checkAnswers: boolean;
  /** Answers `/_simulator/...`. */
  control(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
}

/** One exchange on its way through. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  entry: LoggedRequest;
}

export function simulatorServer(parts: ServerParts): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', parts.world.address);
    const answered = url.pathname.startsWith('/_simulator/')
      ? parts.control(request, response, url)
      : exchange(parts, request, response, url);
    answered.catch((error: unknown) => {
      parts.log.violations.push({
        method: request.method ?? '',
        path: url.pathname,
        operation: null,
        problem: `the simulator failed: ${error instanceof Error ? error.stack : String(error)}`,
      });
      if (!response.headersSent) send(response, errorAnswer(new HttpError(500, 'The simulator failed')));
    });
  });
}

async function exchange(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const start = performance.now();
  const entry: LoggedRequest = {
    at: parts.world.now(),
    method: request.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    operation: null,
    installationId: null,
    status: 0,
    fault: null,
    durationMs: 0,
  };
  parts.log.requests.push(entry);
  entry.installationId = installationOf(parts.world.state, request.headers.authorization);
  const fault = parts.faults.take({ method: entry.method, path: url.pathname, installationId: entry.installationId });
  entry.fault = fault?.kind ?? null;
  await withinFault(parts, fault, { request, response, url, entry });
  entry.durationMs = Math.round(performance.now() - start);
}

async function withinFault(parts: ServerParts, fault: Fault | null, it: Exchange): Promise<void> {
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault?.kind === 'reset' && fault.when === 'before') {
    it.request.socket.destroy();
    return;
  }
  if (fault?.kind === 'status') {
    const answer = errorAnswer(new HttpError(fault.status, fault.message));
    finish(it, { ...answer, headers: { ...answer.headers, ...fault.headers } });
    return;
  }
  const git = gitCall(it.url.pathname);
  if (git !== null) {
    await answerGitCall(parts, it, git);
    return;
  }
  const answer = await answerApi(parts, fault, it);
  if (fault?.kind === 'reset') it.request.socket.destroy();
  else finish(it, answer);
}

function installationOf(state: State, header: string | undefined): number | null {
  const [scheme = '', credentials = ''] = (header ?? '').split(' ');
  const text = /^basic$/i.test(scheme) ? Buffer.from(credentials, 'base64').toString().split(':')[1] : credentials;
  return state.tokens.get(text ?? '')?.installation.id ?? null;
}

async function answerGitCall(
  { world }: ServerParts,
  it: Exchange,
  call: NonNullable<ReturnType<typeof gitCall>>,
): Promise<void> {
  it.entry.operation = 'git';
  try {
    const caller = authenticate(world.state, it.request.headers.authorization, new Date(world.now()));
    const directory = authorizeGit(world, caller, call, it.url);
    it.entry.status = await answerGit(it.request, it.response, directory, call.rest, it.url);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const challenge: Record<string, string> =
      error.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    finish(it, {
      status: error.status,
      headers: { 'content-type': 'text/plain', ...challenge },
      content: Buffer.from(error.message),
    });
  }
}

async function answerApi(parts: ServerParts, fault: Fault | null, it: Exchange): Promise<HttpAnswer> {
  try {
    const body = await readJson(it.request);
    if (it.request.headers['user-agent'] === undefined) {
      throw new HttpError(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      );
    }
    const caller = authenticate(parts.world.state, it.request.headers.authorization, new Date(parts.world.now()));
    if (it.url.pathname === '/api/graphql') return await answerGraphqlCall(parts, fault, it, caller, body);
    const violate = (operation: string | null, problem: string): void => note(parts.log, it, operation, problem);
    if (!it.url.pathname.startsWith('/api/v3/')) {
      violate(null, 'neither REST, GraphQL nor git');
      throw new HttpError(404, 'Not Found');
    }
    const { world, endpoints, checkAnswers } = parts;
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
  if (caller.kind === 'app') throw new HttpError(403, 'Resource not accessible by integration');
  const { query, variables, operationName } = (body ?? {}) as {
    query?: string;
    variables?: object;
    operationName?: string;
  };
  if (typeof query !== 'string') throw new HttpError(400, 'A query attribute must be specified and must be a string.');
  const call = { query, variables: { ...variables }, operationName };
  const answer = await answerGraphql(parts.world, caller, call, (problem) => note(parts.log, it, 'graphql', problem));
  const value = fault?.kind === 'graphql' ? withFault(answer, fault) : answer;
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    content: Buffer.from(JSON.stringify(value)),
  };
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

function errorAnswer(error: HttpError): HttpAnswer {
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

function finish({ response, entry }: Exchange, answer: HttpAnswer): void {
  entry.status = answer.status;
  send(response, answer);
}

/** GitHub tells the rate limit with every answer. */
function send(response: ServerResponse, { status, headers, content }: HttpAnswer): void {
  const reset = String(Math.ceil(Date.now() / 1000) + 3600);
  response.writeHead(status, {
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-used': '1',
    'x-ratelimit-reset': reset,
    'x-ratelimit-resource': 'core',
    ...headers,
  });
  response.end(content);
}

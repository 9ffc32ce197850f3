import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerApi, type Exchange, errorAnswer, type ServerParts } from './answer-api.ts';
import { authenticate } from './authentication.ts';
import type { Fault } from './faults.ts';
import { answerGit, authorizeGit, gitCall } from './git-http.ts';
import { HttpError } from './http-error.ts';
import { rateHeaders } from './rate-limits.ts';
import type { LoggedRequest } from './request-log.ts';
import type { HttpAnswer } from './rest.ts';
import type { State } from './state.ts';

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
    points: 0,
    asked: '',
    nodes: 0,
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
    finish(parts, it, { ...answer, headers: { ...answer.headers, ...fault.headers } });
    return;
  }
  const git = gitCall(it.url.pathname);
  if (git !== null) {
    await answerGitCall(parts, it, git);
    return;
  }
  const answer = await answerApi(parts, fault, it);
  if (fault?.kind === 'reset') it.request.socket.destroy();
  else finish(parts, it, answer);
}

function installationOf(state: State, header: string | undefined): number | null {
  const [scheme = '', credentials = ''] = (header ?? '').split(' ');
  const text = /^basic$/i.test(scheme) ? Buffer.from(credentials, 'base64').toString().split(':')[1] : credentials;
  return state.tokens.get(text ?? '')?.installation.id ?? null;
}

async function answerGitCall(
  parts: ServerParts,
  it: Exchange,
  call: NonNullable<ReturnType<typeof gitCall>>,
): Promise<void> {
  const { world } = parts;
  it.entry.operation = 'git';
  try {
    const caller = authenticate(world.state, it.request.headers.authorization, new Date(world.now()));
    const directory = authorizeGit(world, caller, call, it.url);
    it.entry.status = await answerGit(it.request, it.response, directory, call.rest, it.url);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    const challenge: Record<string, string> =
      error.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    finish(parts, it, {
      status: error.status,
      headers: { 'content-type': 'text/plain', ...challenge },
      content: Buffer.from(error.message),
    });
  }
}

/** GitHub tells the rate limit with every answer. */
function finish({ rates }: ServerParts, { response, entry }: Exchange, answer: HttpAnswer): void {
  entry.status = answer.status;
  const rate = rates.stand(entry.installationId, entry.operation === 'graphql' ? 'graphql' : 'core');
  send(response, { ...answer, headers: { ...rateHeaders(rate), ...answer.headers } });
}

function send(response: ServerResponse, { status, headers, content }: HttpAnswer): void {
  response.writeHead(status, { 'x-github-media-type': 'github.v3; format=json', ...headers });
  response.end(content);
}

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Caller } from './authentication.ts';
import { findRepository } from './find-in-state.ts';
import { gitEnvironment } from './git-process.ts';
import { HttpError, notFound } from './http-error.ts';
import { demand, sees } from './rest-request.ts';
import type { World } from './world.ts';

export interface GitCall {
  owner: string;
  name: string;
  /** `/info/refs` or `/git-upload-pack`. */
  rest: string;
}

/** null: not an address of a repository. */
export function gitCall(pathname: string): GitCall | null {
  const found = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(\/info\/refs|\/git-(?:upload|receive)-pack)$/.exec(pathname);
  const [, owner, name, rest] = found ?? [];
  return owner === undefined || name === undefined || rest === undefined ? null : { owner, name, rest };
}

/** @throws HttpError where the caller may not read the repository. */
export function authorizeGit(world: World, caller: Caller, call: GitCall, url: URL): string {
  const repository = findRepository(world.state, call.owner, call.name);
  if (repository !== undefined && !sees(caller, repository) && caller.kind === 'nobody') {
    throw new HttpError(401, 'Repository not found.');
  }
  if (repository === undefined || !sees(caller, repository)) throw notFound();
  if (`${call.rest}${url.search}`.includes('git-receive-pack'))
    throw new HttpError(403, 'The simulator takes no pushes.');
  demand(caller, 'contents:read', repository);
  return repository.git.directory;
}

let backend: string | undefined;

/** Where git keeps its CGI program. */
export function gitHttpBackend(): string {
  if (backend === undefined) {
    const folder = spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout?.trim() ?? '';
    const path = join(folder, 'git-http-backend');
    if (folder === '' || !existsSync(path)) {
      throw new Error(`git has no git-http-backend here (looked for ${path}): install git with its HTTP server part`);
    }
    backend = path;
  }
  return backend;
}

/** Lets `git http-backend` answer; resolves with the status when the answer is complete. */
export function answerGit(
  request: IncomingMessage,
  response: ServerResponse,
  directory: string,
  rest: string,
  url: URL,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(gitHttpBackend(), [], {
      env: { ...gitEnvironment, ...cgiVariables(request, directory, rest, url) },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let head: Buffer | null = Buffer.alloc(0);
    child.on('error', reject);
    child.stdin.on('error', () => undefined);
    request.pipe(child.stdin);
    response.on('close', () => child.kill());
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === null) {
        response.write(chunk);
        return;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      writeHead(response, head.subarray(0, end).toString());
      response.write(head.subarray(end + 4));
      head = null;
    });
    child.on('close', () => {
      if (head !== null) response.statusCode = 500;
      response.end(() => resolve(response.statusCode));
      if (response.destroyed) resolve(response.statusCode);
    });
  });
}

function writeHead(response: ServerResponse, head: string): void {
  for (const line of head.split('\r\n')) {
    const [name = '', value = ''] = line.split(/:\s*(.*)/);
    if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
}

function cgiVariables(request: IncomingMessage, directory: string, rest: string, url: URL): Record<string, string> {
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    GIT_PROJECT_ROOT: directory,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: rest,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method ?? 'GET',
    CONTENT_TYPE: header('content-type'),
    REMOTE_ADDR: '127.0.0.1',
    SERVER_PROTOCOL: 'HTTP/1.1',
    GIT_PROTOCOL: header('git-protocol'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: header('content-length') }),
  };
}

import { createHash } from 'node:crypto';
import type { Caller } from './authentication.ts';
import { checkRequest } from './check-request.ts';
import { matchOperation } from './description.ts';
import { findRepository } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import { type Offer, offerIn, takeOffer } from './rest-preview.ts';
import { demand, type Endpoint, type RestAnswer, type RestRequest, sees, threadFor } from './rest-request.ts';
import { checkSchema } from './schema-check.ts';
import { labelShape } from './shape-repository.ts';
import type { Repository } from './state.ts';
import type { World } from './world.ts';

export interface RestCall {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  caller: Caller;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  content: Buffer;
}

export interface RestOptions {
  world: World;
  endpoints: Record<string, Endpoint>;
  /** Hold answers against the description as well: slow, for the simulator's own tests. */
  checkAnswers: boolean;
  violate(operation: string | null, problem: string): void;
  operation(id: string): void;
}

/** Answers one REST request as GitHub would, or says why GitHub's description does not allow it. */
export async function answerRest(call: RestCall, options: RestOptions): Promise<HttpAnswer> {
  const { world, violate } = options;
  const pathname = call.url.pathname.replace(/^\/api\/v3/, '');
  const match = matchOperation(call.method, pathname);
  if (match === null) {
    violate(null, `GitHub describes no ${call.method} ${pathname}`);
    throw notFound();
  }
  const id = match.operation.operationId;
  options.operation(id);
  const endpoint = options.endpoints[id];
  if (endpoint === undefined) {
    violate(id, `${id} is not simulated`);
    throw new HttpError(501, `The simulator does not answer ${id} (${call.method} ${pathname})`);
  }
  const offer = offerIn(id, call.body);
  if (offer !== null && world.state.preview === 'off') throw new HttpError(422, 'Invalid request.');
  const given = offer?.plain ?? call.body;
  const checked = checkRequest(match, call.url.searchParams, given);
  if (checked.problems.length > 0) {
    for (const problem of checked.problems) violate(id, problem);
    throw new HttpError(422, `Not as GitHub describes ${id}: ${checked.problems.join('; ')}`);
  }
  demand(call.caller, endpoint.need, pathRepository(world, call.caller, checked.path));
  const body = (given ?? {}) as Record<string, unknown>;
  const { method, headers, caller } = call;
  const request = { world, caller, method, headers, body, path: checked.path, query: checked.query };
  const answer = await (offer === null || world.state.preview === 'unknown'
    ? endpoint.handle(request)
    : offered(request, offer));
  return toHttp(call, checked.query, answer, (status, value) => {
    if (!options.checkAnswers) return;
    const schema = match.operation.responses?.[String(status)]?.content?.['application/json']?.schema;
    const problem = schema === undefined ? null : checkSchema(schema, value, 'response');
    if (problem !== null) violate(id, `the simulator's own answer: ${problem}`);
  });
}

/** The answer tells the issue as it stands, which an offer does not change. */
function offered(request: RestRequest, offer: Offer): RestAnswer {
  const thread = threadFor(request);
  takeOffer(request.world, thread, offer);
  return { status: 200, body: thread.labels.map((made) => labelShape(request.world, made)) };
}

/** What the caller may not see is not found, whatever it wants to do there. */
function pathRepository(world: World, caller: Caller, path: Record<string, string | number>): Repository | undefined {
  if (path.owner === undefined || path.repo === undefined) return undefined;
  const found = findRepository(world.state, String(path.owner), String(path.repo));
  if (caller.kind === 'app') return undefined;
  if (found === undefined || !sees(caller, found)) throw notFound();
  return found;
}

function toHttp(
  call: RestCall,
  query: Record<string, unknown>,
  answer: RestAnswer,
  check: (status: number, value: unknown) => void,
): HttpAnswer {
  if (answer.raw !== undefined) {
    return { status: answer.status, headers: { 'content-type': answer.raw.type }, content: answer.raw.content };
  }
  const headers: Record<string, string> = { ...answer.headers };
  let value = answer.body;
  if (answer.list !== undefined) {
    const page = pageOf(answer.list.items, query);
    if (page.last > 1) headers.link = linkHeader(call.url, page.number, page.last);
    value = answer.list.wrap === undefined ? page.items : answer.list.wrap(page.items);
  }
  if (value === undefined) return { status: answer.status, headers, content: Buffer.alloc(0) };
  check(answer.status, value);
  const content = Buffer.from(JSON.stringify(value));
  headers['content-type'] = 'application/json; charset=utf-8';
  if (call.method !== 'GET') return { status: answer.status, headers, content };
  headers.etag = `W/"${createHash('sha256').update(content).digest('hex')}"`;
  const known = String(call.headers['if-none-match'] ?? '').split(/,\s*/);
  if (known.includes(headers.etag)) return { status: 304, headers, content: Buffer.alloc(0) };
  return { status: answer.status, headers, content };
}

const usualPage = 30;
const largestPage = 100;

function pageOf(items: unknown[], query: Record<string, unknown>): { items: unknown[]; number: number; last: number } {
  const size = Math.max(1, Math.min(largestPage, Number(query.per_page ?? usualPage)));
  const number = Math.max(1, Number(query.page ?? 1));
  return { items: items.slice((number - 1) * size, number * size), number, last: Math.ceil(items.length / size) };
}

function linkHeader(url: URL, page: number, last: number): string {
  const to = (number: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    return `<${target.href}>; rel="${rel}"`;
  };
  return [
    ...(page > 1 ? [to(page - 1, 'prev')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
    ...(page > 1 ? [to(1, 'first')] : []),
  ].join(', ');
}

import { fields, list, text } from './payload-fields.ts';

/** What GitHub says of its limits, in headers and in errors. */

export type Resource = 'graphql' | 'rest';

/** An hourly limit and what is left of it. */
export interface Rate {
  limit: number;
  remaining: number;
  /** In milliseconds, as the clock counts. */
  resetAt: number;
}

/** Asked along with a query, so that its price is known. */
export const RATE_LIMIT = 'rateLimit { limit cost remaining resetAt }';

/** What a query has cost; null where it did not ask. */
export function costOf(answer: unknown): number | null {
  const { cost } = fields(fields(fields(fields(answer).data).data).rateLimit);
  return typeof cost === 'number' ? cost : null;
}

/** How the limit stands after an answer or an error; null where it does not tell, as one of a server without limits. */
export function rateAfter(answer: unknown): Rate | null {
  const { limit, remaining, resetAt } = fields(fields(fields(fields(answer).data).data).rateLimit);
  if (typeof limit === 'number' && typeof remaining === 'number' && typeof resetAt === 'string') {
    return { limit, remaining, resetAt: Date.parse(resetAt) };
  }
  return rateOf(headersOf(answer));
}

function headersOf(answer: unknown): Record<string, unknown> {
  const { response, headers } = fields(answer);
  return fields(fields(response).headers ?? headers);
}

function rateOf(headers: unknown): Rate | null {
  const {
    'x-ratelimit-limit': limit,
    'x-ratelimit-remaining': remaining,
    'x-ratelimit-reset': reset,
  } = fields(headers);
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  const rate = { limit: Number(limit), remaining: Number(remaining), resetAt: Number(reset) * 1000 };
  return Object.values(rate).every(Number.isFinite) ? rate : null;
}

/** `hourly`: of one resource, used up until a given time. `secondary`: of all, for having asked too much at once. */
export interface Limit {
  kind: 'hourly' | 'secondary';
  /** null: GitHub does not say. */
  waitMs: number | null;
}

/** Where the clocks differ, the time that GitHub names may seem to be over. */
const LEAST_WAIT_MS = 5000;

/** The limit that an error of the client library, or an answer of GraphQL, speaks of; null where it speaks of none. */
export function limitIn(failure: unknown, now: number): Limit | null {
  const { status, response, errors, data } = fields(failure);
  const headers = headersOf(failure);
  const retryAfter = Number(headers['retry-after']);
  const waitMs = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter * 1000 : null;
  const rate = rateOf(headers);
  const usedUp = rate?.remaining === 0;
  const said = [errors, fields(data).errors, fields(fields(response).data).errors].flatMap(list);
  if (said.some((error) => text(fields(error).type) === 'RATE_LIMITED') || (isRefusal(status) && usedUp)) {
    return { kind: 'hourly', waitMs: rate === null ? waitMs : Math.max(LEAST_WAIT_MS, rate.resetAt - now) };
  }
  if (!isRefusal(status)) return null;
  const isLimit = status === 429 || waitMs !== null || /rate limit|abuse/i.test(text(fields(failure).message));
  return isLimit ? { kind: 'secondary', waitMs } : null;
}

function isRefusal(status: unknown): boolean {
  return status === 403 || status === 429;
}

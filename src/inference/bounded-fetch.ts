import { setTimeout as sleep } from 'node:timers/promises';
import { ModelError } from './model-error.ts';
import { readBounded } from './read-bounded.ts';
import { loadingMs, retryAfterMs } from './retry-after.ts';

export interface FetchBounds {
  signal: AbortSignal;
  /** When `signal` will fire, in milliseconds. */
  deadline: number;
  clock: () => Date;
  /** Changes what the server answered to what the client of Hugging Face expects. */
  reshape: (answer: unknown) => unknown;
}

/** Token vectors of 32 texts can take more; then they are asked for in smaller batches. */
const ANSWER_BYTES = 16 * 1024 * 1024;
const ERROR_BYTES = 64 * 1024;
const RETRY_MS = 500;

/**
 * A `fetch` for the client of Hugging Face, which bounds nothing itself: limited in time and size, no redirects (they
 * would take texts elsewhere), JSON only, repeated once where the server is busy. Every failure is a ModelError.
 */
export function boundedFetch(bounds: FetchBounds): typeof fetch {
  return async (input, init) => {
    const request: RequestInit = { ...init, signal: bounds.signal, redirect: 'manual' };
    const first = await answerOf(await fetch(input, request), bounds);
    if (first.ok) return first.response;
    if (first.retryMs === null || bounds.clock().getTime() + first.retryMs >= bounds.deadline) throw first.error;
    await sleep(first.retryMs, undefined, { signal: bounds.signal });
    const second = await answerOf(await fetch(input, request), bounds);
    if (second.ok) return second.response;
    throw second.error;
  };
}

type Answer = { ok: true; response: Response } | { ok: false; error: ModelError; retryMs: number | null };

async function answerOf(response: Response, { clock, reshape }: FetchBounds): Promise<Answer> {
  const { status } = response;
  if (response.ok) {
    const answer = jsonOf(await readBounded(response, ANSWER_BYTES));
    if (answer === undefined) throw new ModelError('invalid', 'the answer is not JSON', { status });
    return { ok: true, response: Response.json(reshape(answer)) };
  }
  const isBusy = status === 429 || status >= 500;
  const body = jsonOf(await readBounded(response, ERROR_BYTES).catch(() => ''));
  const asked = retryAfterMs(response.headers.get('retry-after'), clock().getTime()) ?? loadingMs(body);
  return {
    ok: false,
    error: new ModelError(isInput(status) ? 'input' : 'failed', reasonOf(status), {
      status,
      ...(isBusy && asked !== null ? { leaveAloneMs: asked } : {}),
    }),
    retryMs: isBusy ? (asked ?? RETRY_MS) : null,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isInput(status: number): boolean {
  return status === 400 || status === 413 || status === 422;
}

function reasonOf(status: number): string {
  if (status >= 300 && status < 400) return 'the server redirects, which is not followed';
  if (status === 401 || status === 403) return 'the token is missing, wrong or may not use this model: see HF_TOKEN';
  if (status === 402) return 'the account has no credit left';
  if (status === 404 || status === 405)
    return 'no such model or address: see the names of the models and HF_ENDPOINT_URL';
  if (status === 424) return 'the model at this address is not made for this task';
  if (status === 429) return 'the server has too much to do or the rate is limited';
  if (status === 503) return 'the model is not loaded or the server is down';
  if (isInput(status)) return 'the server does not take what it was sent';
  return status >= 500 ? 'the server failed' : 'the server refused';
}

/** What is asked, as far as a fault may choose by it. */
export interface FaultTarget {
  method: string;
  /** Without query. */
  path: string;
  installationId: number | null;
}

export type Fault =
  | { kind: 'status'; status: number; message: string; headers: Record<string, string> }
  /** Answers as usual, but later. */
  | { kind: 'slow'; ms: number }
  /** The connection breaks; `after`: when the request has taken effect. */
  | { kind: 'reset'; when: 'before' | 'after' }
  /** GraphQL: the answer comes with this error and null at the path. */
  | { kind: 'graphql'; message: string; type: string; path: (string | number)[] };

export interface FaultOptions {
  /** How many requests it hits; one where nothing is said. */
  times?: number;
  /** Which requests; all where nothing is said. */
  where?: (target: FaultTarget) => boolean;
}

export interface Faults {
  serverError(status: 500 | 502 | 503, options?: FaultOptions): void;
  /** 403 until `resetInSeconds` from now, with nothing remaining. */
  primaryRateLimit(options?: FaultOptions & { resetInSeconds?: number }): void;
  secondaryRateLimit(options?: FaultOptions & { status?: 403 | 429; retryAfterSeconds?: number }): void;
  /** As a server that does not have what is asked for. */
  notFound(options?: FaultOptions): void;
  slow(ms: number, options?: FaultOptions): void;
  reset(when: 'before' | 'after', options?: FaultOptions): void;
  expiredToken(options?: FaultOptions): void;
  graphqlError(error: { message: string; type?: string; path?: (string | number)[] }, options?: FaultOptions): void;
  /** Every request breaks until it is switched off. */
  outage(on: boolean): void;
  clear(): void;
  /** For the server: the fault that hits this request, if any; it counts as used. */
  take(target: FaultTarget): Fault | null;
}

export function faultControl(now: () => Date): Faults {
  let planned: { fault: Fault; left: number; where: (target: FaultTarget) => boolean }[] = [];
  let out = false;

  function plan(fault: Fault, { times = 1, where = () => true }: FaultOptions = {}): void {
    planned.push({ fault, left: times, where });
  }

  return {
    serverError: (status, options) => plan(statusFault(status, 'Server Error'), options),
    primaryRateLimit: (options) => plan(primaryLimit(now(), options?.resetInSeconds ?? 2), options),
    secondaryRateLimit: (options) =>
      plan(secondaryLimit(options?.status ?? 403, options?.retryAfterSeconds ?? 1), options),
    notFound: (options) => plan(statusFault(404, 'Not Found'), options),
    slow: (ms, options) => plan({ kind: 'slow', ms }, options),
    reset: (when, options) => plan({ kind: 'reset', when }, options),
    expiredToken: (options) => plan(statusFault(401, 'Bad credentials'), options),
    graphqlError: ({ message, type = 'INTERNAL', path = [] }, options) =>
      plan({ kind: 'graphql', message, type, path }, { where: ({ path: at }) => at === '/api/graphql', ...options }),
    outage: (on) => {
      out = on;
    },
    clear: () => {
      planned = [];
      out = false;
    },
    take: (target) => {
      if (out) return { kind: 'reset', when: 'before' };
      const hit = planned.find(({ left, where }) => left > 0 && where(target));
      if (hit === undefined) return null;
      hit.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return hit.fault;
    },
  };
}

function statusFault(status: number, message: string, headers: Record<string, string> = {}): Fault {
  return { kind: 'status', status, message, headers };
}

function primaryLimit(now: Date, resetInSeconds: number): Fault {
  const reset = String(Math.ceil(now.getTime() / 1000) + resetInSeconds);
  return statusFault(403, 'API rate limit exceeded for installation ID 1.', {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-used': '5000',
    'x-ratelimit-reset': reset,
    'x-ratelimit-resource': 'core',
  });
}

function secondaryLimit(status: 403 | 429, retryAfterSeconds: number): Fault {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.';
  return statusFault(status, message, { 'retry-after': String(retryAfterSeconds) });
}

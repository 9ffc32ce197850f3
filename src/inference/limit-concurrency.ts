export type RunLimited = <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result>;

/** Runs at most so many at a time, the rest in the order they came; one that is aborted while it waits is not run. */
export function limitConcurrency(limit: number): RunLimited {
  let running = 0;
  const waiting = new Set<() => void>();

  function startNext(): void {
    const [next] = waiting;
    if (next === undefined || running >= limit) return;
    waiting.delete(next);
    running++;
    next();
  }

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        waiting.delete(start);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      waiting.add(start);
      startNext();
    });
  }

  return async (work, signal) => {
    await turn(signal);
    try {
      return await work();
    } finally {
      running--;
      startNext();
    }
  };
}

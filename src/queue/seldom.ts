/** Calls through at most once in so many milliseconds: a server that is away fails many times a second. */
export function seldom<Args extends unknown[]>(
  everyMs: number,
  call: (...args: Args) => void,
): (...args: Args) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (...args) => {
    const now = performance.now();
    if (now - last < everyMs) return;
    last = now;
    call(...args);
  };
}

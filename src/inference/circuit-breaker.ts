export interface BreakerSettings {
  /** Failures in a row after which nothing is asked for a while. */
  failures: number;
  pauseMs: number;
}

/** Spares a server that is down, and those who would wait for it. Times are in milliseconds. */
export interface CircuitBreaker {
  /** Whether to ask now; after a pause one is let through to try, and the others wait for what becomes of it. */
  mayAsk(now: number): boolean;
  /** True where a pause ends with it. */
  succeeded(): boolean;
  /** True where the pause begins with this failure. The server may have said itself how long to leave it alone. */
  failed(now: number, leaveAloneMs?: number): boolean;
  /** What was let through was never asked. */
  notAsked(): void;
}

/** A server does not get to silence itself for good. */
const LONGEST_PAUSE_MS = 3_600_000;

export function circuitBreaker({ failures, pauseMs }: BreakerSettings): CircuitBreaker {
  let inARow = 0;
  let pausedUntil: number | null = null;
  let trying = false;
  return {
    mayAsk(now) {
      if (pausedUntil === null) return true;
      if (now < pausedUntil || trying) return false;
      trying = true;
      return true;
    },
    succeeded() {
      const wasPaused = pausedUntil !== null;
      inARow = 0;
      pausedUntil = null;
      trying = false;
      return wasPaused;
    },
    failed(now, leaveAloneMs = 0) {
      inARow++;
      const wasPaused = pausedUntil !== null;
      trying = false;
      if (inARow < failures && leaveAloneMs === 0 && !wasPaused) return false;
      pausedUntil = now + Math.min(LONGEST_PAUSE_MS, Math.max(leaveAloneMs, inARow < failures ? 0 : pauseMs));
      return !wasPaused;
    },
    notAsked() {
      trying = false;
    },
  };
}

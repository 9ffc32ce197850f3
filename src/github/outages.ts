import { PutOffError } from '../domain/put-off-error.ts';
import { statusOf } from './github-error.ts';

/** Whether GitHub answers each installation at all, as far as its last requests tell. */
export interface Outages {
  /**
   * @throws PutOffError while GitHub does not answer. `probe`: this one request, which may, is to find out whether it is
   * back, and others are put off meanwhile.
   */
  pass(installationId: number, mayProbe: boolean): { probe: boolean };
  /** Takes note of an answer or an error. */
  heed(installationId: number, answer: unknown): void;
}

/** So many in a row, each tried several times by the library, are no mishap of a single request. */
const FAILURES_OF_OUTAGE = 4;
const AWAY_MS = { first: 5_000, most: 60_000 };
/** As long as a request may take to find out. */
const PROBE_MS = 30_000;
/** So that thousands of jobs do not come back in the same moment, again and again. */
const APART_MS = { each: 200, most: 10 * 60_000 };

export function outages(now: () => number): Outages {
  const standings = new Map<number, { failures: number; awayUntil: number; putOff: number }>();

  function pass(installationId: number, mayProbe: boolean): { probe: boolean } {
    const standing = standings.get(installationId);
    if (standing === undefined || standing.failures < FAILURES_OF_OUTAGE) return { probe: false };
    const awayMs = standing.awayUntil - now();
    if (awayMs > 0) {
      const apartMs = Math.min(APART_MS.most, APART_MS.each * standing.putOff++);
      throw new PutOffError('GitHub does not answer', awayMs + apartMs);
    }
    if (mayProbe) Object.assign(standing, { awayUntil: now() + PROBE_MS, putOff: 0 });
    return { probe: mayProbe };
  }

  function heed(installationId: number, answer: unknown): void {
    if (!isFailure(answer)) {
      standings.delete(installationId);
      return;
    }
    const failures = (standings.get(installationId)?.failures ?? 0) + 1;
    const awayMs = Math.min(AWAY_MS.most, AWAY_MS.first * 2 ** Math.max(0, failures - FAILURES_OF_OUTAGE));
    standings.set(installationId, { failures, awayUntil: now() + awayMs, putOff: 0 });
  }

  return { pass, heed };
}

/** The client library gives 500 to what was not answered at all. */
export function isFailure(answer: unknown): boolean {
  return answer instanceof Error && (statusOf(answer) ?? 0) >= 500;
}

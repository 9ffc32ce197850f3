import { PutOffError } from '../domain/put-off-error.ts';
import { costOf, limitIn, type Rate, type Resource, rateAfter } from './limit-answer.ts';

/** What the limits of GitHub allow each installation, as far as its answers tell. */
export interface ApiLimits {
  /** @throws PutOffError while GitHub wants to be left alone. */
  pass(installationId: number, resource: Resource): void;
  /** Takes note of an answer or an error; @throws PutOffError where it speaks of a limit. */
  heed(installationId: number, resource: Resource, answer: unknown): void;
  /** @throws PutOffError where one more such query as the last would leave less of GraphQL than the reserve. */
  keepReserve(installationId: number): void;
}

/** GitHub asks for a minute at least where it names no time, and for more each time it has to say so again. */
const UNKNOWN_WAIT_MS = { first: 60_000, most: 15 * 60_000 };
/** So that a clock that is a little ahead does not ask too early. */
const MARGIN_MS = 1000;

interface Standing {
  closedUntil: Record<Resource, number>;
  /** Refusals in a row that named no time. */
  strikes: number;
  graphql: Rate | null;
  /** Points of the last query that asked for its price. */
  cost: number;
}

/** `reserve`: share of the hourly limit that only live work may use. */
export function apiLimits({ reserve, now }: { reserve: number; now: () => number }): ApiLimits {
  const standings = new Map<number, Standing>();

  function standingOf(installationId: number): Standing {
    const known = standings.get(installationId);
    if (known !== undefined) return known;
    const standing: Standing = { closedUntil: { graphql: 0, rest: 0 }, strikes: 0, graphql: null, cost: 1 };
    standings.set(installationId, standing);
    return standing;
  }

  function pass(installationId: number, resource: Resource): void {
    const waitMs = standingOf(installationId).closedUntil[resource] - now();
    if (waitMs > 0) throw putOff(waitMs);
  }

  function heed(installationId: number, resource: Resource, answer: unknown): void {
    const standing = standingOf(installationId);
    const limit = limitIn(answer, now());
    if (resource === 'graphql') {
      standing.graphql = rateAfter(answer) ?? standing.graphql;
      standing.cost = costOf(answer) ?? standing.cost;
    }
    if (limit === null) {
      if (!(answer instanceof Error)) standing.strikes = 0;
      return;
    }
    const waitMs = (limit.waitMs ?? unknownWait(standing.strikes++)) + MARGIN_MS;
    const closed: Resource[] = limit.kind === 'hourly' ? [resource] : ['graphql', 'rest'];
    for (const each of closed) standing.closedUntil[each] = Math.max(standing.closedUntil[each], now() + waitMs);
    throw putOff(waitMs);
  }

  function keepReserve(installationId: number): void {
    const { graphql, cost } = standingOf(installationId);
    if (graphql === null || graphql.resetAt <= now()) return;
    if (graphql.remaining - cost < graphql.limit * reserve) throw putOff(graphql.resetAt - now() + MARGIN_MS);
  }

  return { pass, heed, keepReserve };
}

function unknownWait(strikes: number): number {
  return Math.min(UNKNOWN_WAIT_MS.most, UNKNOWN_WAIT_MS.first * 2 ** strikes);
}

function putOff(waitMs: number): PutOffError {
  return new PutOffError(`GitHub wants no more of this for ${Math.ceil(waitMs / 1000)} s`, waitMs);
}

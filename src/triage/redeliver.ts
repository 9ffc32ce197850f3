import type { Clock, Log } from './ports.ts';
import type { Redelivery, WatchGitHub, WatchStore } from './watch-ports.ts';

export interface RedeliverPorts {
  github: Pick<WatchGitHub, 'failedDeliveries' | 'redeliver'>;
  store: Pick<WatchStore, 'readRedelivery' | 'saveRedelivery'>;
  clock: Clock;
  log: Log;
}

const DAY_MS = 86_400_000;
/** For so long GitHub keeps deliveries. */
const KEPT_MS = 3 * DAY_MS;
/** One that was on its way at the last look was not listed then. */
const OVERLAP_MS = 60_000;
/** GitHub spaces them by a second, and others want the worker too. */
const MOST_AT_ONCE = 100;
/** What fails so often is left to the sweep. */
const MOST_TRIES = 6;
const MINUTE_MS = 60_000;

export interface Redelivered {
  asked: number;
  /** When to see whether it worked, or to go on with the rest; null: nothing is left. */
  againInMs: number | null;
}

/** Has GitHub deliver again what failed since the last look. A delivery that arrives twice does nothing more. */
export async function redeliverFailed({ github, store, clock, log }: RedeliverPorts): Promise<Redelivered> {
  const known = await store.readRedelivery();
  const now = clock().getTime();
  if (Date.parse(known.restUntil ?? '') > now) return { asked: 0, againInMs: null };
  const listed = await github.failedDeliveries(sinceOf(known, now));
  if (listed === null) {
    log.info({}, 'this GitHub does not tell of its deliveries, what failed is found by the sweep');
    await store.saveRedelivery({ ...known, restUntil: new Date(now + DAY_MS).toISOString() });
    return { asked: 0, againInMs: null };
  }
  if (!listed.complete) log.warn({}, 'more deliveries than can be looked through, older ones are left to the sweep');
  const due = listed.failed.filter(({ guid }) => triesOf(known, guid) < MOST_TRIES);
  const asked = due.slice(0, MOST_AT_ONCE);
  for (const { id } of asked) await github.redeliver(id);
  const isAsked = new Set(asked.map(({ guid }) => guid));
  const tries = listed.failed.map(({ guid }) => [guid, triesOf(known, guid) + (isAsked.has(guid) ? 1 : 0)] as const);
  const left = due.length - asked.length;
  const lookedTo = (left > 0 ? asked.at(-1)?.deliveredAt : listed.newest) ?? known.lookedTo;
  await store.saveRedelivery({ lookedTo, tries: Object.fromEntries(tries), restUntil: null });
  if (asked.length > 0) log.info({ asked: asked.length, left }, 'failed deliveries asked for again');
  return { asked: asked.length, againInMs: left > 0 ? 1_000 : nextLook(asked.map(({ guid }) => triesOf(known, guid))) };
}

function sinceOf({ lookedTo }: Redelivery, now: number): string {
  const looked = lookedTo === null ? 0 : Date.parse(lookedTo) - OVERLAP_MS;
  return new Date(Math.max(looked, now - KEPT_MS)).toISOString();
}

function triesOf({ tries }: Redelivery, guid: string): number {
  return Object.hasOwn(tries, guid) ? (tries[guid] ?? 0) : 0;
}

/** Less and less often: what was down may still be so. */
function nextLook(triesBefore: number[]): number | null {
  return triesBefore.length === 0 ? null : MINUTE_MS * 5 ** Math.min(...triesBefore);
}

import type { ProbotOctokit } from 'probot';
import { statusOf } from './github-error.ts';

/** The latest attempt at a delivery, where it failed. */
export interface FailedDelivery {
  /** Of the attempt; a redelivery is asked for by it. */
  id: number;
  /** Of the delivery: each attempt has the same. */
  guid: string;
  /** ISO 8601 UTC. */
  deliveredAt: string;
}

export interface DeliveriesRead {
  /** The oldest first. */
  failed: FailedDelivery[];
  /** Of the latest attempt, whatever became of it; null where there was none. */
  newest: string | null;
  /** Whether all of them since then were looked through. */
  complete: boolean;
}

const MAX_PAGES = 100;

/** Deliveries since a time whose latest attempt failed; null where this GitHub does not tell of them. */
export async function failedDeliveries(app: ProbotOctokit, since: string): Promise<DeliveriesRead | null> {
  const latest = new Map<string, FailedDelivery & { ok: boolean }>();
  let newest: string | null = null;
  let pages = 0;
  const read = (complete: boolean): DeliveriesRead => ({ failed: failedOf([...latest.values()]), newest, complete });
  try {
    for await (const { data } of app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
      for (const { id, guid, delivered_at: deliveredAt, status_code } of data) {
        newest ??= deliveredAt;
        if (Date.parse(deliveredAt) < Date.parse(since)) return read(true);
        // They come the latest first.
        if (!latest.has(guid)) latest.set(guid, { id, guid, deliveredAt, ok: status_code >= 200 && status_code < 300 });
      }
      pages += 1;
      if (pages === MAX_PAGES) return read(false);
    }
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
  return read(true);
}

function failedOf(latest: (FailedDelivery & { ok: boolean })[]): FailedDelivery[] {
  return latest
    .filter(({ ok }) => !ok)
    .map(({ ok: _, ...failed }) => failed)
    .reverse();
}

const REFUSALS = new Set([400, 404, 422]);

/** Has GitHub deliver it again; false where GitHub does not, because it is too old or gone. */
export async function redeliver(app: ProbotOctokit, id: number): Promise<boolean> {
  try {
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    return true;
  } catch (error) {
    if (REFUSALS.has(statusOf(error) ?? 0)) return false;
    throw error;
  }
}

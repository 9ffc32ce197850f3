import type { Delivery } from '../domain/delivery.ts';
import type { Log, Queue } from './ports.ts';
import { type Route, route } from './route.ts';

/** Resolves when all that the delivery asks for is durably queued; rejects when it could not be. */
export async function accept(delivery: Delivery, { queue, log }: { queue: Queue; log: Log }): Promise<Route> {
  const routed = route(delivery);
  const facts = { delivery: delivery.id, event: delivery.event, action: delivery.action };
  if (routed.do === 'skip') {
    log.info({ ...facts, because: routed.because }, 'delivery skipped');
    return routed;
  }
  await Promise.all(routed.jobs.map(({ job, key, delayMs }) => queue.add(job, { key, delayMs })));
  log.info({ ...facts, jobs: routed.jobs.length }, 'delivery queued');
  return routed;
}

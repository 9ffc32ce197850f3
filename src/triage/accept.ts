import type { Delivery } from '../domain/delivery.ts';
import type { GitHub } from './github-port.ts';
import type { Log, Queue } from './ports.ts';
import { route } from './route.ts';
import type { Route } from './routed.ts';
import { staleAfter } from './stale-after.ts';

export interface AcceptPorts {
  queue: Queue;
  github: Pick<GitHub, 'forgetCached'>;
  log: Log;
}

/** Resolves when all that the delivery asks for is durably queued; rejects when it could not be. */
export async function accept(delivery: Delivery, { queue, github, log }: AcceptPorts): Promise<Route> {
  const stale = staleAfter(delivery);
  if (stale !== null) github.forgetCached(stale);
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

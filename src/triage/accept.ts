import type { Delivery } from '../domain/delivery.ts';
import type { GitHub, Log, Queue } from './ports.ts';
import { type Route, route } from './route.ts';

export interface AcceptPorts {
  queue: Queue;
  github: Pick<GitHub, 'forgetCached'>;
  log: Log;
}

/** Events after which files, labels or people of the repository may differ from what was read before. */
const CHANGE_THE_REPOSITORY = new Set(['push', 'label', 'member']);

/** Resolves when all that the delivery asks for is durably queued; rejects when it could not be. */
export async function accept(delivery: Delivery, { queue, github, log }: AcceptPorts): Promise<Route> {
  if (delivery.repository !== null && CHANGE_THE_REPOSITORY.has(delivery.event)) {
    github.forgetCached(delivery.repository);
  }
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

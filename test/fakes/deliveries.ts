import type { DeliveredThread, Delivery } from '../../src/domain/delivery.ts';

/** A delivery of `issues.opened`; name only what the test is about. */
export function aDelivery(over: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd-1',
    event: 'issues',
    action: 'opened',
    installationId: 7,
    repository: { owner: 'Acme', repo: 'engine', defaultBranch: 'main', fork: false, archived: false },
    sender: { login: 'ada', bot: false },
    thread: aDeliveredThread(),
    comment: null,
    checked: null,
    branch: null,
    changed: [],
    formerly: null,
    account: null,
    label: null,
    repositoriesAdded: [],
    repositoriesRemoved: [],
    ...over,
  };
}

export function aDeliveredThread(over: Partial<DeliveredThread> = {}): DeliveredThread {
  return {
    type: 'issue',
    number: 5,
    open: true,
    locked: false,
    draft: false,
    authorIsBot: false,
    transferred: false,
    createdAt: '2026-01-01T00:00:00Z',
    ...over,
  };
}

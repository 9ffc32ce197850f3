import { createHmac, randomUUID } from 'node:crypto';
import { reaches } from './find-in-state.ts';
import { payloadOf, repositoryOf } from './payloads.ts';
import type { App, Installation } from './state.ts';
import type { Happening, World } from './world.ts';

export interface Delivery {
  /** Of this attempt; `guid` is shared by its redeliveries. */
  id: number;
  guid: string;
  event: string;
  action: string | null;
  app: App;
  installationId: number | null;
  repositoryId: number | null;
  redelivery: boolean;
  deliveredAt: string;
  durationMs: number;
  /** 0 when nobody answered in time. */
  status: number;
  answer: string;
  body: string;
}

export interface Hooks {
  /** Where the app listens; null: webhooks are not sent. */
  url: string | null;
  deliveries: Delivery[];
  emit(happening: Happening): Promise<void>;
  /** Any event with any body, signed; `signature` in place of the right one. */
  deliver(given: RawDelivery): Promise<Delivery>;
  redeliver(delivery: Delivery): Promise<Delivery>;
}

export interface RawDelivery {
  event: string;
  payload: object | string;
  guid?: string;
  /** null: unsigned. */
  signature?: string | null;
  redelivery?: boolean;
  headers?: Record<string, string>;
}

/** GitHub gives up after this long. */
const answerWithinMs = 10_000;

export function webhookSender(world: World, app: () => App): Hooks {
  let nextId = 1;
  const hooks: Hooks = { url: null, deliveries: [], emit, deliver, redeliver };

  async function emit(happening: Happening): Promise<void> {
    if (hooks.url === null) return;
    const told = world.state.installations.filter((installation) => hears(installation, happening));
    await Promise.all(
      told.map(async (installation) => {
        await deliver({ event: happening.event, payload: await payloadOf(world, happening, installation) });
      }),
    );
  }

  async function deliver(given: RawDelivery): Promise<Delivery> {
    const body = typeof given.payload === 'string' ? given.payload : JSON.stringify(given.payload);
    const facts = factsOf(body);
    const delivery: Delivery = {
      id: nextId++,
      guid: given.guid ?? randomUUID(),
      event: given.event,
      ...facts,
      app: app(),
      redelivery: given.redelivery ?? false,
      deliveredAt: world.now(),
      durationMs: 0,
      status: 0,
      answer: '',
      body,
    };
    hooks.deliveries.push(delivery);
    const start = performance.now();
    Object.assign(delivery, await post(hooks.url, delivery, given));
    delivery.durationMs = Math.round(performance.now() - start);
    return delivery;
  }

  function redeliver({ event, body, guid }: Delivery): Promise<Delivery> {
    return deliver({ event, payload: body, guid, redelivery: true });
  }

  return hooks;
}

function factsOf(body: string): { action: string | null; installationId: number | null; repositoryId: number | null } {
  try {
    const payload = JSON.parse(body) as { action?: string; installation?: { id: number }; repository?: { id: number } };
    return {
      action: payload.action ?? null,
      installationId: payload.installation?.id ?? null,
      repositoryId: payload.repository?.id ?? null,
    };
  } catch {
    return { action: null, installationId: null, repositoryId: null };
  }
}

/** Installation events come to every app; others only where it is installed and has subscribed. */
function hears(installation: Installation, happening: Happening): boolean {
  if (happening.event === 'installation' || happening.event === 'installation_repositories') {
    return installation === happening.installation;
  }
  if (happening.event === 'installation_target') {
    return installation === happening.installation && installation.app.events.includes(happening.event);
  }
  return installation.app.events.includes(happening.event) && reaches(installation, repositoryOf(happening));
}

async function post(
  url: string | null,
  delivery: Delivery,
  given: RawDelivery,
): Promise<{ status: number; answer: string }> {
  if (url === null) throw new Error('no webhook address: set simulator.webhookUrl first');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headersOf(delivery, given), ...given.headers },
      body: delivery.body,
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return { status: response.status, answer: (await response.text()).slice(0, 10_000) };
  } catch (error) {
    return { status: 0, answer: error instanceof Error ? error.message : String(error) };
  }
}

function headersOf(delivery: Delivery, given: RawDelivery): Record<string, string> {
  const right = `sha256=${createHmac('sha256', delivery.app.webhookSecret).update(delivery.body).digest('hex')}`;
  const signature = given.signature === undefined ? right : given.signature;
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/simulator',
    'x-github-delivery': delivery.guid,
    'x-github-event': delivery.event,
    'x-github-hook-id': '1',
    'x-github-hook-installation-target-id': String(delivery.app.id),
    'x-github-hook-installation-target-type': 'integration',
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
  };
}

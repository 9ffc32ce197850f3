import { isDigest } from '../comment/marker.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { EmbedPorts } from './embed.ts';
import type { GitHub } from './github-port.ts';
import { judgeItems } from './judge-items.ts';
import { withModelTones } from './model-tones.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store-port.ts';
import type { ThreadReading } from './thread-reading.ts';

export interface ObservePorts extends Pick<EmbedPorts, 'textModels'> {
  github: Pick<GitHub, 'readThread' | 'readConfig'>;
  store: Pick<Store, 'addFacts' | 'removeThread' | 'readItems' | 'settleItems' | 'recordReading'>;
  clock: Clock;
}

/** Reads the thread, stores it as a fact and judges what was said of it by what people did; null (and forgotten) when it is gone, and null of the app's own digest. */
export async function observe(ref: ThreadRef, ports: ObservePorts): Promise<ThreadReading | null> {
  const { github, store, clock } = ports;
  const reading = await github.readThread(ref);
  if (reading === null) {
    await store.removeThread(ref, { forGood: false });
    return null;
  }
  if (isDigest({ body: reading.fact.body, authorIsBot: reading.authorIsBot })) {
    if (reading.updatedAt !== undefined) await store.recordReading(ref, reading.updatedAt);
    return null;
  }
  const fact = await withModelTones(ref, reading, ports);
  await store.addFacts(ref, reading.change ? [fact, reading.change] : [fact], 'replace');
  await store.settleItems(ref, judgeItems(await store.readItems(ref), reading, clock()));
  if (reading.updatedAt !== undefined) await store.recordReading(ref, reading.updatedAt);
  return reading;
}

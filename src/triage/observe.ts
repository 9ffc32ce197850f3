import { isDigest } from '../comment/marker.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { judgeItems } from './judge-items.ts';
import type { Clock, GitHub, Store, ThreadReading } from './ports.ts';

export interface ObservePorts {
  github: Pick<GitHub, 'readThread'>;
  store: Pick<Store, 'addFacts' | 'removeThread' | 'readItems' | 'settleItems' | 'recordReading'>;
  clock: Clock;
}

/** Reads the thread, stores it as a fact and judges what was said of it by what people did; null (and forgotten) when it is gone, and null of the app's own digest. */
export async function observe(ref: ThreadRef, { github, store, clock }: ObservePorts): Promise<ThreadReading | null> {
  const reading = await github.readThread(ref);
  if (reading === null) {
    await store.removeThread(ref, { forGood: false });
    return null;
  }
  if (isDigest({ body: reading.fact.body, authorIsBot: reading.authorIsBot })) {
    if (reading.updatedAt !== undefined) await store.recordReading(ref, reading.updatedAt);
    return null;
  }
  await store.addFacts(ref, reading.change ? [reading.fact, reading.change] : [reading.fact], 'replace');
  await store.settleItems(ref, judgeItems(await store.readItems(ref), reading, clock()));
  if (reading.updatedAt !== undefined) await store.recordReading(ref, reading.updatedAt);
  return reading;
}

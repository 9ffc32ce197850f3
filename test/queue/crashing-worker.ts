import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openQueue } from '../../src/queue/open-queue.ts';
import { queueTiming } from '../../src/queue/queue-timing.ts';
import { openPlace, type Place } from './place.ts';

/** A process of its own that adds jobs, runs them, and is there to be killed. */
const { place, from, to, done }: { place: Place; from: number; to: number; done: string } = JSON.parse(
  process.argv[2] ?? '',
);
const nothing = () => undefined;

const queue = await openQueue<{ kind: string; n: number }>({
  ...(await openPlace(place)),
  laneOf: () => 'triage',
  log: { info: nothing, warn: nothing, error: nothing },
  timing: { ...queueTiming, lockMs: 3000, stalledCheckMs: 700 },
});
await queue.work(
  async ({ n }) => {
    await sleep(100);
    appendFileSync(done, `${n}\n`);
    return { done: true };
  },
  { triage: 4, background: 1 },
);
for (let n = from; n < to; n++) {
  await queue.add({ kind: 'count', n }, { key: `crash ${n}`, delayMs: n % 3 === 0 ? 200 : 0 });
  process.stdout.write(`${n}\n`);
}

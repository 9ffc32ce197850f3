import { createRepositoryModel } from '../src/match/repository-model.ts';
import { streamPack } from './pack-facts.ts';
import { edk2Size, syntheticHistory } from './synthetic-history.ts';

export type MemorySource = 'nothing' | 'rev-kafka' | 'related-go' | 'labels-go' | 'synthetic';

// Run by memory.ts: learns a history and tells what then is resident; null where there is no such history.
const source = process.argv[2] as MemorySource;
const model = createRepositoryModel();
await learn();
for (let round = 0; round < 3; round++) globalThis.gc?.();
const { changes, threads } = model.size();
const isThere = source === 'nothing' || changes + threads > 0;
const { rss: resident, heapUsed, arrayBuffers } = process.memoryUsage();
process.send?.(isThere ? { resident, live: heapUsed + arrayBuffers, changes, threads } : null);
process.disconnect?.();

async function learn(): Promise<void> {
  switch (source) {
    case 'nothing':
      return;
    case 'rev-kafka':
    case 'related-go':
    case 'labels-go':
      for await (const line of streamPack(source)) if ('fact' in line) model.learn(line.fact);
      return;
    case 'synthetic':
      for (const change of syntheticHistory(edk2Size)) model.learn(change);
  }
}

import { createRepositoryModel } from '../src/match/repository-model.ts';
import { streamPack } from './pack-facts.ts';
import { edk2Size, syntheticHistory } from './synthetic-history.ts';

export type MemorySource = 'nothing' | 'rev-kafka' | 'synthetic';

// Run by memory.ts: learns a history and tells what then is resident; null where there is no such history.
const source = process.argv[2] as MemorySource;
const model = createRepositoryModel();
await learn();
for (let round = 0; round < 3; round++) globalThis.gc?.();
const { changes } = model.size();
process.send?.(source === 'nothing' || changes > 0 ? { resident: process.memoryUsage.rss(), changes } : null);
process.disconnect?.();

async function learn(): Promise<void> {
  switch (source) {
    case 'nothing':
      return;
    case 'rev-kafka':
      for await (const line of streamPack(source)) if ('fact' in line) model.learn(line.fact);
      return;
    case 'synthetic':
      for (const change of syntheticHistory(edk2Size)) model.learn(change);
  }
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeFact } from '../src/domain/fact.ts';
import { emptyTask } from '../src/domain/task.ts';
import { createRepositoryModel, restoreRepositoryModel } from '../src/match/repository-model.ts';
import { parseStreamLine } from '../src/triage/stream-line.ts';
import { packLines } from './pack-lines.ts';
import { quantile } from './quantile.ts';
import { edk2Size, syntheticHistory } from './synthetic-history.ts';

const QUESTIONS = 1_000;
const MEMORY_PER_CHANGES = 25_000;

/** Prints how fast a model learns changes and answers who should review, and the memory it takes. */
export async function speed(print: (line: string) => void): Promise<void> {
  const file = join(process.env.COMMSCORE_PACKS ?? '../shared/packs', 'rev-kafka.jsonl.gz');
  if (existsSync(file)) measure('rev-kafka', await changesOf(file), print);
  else print('rev-kafka: skipped, no such pack');
  measure('made up, of the size of edk2', [...syntheticHistory(edk2Size)], print);
}

function measure(name: string, changes: ChangeFact[], print: (line: string) => void): void {
  const residentBefore = process.memoryUsage.rss();
  const model = createRepositoryModel();
  const learnMs = timed(() => {
    for (const change of changes) model.learn(change);
  });
  const resident = process.memoryUsage.rss() - residentBefore;
  const latencies = changes.slice(-QUESTIONS).map(({ id, author, files, title, time }) => {
    const task = { ...emptyTask, type: 'change' as const, id, author, files, title };
    return timed(() => model.reviewers(task, { at: time, k: 10 }));
  });
  let bytes: Uint8Array = new Uint8Array();
  const writeMs = timed(() => {
    bytes = model.snapshot();
  });
  const restoreMs = timed(() => restoreRepositoryModel(bytes));
  const { people } = model.size();
  print(`${name}: ${changes.length} changes, ${people} people`);
  print(`  learnt ${Math.round((1000 * changes.length) / learnMs)} changes a second`);
  print(`  reviewers: p50 ${quantile(latencies, 0.5).toFixed(2)} ms, p99 ${quantile(latencies, 0.99).toFixed(2)} ms`);
  const perChanges = (resident * MEMORY_PER_CHANGES) / changes.length / 2 ** 20;
  print(`  resident memory: ${perChanges.toFixed(0)} MiB per ${MEMORY_PER_CHANGES} changes`);
  const megabytes = (bytes.length / 2 ** 20).toFixed(1);
  print(`  snapshot: ${megabytes} MiB, written in ${writeMs.toFixed(0)} ms, restored in ${restoreMs.toFixed(0)} ms`);
}

async function changesOf(file: string): Promise<ChangeFact[]> {
  const changes: ChangeFact[] = [];
  for await (const line of packLines(file)) {
    const parsed = line.startsWith('{"kind":"change"') ? parseStreamLine(line) : null;
    if (parsed !== null && typeof parsed === 'object' && 'fact' in parsed && parsed.fact.kind === 'change') {
      changes.push(parsed.fact);
    }
  }
  return changes;
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

import type { ChangeFact, Fact } from '../src/domain/fact.ts';
import { emptyTask, type Task } from '../src/domain/task.ts';
import { createRepositoryModel, type RepositoryModel } from '../src/match/repository-model.ts';
import { generatedThreads } from './generated-threads.ts';
import { readPack } from './pack-facts.ts';
import { quantile } from './quantile.ts';
import { edk2Size, syntheticHistory } from './synthetic-history.ts';

type Kind = 'reviewers' | 'assignees' | 'labels' | 'related';

interface Question {
  item: Task;
  time: string;
}

const ASKED = 1_000;
const WARM_UP = 200;
const ANSWERS = 10;
const GENERATED_FROM = 'related-go';
const PACKS: { pack: string; kinds: Kind[] }[] = [
  { pack: 'rev-kafka', kinds: ['reviewers'] },
  { pack: 'related-go', kinds: ['related', 'assignees'] },
  { pack: 'labels-go', kinds: ['labels'] },
];

/** How long a question takes where all of a history is known: the model's answer alone, no queue and no GitHub. */
export async function benchQuestions(print: (line: string) => void): Promise<void> {
  print(
    `  the last ${ASKED} questions of each history, ${ANSWERS} answers (goal for reviewers: p50 < 1 ms, p99 < 10 ms)`,
  );
  for (const { pack, kinds } of PACKS) {
    const read = await readPack(pack);
    if (read === null) {
      print(`  ${pack}: skipped, the pack is not there`);
      continue;
    }
    const model = learnt(read.facts);
    for (const kind of kinds) print(line(pack, kind, model, latencies(model, kind, read.queries)));
  }
  await benchGenerated(print);
  const changes = [...syntheticHistory(edk2Size)];
  const model = learnt(changes);
  print(line('made up, sized like edk2', 'reviewers', model, latencies(model, 'reviewers', changes.map(toQuestion))));
}

/** Goals: p50 < 5 ms on 20,000 threads and < 25 ms on 200,000, index memory < 4 KB a thread. */
async function benchGenerated(print: (line: string) => void): Promise<void> {
  const read = await readPack(GENERATED_FROM);
  if (read === null) return;
  const real = read.facts.filter((fact) => fact.kind === 'thread');
  for (const count of [20_000, 200_000]) {
    globalThis.gc?.();
    const before = process.memoryUsage();
    const model = learnt(generatedThreads(real, count));
    globalThis.gc?.();
    const after = process.memoryUsage();
    const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    const memory = globalThis.gc === undefined ? '' : `, whole model ${(bytes / count / 1024).toFixed(1)} KB a thread`;
    print(line(`made of ${GENERATED_FROM}`, 'related', model, latencies(model, 'related', read.queries)) + memory);
  }
}

function learnt(facts: Iterable<Fact>): RepositoryModel {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

function latencies(model: RepositoryModel, kind: Kind, questions: readonly Question[]): number[] {
  const ask = ({ item, time }: Question) => model[kind](item, { at: time, k: ANSWERS });
  const asked = questions.slice(-ASKED);
  for (const question of asked.slice(0, WARM_UP)) ask(question);
  return asked.map((question) => {
    const before = performance.now();
    ask(question);
    return performance.now() - before;
  });
}

function toQuestion({ id, author, title, files, time }: ChangeFact): Question {
  return { item: { ...emptyTask, type: 'change', id, author, title, files }, time };
}

function line(name: string, kind: Kind, model: RepositoryModel, values: number[]): string {
  const { changes, threads, people } = model.size();
  const known = changes > 0 ? `${changes} changes` : `${threads} threads`;
  const [p50, p99] = [quantile(values, 0.5), quantile(values, 0.99)].map((ms) => `${ms.toFixed(2)} ms`);
  return `  ${kind.padEnd(10)} ${name.padEnd(25)} p50 ${p50}  p99 ${p99}  (${known}, ${people} people, ${values.length} asked)`;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ChangeFact } from '../src/domain/fact.ts';
import { readCommits } from '../src/github/git-changes.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';
import { makeClone } from './made-clone.ts';
import { readPack } from './pack-facts.ts';
import { median } from './quantile.ts';
import { edk2Size, syntheticHistory } from './synthetic-history.ts';

const ROUNDS = 7;
const COMMITS = 14_000;
const GOAL = 1.5;

/** Learning the history of a clone beside what git alone takes to print it, in turn on the same clone. */
export async function benchLearning(print: (line: string) => void): Promise<void> {
  const pack = await readPack('rev-kafka');
  if (pack === null) print('  rev-kafka: skipped, the pack is not there; a made-up history is learnt instead');
  const changes = pack === null ? [...syntheticHistory(edk2Size)] : pack.facts.filter(isChange);
  printModelAlone(print, changes);
  const clone = await makeClone(changes.slice(0, COMMITS));
  try {
    await gitAlone(clone.directory);
    const rounds: { git: number; learn: number; facts: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const git = await timed(() => gitAlone(clone.directory));
      const learn = await timed(() => learnClone(clone.directory));
      rounds.push({ git: git.ms, learn: learn.ms, facts: learn.result });
    }
    const ratios = rounds.map(({ git, learn }) => learn / git);
    const perSecond = rounds.map(({ facts, learn }) => (1000 * facts) / learn);
    print(
      `  ${rounds[0]?.facts ?? 0} facts of ${Math.min(COMMITS, changes.length)} commits, medians of ${ROUNDS} rounds`,
    );
    print(`  git log --name-status alone: ${median(rounds.map(({ git }) => git)).toFixed(0)} ms`);
    print(
      `  read and learnt: ${median(rounds.map(({ learn }) => learn)).toFixed(0)} ms, ${median(perSecond).toFixed(0)} facts a second`,
    );
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    // The machine's other work only ever adds: the fastest rounds of both tell most of what they cost by themselves.
    const best = Math.min(...rounds.map(({ learn }) => learn)) / Math.min(...rounds.map(({ git }) => git));
    print(
      `  ratio: median ${median(ratios).toFixed(2)} times git alone (${range}), fastest rounds ${best.toFixed(2)} (goal: at most ${GOAL})`,
    );
  } finally {
    await clone.remove();
  }
}

/** The model alone, nothing read: one thread, by the clock of the processor, since other work on the machine takes its turn. */
function printModelAlone(print: (line: string) => void, changes: readonly ChangeFact[]): void {
  const perSecond = Array.from({ length: ROUNDS }, () => {
    const model = createRepositoryModel();
    const before = process.cpuUsage();
    for (const change of changes) model.learn(change);
    const { user, system } = process.cpuUsage(before);
    return (1e6 * changes.length) / (user + system);
  });
  const [cold = 0, ...warm] = perSecond.map(Math.round);
  print(
    `  the model alone, ${changes.length} changes a round: ${cold} a second in a fresh process, then ${median(warm)} (${Math.min(...warm)} to ${Math.max(...warm)}; goal: 20000)`,
  );
}

function isChange(fact: { kind: string }): fact is ChangeFact {
  return fact.kind === 'change';
}

async function gitAlone(directory: string): Promise<void> {
  const git = spawn('git', ['-C', directory, 'log', '--name-status'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(git, 'exit');
  if (code !== 0) throw new Error(`git log ended with ${code}`);
}

async function learnClone(directory: string): Promise<number> {
  const model = createRepositoryModel();
  let facts = 0;
  for await (const some of readCommits(directory)) {
    for (const fact of some) model.learn(fact);
    facts += some.length;
  }
  return facts;
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const before = performance.now();
  const result = await work();
  return { ms: performance.now() - before, result };
}

import { communityReport } from '../src/community/community-report.ts';
import { interactionGraph } from '../src/community/interaction-graph.ts';
import { presences } from '../src/community/presence.ts';
import type { Fact } from '../src/domain/fact.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';
import { madeUpCommunity } from './made-up-community.ts';
import { readPack } from './pack-facts.ts';

const SIZE = { people: 5_000, interactions: 200_000, circles: 60 };
const ROUNDS = 3;
const GOAL_SECONDS = 5;

/** The whole report on the community, by the clock of the processor: it is one thread, and other work takes its turn. */
export async function benchCommunity(print: (line: string) => void): Promise<void> {
  measure(print, 'made up', madeUpCommunity(SIZE));
  for (const name of ['rev-kafka', 'rev-dpdk']) {
    const pack = await readPack(name);
    if (pack === null) print(`  ${name}: skipped, the pack is not there`);
    else measure(print, name, pack.facts);
  }
  print(`  goal: ${SIZE.people} people and ${SIZE.interactions} interactions in under ${GOAL_SECONDS} s on one core`);
}

function measure(print: (line: string) => void, name: string, facts: readonly Fact[]): void {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const read = timed(() => model.work(newestTime(facts)));
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => communityReport(read.result, () => false)));
  const [first] = rounds;
  if (first === undefined) return;
  const { people, groups, ties, modularity } = first.result;
  const { changes, threads } = read.result;
  const told =
    changes.reduce((sum, { reviewers }) => sum + reviewers.length, 0) +
    threads.reduce((sum, { assignees, participants }) => sum + assignees.length + participants.length, 0);
  const graph = timed(() => interactionGraph(read.result, presences(read.result).keys()));
  const seconds = rounds.map((round) => round.seconds.toFixed(2)).join(', ');
  print(`  ${name}: ${people.length} people, ${told} reviews, replies and tasks taken, ${ties} ties`);
  print(
    `    report ${seconds} s of processor time (its graph ${graph.seconds.toFixed(2)} s), reading the work before ${read.seconds.toFixed(2)} s`,
  );
  print(`    ${groups.length} groups, modularity ${modularity?.toFixed(2) ?? 'none'}`);
}

function newestTime(facts: readonly Fact[]): number {
  let newest = 0;
  for (const fact of facts) {
    if (fact.kind === 'change' || fact.kind === 'thread') newest = Math.max(newest, Date.parse(fact.time));
  }
  return newest;
}

function timed<Result>(work: () => Result): { seconds: number; result: Result } {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, result };
}

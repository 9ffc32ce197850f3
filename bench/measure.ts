import type { MeasuredInput } from '../src/community/measured-input.ts';
import type { Fact, ThreadFact } from '../src/domain/fact.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';
import type { Steps } from '../src/match/steps.ts';
import { madeParts, measuredParts } from '../src/triage/measured-parts.ts';
import { madeUpCommunity } from './made-up-community.ts';
import { measuredFacts } from './measured-facts.ts';

/** Half of what is made up are threads: over 50,000. */
const SIZE = { people: 5_000, interactions: 276_000, circles: 60 };
/** One of so many threads is open, and one of so many open ones is planned for a milestone. */
const OPEN_OF = 10;
const PLANNED_OF = 4;
const MILESTONES = 12;

/**
 * Every part of a large repository, as the job that measures takes it: how long, and the longest piece without a rest.
 * By the clock of the processor, collecting garbage included: it is one thread, and other work takes its turn.
 */
export async function benchMeasure(print: (line: string) => void): Promise<void> {
  const facts = madeUpCommunity(SIZE).map(withEnd);
  const input = measuredFacts(facts);
  const { changes, threads } = input.work;
  print(`  ${SIZE.people} people, ${threads.length} threads, ${changes.length} changes`);
  print('                 seconds   pieces   longest ms       kB');
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  print(told('(the work)', taken(model.workInSteps(input.work.at)), 0));
  for (const part of madeParts) print(measured(part, input));
}

function measured(part: (typeof madeParts)[number], input: MeasuredInput): string {
  const steps: Steps<unknown> = measuredParts[part](input);
  const found = taken(steps);
  return told(part, found, JSON.stringify(found.result).length);
}

interface Taken<T> {
  ms: number;
  pieces: number;
  longestMs: number;
  result: T;
}

function taken<T>(steps: Steps<T>): Taken<T> {
  let [ms, pieces, longestMs] = [0, 0, 0];
  for (;;) {
    const before = process.cpuUsage();
    const { done, value } = steps.next();
    const { user, system } = process.cpuUsage(before);
    const piece = (user + system) / 1000;
    ms += piece;
    pieces += 1;
    longestMs = Math.max(longestMs, piece);
    if (done) return { ms, pieces, longestMs, result: value };
  }
}

function told(name: string, { ms, pieces, longestMs }: Taken<unknown>, bytes: number): string {
  const cells = [(ms / 1000).toFixed(2), pieces, longestMs.toFixed(0), (bytes / 1000).toFixed(0)];
  const widths = [12, 9, 13, 9];
  return `  ${name.padEnd(10)} ${cells.map((cell, at) => String(cell).padStart(widths[at] ?? 0)).join('')}`;
}

function withEnd(fact: Fact, at: number): Fact {
  if (fact.kind !== 'thread' || (at >> 1) % OPEN_OF !== 0) return fact;
  const open: ThreadFact = { ...fact, state: 'open', closedAt: null, outcome: null };
  const number = 1 + ((at >> 1) % MILESTONES);
  const isPlanned = ((at >> 1) / OPEN_OF) % PLANNED_OF === 0;
  return isPlanned ? { ...open, milestone: { number, title: `Release ${number}`, dueOn: null } } : open;
}

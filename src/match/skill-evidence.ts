import type { Task } from '../domain/task.ts';
import type { KnownWork } from './known-work.ts';
import { pathWords } from './path-words.ts';
import { rested } from './rested.ts';
import { daysBetween, decayed } from './score-decay.ts';
import { exact } from './shares.ts';
import type { NeededActs, NeedKind } from './skill.ts';
import { finish, type Steps } from './steps.ts';
import { languageOf, type TaskNeeds, taskNeeds } from './task-needs.ts';

const SIMILAR_THREADS = 50;
const FACTS_A_PIECE = 1000;

/** Who has done what of all that a task needs: changed, reviewed, or taken on and finished. */
export function neededActs(work: KnownWork, task: Task): NeededActs[] {
  return finish(neededActsOfAll(work, [task]))[0] ?? [];
}

/** The same of many tasks, in their order: all that was done is looked through once. */
export function* neededActsOfAll(work: KnownWork, tasks: readonly Task[]): Steps<NeededActs[][]> {
  const needs: TaskNeeds[] = [];
  yield* rested(tasks, 1, (task) => needs.push(taskNeeds(work, task)));
  const index = needIndex(needs);
  const found = index.kinds.map((kind): NeededActs => ({ kind, acts: new Map() }));
  const count: Count = (need, people, weight) => {
    const acts = found[need]?.acts ?? new Map<number, number>();
    for (const person of people) acts.set(person, (acts.get(person) ?? 0) + exact(weight));
  };
  yield* countChanges(work, index.ofFile, count);
  yield* rested(work.threads, FACTS_A_PIECE, ({ assignees, labels, words, standing, closedAt, time }) => {
    if (standing !== 'finished' || assignees.length === 0) return;
    const weight = decayed(daysBetween(closedAt ?? time, work.at));
    for (const need of index.ofThread(labels, words)) count(need, assignees, weight);
  });
  const ofTasks: NeededActs[][] = [];
  yield* rested(tasks.entries(), 1, ([place, task]) => {
    const own = index.ofTask(needs[place] ?? NO_NEEDS).flatMap((need) => found[need] ?? []);
    // Words that nobody ever worked on are no need that could be met.
    const known = own.filter(({ kind, acts }) => kind !== 'term' || acts.size > 0);
    const similar = similarActs(work, task);
    ofTasks.push(similar === null ? known : [...known, similar]);
  });
  return ofTasks;
}

type Count = (need: number, people: number[], weight: number) => void;

const NO_NEEDS: TaskNeeds = { nodes: [], labels: [], terms: [], languages: [] };

/** Each need once, whichever tasks have it. */
function needIndex(all: readonly TaskNeeds[]) {
  const kinds: NeedKind[] = [];
  const number = <Name>(kind: NeedKind, namesOf: (needs: TaskNeeds) => Name[]) => {
    return new Map([...new Set(all.flatMap(namesOf))].map((name) => [name, kinds.push(kind) - 1]));
  };
  const byNode = number('path', ({ nodes }) => nodes);
  const byLabel = number('label', ({ labels }) => labels);
  const byTerm = number('term', ({ terms }) => terms);
  const byLanguage = number('language', ({ languages }) => languages);
  return {
    kinds,
    ofTask({ nodes, labels, terms, languages }: TaskNeeds): number[] {
      const found = [
        ...nodes.map((node) => byNode.get(node)),
        ...labels.map((label) => byLabel.get(label)),
        ...terms.map((term) => byTerm.get(term)),
        ...languages.map((language) => byLanguage.get(language)),
      ];
      return found.filter((need) => need !== undefined);
    },
    /** Needs that a file speaks for. */
    ofFile(file: number, { path, parent }: KnownWork['tree']): number[] {
      const found = [byLanguage.get(languageOf(path(file)) ?? ''), ...pathWords(path(file)).map((w) => byTerm.get(w))];
      for (let node = file; node > 0; node = parent(node)) found.push(byNode.get(node));
      return found.filter((need) => need !== undefined);
    },
    ofThread(threadLabels: string[], words: string[]): number[] {
      const found = [...new Set(threadLabels)].map((label) => byLabel.get(label));
      for (const word of words) found.push(byTerm.get(word));
      return found.filter((need) => need !== undefined);
    },
  };
}

/** A change counts for a need by the root of the part of its files that speak for it, so sweeping ones count little. */
function* countChanges(
  work: KnownWork,
  ofFile: (file: number, tree: KnownWork['tree']) => number[],
  count: Count,
): Steps<void> {
  const needsOfFile = new Map<number, number[]>();
  yield* rested(work.changes, FACTS_A_PIECE, ({ author, reviewers, files, time }) => {
    const people = author === null ? reviewers : [author, ...reviewers];
    const touched = new Map<number, number>();
    for (const file of files) {
      const needs = needsOfFile.get(file) ?? ofFile(file, work.tree);
      needsOfFile.set(file, needs);
      for (const need of needs) touched.set(need, (touched.get(need) ?? 0) + 1);
    }
    const weight = decayed(daysBetween(time, work.at));
    for (const [need, times] of touched) count(need, people, weight * Math.sqrt(times / files.length));
  });
}

/** Finished threads like the task count by how like they are; null where there are none. */
function similarActs(work: KnownWork, task: Task): NeededActs | null {
  const similar = work.similarThreads(task, SIMILAR_THREADS).filter(({ thread }) => thread.standing === 'finished');
  const best = similar[0]?.score ?? 0;
  const acts = new Map<number, number>();
  for (const { thread, score } of similar) {
    const act = exact((score / best) * decayed(daysBetween(thread.closedAt ?? thread.time, work.at)));
    for (const person of thread.assignees) acts.set(person, (acts.get(person) ?? 0) + act);
  }
  return acts.size === 0 ? null : { kind: 'similar', acts };
}

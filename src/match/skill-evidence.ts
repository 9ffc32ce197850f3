import type { Task } from '../domain/task.ts';
import type { KnownWork } from './known-work.ts';
import { pathWords } from './path-words.ts';
import { daysBetween, decayed } from './score-decay.ts';
import { exact } from './shares.ts';
import type { NeedKind, SkillEvidence } from './skill.ts';
import { languageOf, type TaskNeeds, taskNeeds } from './task-needs.ts';

/** Something a task needs, and the decayed acts in it by person. */
export interface NeededActs {
  kind: NeedKind;
  acts: Map<number, number>;
}

const SIMILAR_THREADS = 50;

/** Who has done what of all that a task needs: changed, reviewed, or taken on and finished. */
export function neededActs(work: KnownWork, task: Task): NeededActs[] {
  const needs = taskNeeds(work, task);
  const index = needIndex(needs);
  const found: NeededActs[] = index.kinds.map((kind) => ({ kind, acts: new Map() }));
  const count = (need: number, people: number[], weight: number) => {
    const acts = found[need]?.acts ?? new Map<number, number>();
    for (const person of people) acts.set(person, (acts.get(person) ?? 0) + exact(weight));
  };
  countChanges(work, index.ofFile, count);
  for (const { assignees, labels, words, standing, closedAt, time } of work.threads) {
    if (standing !== 'finished' || assignees.length === 0) continue;
    const weight = decayed(daysBetween(closedAt ?? time, work.at));
    for (const need of index.ofThread(labels, words)) count(need, assignees, weight);
  }
  // Words that nobody ever worked on are no need that could be met.
  const known = found.filter(({ kind, acts }) => kind !== 'term' || acts.size > 0);
  const similar = similarActs(work, task);
  return similar === null ? known : [...known, similar];
}

/** The part of one person, in the order of the needs. */
export function skillEvidence(needed: readonly NeededActs[], person: number): SkillEvidence {
  const of = (wanted: NeedKind) =>
    needed.filter(({ kind }) => kind === wanted).map(({ acts }) => acts.get(person) ?? 0);
  return { path: of('path'), similar: of('similar'), label: of('label'), term: of('term'), language: of('language') };
}

function needIndex({ nodes, labels, terms, languages }: TaskNeeds) {
  const kinds: NeedKind[] = [];
  const number = <Name>(kind: NeedKind, names: Name[]) => new Map(names.map((name) => [name, kinds.push(kind) - 1]));
  const byNode = number('path', nodes);
  const byLabel = number('label', labels);
  const byTerm = number('term', terms);
  const byLanguage = number('language', languages);
  return {
    kinds,
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
function countChanges(
  work: KnownWork,
  ofFile: (file: number, tree: KnownWork['tree']) => number[],
  count: (need: number, people: number[], weight: number) => void,
): void {
  const needsOfFile = new Map<number, number[]>();
  for (const { author, reviewers, files, time } of work.changes) {
    const people = author === null ? reviewers : [author, ...reviewers];
    const touched = new Map<number, number>();
    for (const file of files) {
      const needs = needsOfFile.get(file) ?? ofFile(file, work.tree);
      needsOfFile.set(file, needs);
      for (const need of needs) touched.set(need, (touched.get(need) ?? 0) + 1);
    }
    const weight = decayed(daysBetween(time, work.at));
    for (const [need, times] of touched) count(need, people, weight * Math.sqrt(times / files.length));
  }
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

import type { RankedLabel } from '../domain/suggestion.ts';
import { createBestList, type Scored } from './best-list.ts';
import { type CountedThread, createLabelCounts } from './label-counts.ts';
import { type AuthoredText, labelFeatures } from './label-features.ts';
import { createLabelJudge } from './label-judge.ts';
import { tellingWords } from './label-words.ts';
import { createLatestList } from './latest-list.ts';
import type { Steps } from './steps.ts';
import { shippedTypes, type TypeModel } from './thread-type.ts';
import { unusedLabels } from './unused-labels.ts';

export interface LabelledThread extends AuthoredText {
  id: string;
  labels: readonly string[];
  /** Labels that a human took off. */
  unlabelled?: readonly string[];
  /** Milliseconds since 1970; null where it is not known. */
  time: number | null;
}

/** What a snapshot keeps of a thread. */
export interface LabelEntry extends CountedThread {
  time: number | null;
  unlabelled: readonly string[];
}

export interface LabelQuestion {
  /** The moment of the question. */
  at: number;
  k: number;
  /** Names of labels that exist, used or not. */
  existing?: readonly string[];
}

/** The labels of a repository, learnt from its threads: a function of the set of threads, the latest of each id. */
export interface LabelModel {
  /** Adds a thread or replaces the one with the same id; one that never had a label teaches nothing and is forgotten. */
  set(thread: LabelledThread): void;
  remove(id: string): void;
  /** Draws what is due, piece by piece, so that no question has to; every answer is the same with it or without. */
  settle(): Steps<void>;
  /** Most likely first; the probability is that people give the label. */
  rank(task: AuthoredText & { id?: string | null }, question: LabelQuestion): RankedLabel[];
  entries(): Iterable<LabelEntry>;
  restore(entry: LabelEntry): void;
}

/** By name and chance. */
interface LikelyLabel extends Scored {
  label: number;
}

/** In place of the number of a label that no thread has. */
const UNUSED = -1;

export function createLabelModel(types: TypeModel = shippedTypes): LabelModel {
  const counts = createLabelCounts();
  const times = new Map<string, number | null>();
  const latest = createLatestList();
  const takenOff = new Map<string, readonly string[]>();
  const judge = createLabelJudge({ counts, latest, types, timeOf: (id) => times.get(id) ?? null });

  function remove(id: string): void {
    const time = times.get(id);
    if (time === undefined) return;
    counts.remove(id);
    latest.remove(id, placeOf(time));
    judge.changed({ id, time: placeOf(time) });
    times.delete(id);
    takenOff.delete(id);
  }

  /** Threads are told of again when they close or somebody joins, which says nothing of labels. */
  function isKnown({ id, labels, unlabelled, time, features }: LabelEntry): boolean {
    const refused = takenOff.get(id) ?? [];
    if (times.get(id) !== time || !isSameSet(refused, unlabelled)) return false;
    return isSameSet(counts.labelsOf(id).map(counts.name), labels) && counts.has(id, new Set(features));
  }

  function restore(entry: LabelEntry): void {
    if (isKnown(entry)) return;
    const { time, unlabelled, ...thread } = entry;
    remove(thread.id);
    if (thread.labels.length + unlabelled.length === 0) return;
    if (unlabelled.length > 0) takenOff.set(thread.id, [...new Set(unlabelled)].toSorted());
    counts.set(thread);
    latest.add(thread.id, placeOf(time));
    judge.changed({ id: thread.id, time: placeOf(time) });
    times.set(thread.id, time);
  }

  function unusedOf(existing: readonly string[], typeScores: readonly number[]) {
    const unused = existing.filter((name) => !counts.isUsed(name));
    return unusedLabels(unused, typeScores, times.size);
  }

  return {
    set({ id, title, body, author = null, labels, unlabelled = [], time }) {
      const features = labels.length + unlabelled.length === 0 ? [] : labelFeatures({ title, body, author }).hashes;
      restore({ id, labels, unlabelled, time, features });
    },
    remove,
    settle: judge.settle,
    rank(task, { at, k, existing = [] }) {
      const { hashes, words } = labelFeatures(task);
      const { labels, chances, told, types: typeScores } = judge.judged({ hashes, at, id: task.id ?? null });
      const refused = takenOff.get(task.id ?? '') ?? [];
      const best = createBestList<LikelyLabel>(k);
      const add = (label: number, name: string, chance: number) => {
        if (best.wants(chance) && !refused.includes(name)) best.add({ id: name, score: chance, label });
      };
      for (const [index, label] of labels.entries()) add(label, counts.name(label), chances[index] ?? 0);
      for (const { name, chance } of unusedOf(existing, typeScores)) add(UNUSED, name, chance);
      const likely = best.list();
      const telling = tellingWords(judge.present(), told, { words, labels: likely.map(({ label }) => label) });
      return likely.map(({ id: name, score: chance, label }) => {
        const terms = telling.get(label) ?? [];
        return {
          name,
          probability: chance,
          precision: label === UNUSED ? chance : judge.precision(name, chance),
          reasons: terms.length === 0 ? [] : [{ kind: 'terms', terms }],
        };
      });
    },
    *entries() {
      for (const thread of counts.threads()) {
        yield { ...thread, time: times.get(thread.id) ?? null, unlabelled: takenOff.get(thread.id) ?? [] };
      }
    },
    restore,
  };
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some);
  return new Set(others).size === set.size && others.every((other) => set.has(other));
}

/** A thread of unknown time comes before all others. */
function placeOf(time: number | null): number {
  return time ?? Number.NEGATIVE_INFINITY;
}

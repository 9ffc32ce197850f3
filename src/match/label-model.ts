import type { RankedLabel } from '../domain/suggestion.ts';
import type { Scored } from './best-list.ts';
import { labelChances } from './label-chance.ts';
import { type CountedThread, createLabelCounts } from './label-counts.ts';
import { type KnownName, knownName, labelEvidence } from './label-evidence.ts';
import { type AuthoredText, labelFeatures } from './label-features.ts';
import { createLabelLessons } from './label-lessons.ts';
import { tellingWords } from './label-words.ts';
import { createLatestList } from './latest-list.ts';
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
  /** The labelled threads most like the task, best first: at least `NEIGHBOURS`, where there are so many. */
  neighbours: readonly Scored[];
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
  /** Whether the thread is known with labels, so that it may be a neighbour. */
  has(id: string): boolean;
  /** Most likely first; the probability is that people give the label. */
  rank(task: AuthoredText & { id?: string | null }, question: LabelQuestion): RankedLabel[];
  entries(): Iterable<LabelEntry>;
  restore(entry: LabelEntry): void;
}

export const NEIGHBOURS = 60;
/** In place of the number of a label that no thread has. */
const UNUSED = -1;
const LATEST = 200;
const RECENT_HALF_LIFE_MS = 180 * 86_400_000;
export function createLabelModel(types: TypeModel = shippedTypes): LabelModel {
  const counts = createLabelCounts();
  const times = new Map<string, number | null>();
  const latest = createLatestList();
  const lessons = createLabelLessons(counts, latest, types);
  const names: KnownName[] = [];
  const takenOff = new Map<string, readonly string[]>();
  const sources = { counts, lessons, types, knownName: nameOf, lately: () => latest.latest(LATEST), freshness };

  function nameOf(label: number): KnownName {
    const known = names[label] ?? knownName(counts.name(label));
    names[label] = known;
    return known;
  }

  function remove(id: string): void {
    const time = times.get(id);
    if (time === undefined) return;
    counts.remove(id);
    latest.remove(id, placeOf(time));
    lessons.changed({ id, time: placeOf(time) });
    times.delete(id);
    takenOff.delete(id);
  }

  function restore({ time, unlabelled, ...thread }: LabelEntry): void {
    remove(thread.id);
    if (thread.labels.length + unlabelled.length === 0) return;
    if (unlabelled.length > 0) takenOff.set(thread.id, [...new Set(unlabelled)].toSorted());
    counts.set(thread);
    latest.add(thread.id, placeOf(time));
    lessons.changed({ id: thread.id, time: placeOf(time) });
    times.set(thread.id, time);
  }

  function freshness(id: string, at: number): number {
    const time = times.get(id) ?? null;
    return time === null ? 1 : 2 ** (-Math.max(0, at - time) / RECENT_HALF_LIFE_MS);
  }

  /** How many labels a thread has, of the latest. */
  function usualLabels(): number {
    const ids = latest.latest(LATEST);
    return ids.reduce((sum, id) => sum + counts.labelsOf(id).length, 0) / Math.max(1, ids.length);
  }

  function unusedOf(existing: readonly string[], hashes: Iterable<number>) {
    const used = new Set(
      Array.from({ length: counts.labels() }, (_, label) => label)
        .filter(isUsed)
        .map(counts.name),
    );
    const unused = existing.filter((name) => !used.has(name));
    return unusedLabels(unused, types(hashes), times.size).map((one) => ({ ...one, label: UNUSED }));
  }

  function isUsed(label: number): boolean {
    return counts.threadsWith(label) > 0;
  }

  return {
    set({ id, title, body, author = null, labels, unlabelled = [], time }) {
      const features = labels.length + unlabelled.length === 0 ? [] : labelFeatures({ title, body, author }).hashes;
      restore({ id, labels, unlabelled, time, features });
    },
    remove,
    has: (id) => times.has(id),
    rank(task, { neighbours, at, k, existing = [] }) {
      const features = labelFeatures(task);
      const judged = labelEvidence(sources, features.hashes, { near: neighbours.slice(0, NEIGHBOURS), at });
      const chances = labelChances(judged, usualLabels());
      const refused = takenOff.get(task.id ?? '') ?? [];
      const known = chances.map(({ label, chance }) => ({ label, chance, name: counts.name(label) }));
      const best = [...known, ...unusedOf(existing, features.hashes)]

        .filter(({ name }) => !refused.includes(name))
        .toSorted((a, b) => b.chance - a.chance || (a.name < b.name ? -1 : 1))
        .slice(0, k);
      const words = tellingWords(
        counts,
        features,
        best.map(({ label }) => label),
      );
      return best.map(({ label, chance, name }) => {
        const terms = words.get(label) ?? [];
        return { name, probability: chance, reasons: terms.length === 0 ? [] : [{ kind: 'terms', terms }] };
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

/** A thread of unknown time comes before all others. */
function placeOf(time: number | null): number {
  return time ?? Number.NEGATIVE_INFINITY;
}

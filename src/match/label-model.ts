import type { RankedLabel } from '../domain/suggestion.ts';
import type { TitledText } from '../text/weigh-terms.ts';
import type { Scored } from './best-list.ts';
import { labelChance, shareOdds } from './label-chance.ts';
import { type CountedThread, createLabelCounts } from './label-counts.ts';
import { labelFeatures } from './label-features.ts';
import { scoreWords, tellingWords } from './label-words.ts';
import { createLatestList } from './latest-list.ts';

export interface LabelledThread extends TitledText {
  id: string;
  labels: readonly string[];
  /** Milliseconds since 1970; null where it is not known. */
  time: number | null;
}

/** What a snapshot keeps of a thread. */
export interface LabelEntry extends CountedThread {
  time: number | null;
}

export interface LabelQuestion {
  /** The labelled threads most like the task, best first: at least `NEIGHBOURS`, where there are so many. */
  neighbours: readonly Scored[];
  /** The moment of the question. */
  at: number;
  k: number;
}

/** The labels of a repository, learnt from its threads: a function of the set of threads, the latest of each id. */
export interface LabelModel {
  /** Adds a thread or replaces the one with the same id; one without labels teaches nothing and is forgotten. */
  set(thread: LabelledThread): void;
  remove(id: string): void;
  /** Whether the thread is known with labels, so that it may be a neighbour. */
  has(id: string): boolean;
  /** Most likely first; the probability is that people give the label. */
  rank(task: TitledText, question: LabelQuestion): RankedLabel[];
  entries(): Iterable<LabelEntry>;
  restore(entry: LabelEntry): void;
}

export const NEIGHBOURS = 60;
const LATEST = 200;
const RECENT_HALF_LIFE_MS = 180 * 86_400_000;
/** How many threads' worth the prior share weighs beside votes. */
const LEAN = { lately: 1, nearby: 1, nearbyLately: 0.3 };

interface Votes {
  /** By label. */
  votes: Float64Array;
  total: number;
}

export function createLabelModel(): LabelModel {
  const counts = createLabelCounts();
  const times = new Map<string, number | null>();
  const latest = createLatestList();

  function remove(id: string): void {
    const time = times.get(id);
    if (time === undefined) return;
    counts.remove(id);
    latest.remove(id, time ?? Number.NEGATIVE_INFINITY);
    times.delete(id);
  }

  function restore({ time, ...thread }: LabelEntry): void {
    remove(thread.id);
    if (thread.labels.length === 0) return;
    counts.set(thread);
    latest.add(thread.id, time ?? Number.NEGATIVE_INFINITY);
    times.set(thread.id, time);
  }

  /** Votes by label of threads that weigh so much, and the sum of the weights. */
  function vote(threads: Iterable<readonly [id: string, weight: number]>): Votes {
    const votes = new Float64Array(counts.labels());
    let total = 0;
    for (const [id, weight] of threads) {
      total += weight;
      for (const label of counts.labelsOf(id)) votes[label] = (votes[label] ?? 0) + weight;
    }
    return { votes, total };
  }

  function freshness(id: string, at: number): number {
    const time = times.get(id) ?? null;
    return time === null ? 1 : 2 ** (-Math.max(0, at - time) / RECENT_HALF_LIFE_MS);
  }

  function chances(hashes: Iterable<number>, { neighbours, at }: LabelQuestion): { label: number; chance: number }[] {
    const best = neighbours[0]?.score ?? 1;
    const near = neighbours.slice(0, NEIGHBOURS).map(({ id, score }) => [id, (score / best) ** 2] as const);
    const lately = vote(latest.latest(LATEST).map((id) => [id, 1]));
    const nearby = vote(near);
    const nearbyLately = vote(near.map(([id, weight]) => [id, weight * freshness(id, at)]));
    const words = scoreWords(counts, hashes);
    const mostWords = words.reduce((most, score) => Math.max(most, score), 0);
    const used = Array.from(words.keys()).filter((label) => counts.threadsWith(label) > 0);
    return used.map((label) => {
      const prior = (counts.threadsWith(label) + 0.5) / (times.size + 1);
      const odds = ({ votes, total }: Votes, lean: number) => shareOdds(votes[label] ?? 0, total, prior, lean);
      const score = words[label] ?? 0;
      const evidence = {
        everywhere: shareOdds(0, 0, prior, 1),
        lately: odds(lately, LEAN.lately),
        nearby: odds(nearby, LEAN.nearby),
        nearbyLately: odds(nearbyLately, LEAN.nearbyLately),
        words: score,
        wordsBehind: score - mostWords,
      };
      return { label, chance: labelChance(evidence, used.length) };
    });
  }

  return {
    set({ id, title, body, labels, time }) {
      restore({ id, labels, time, features: labels.length === 0 ? [] : labelFeatures({ title, body }).hashes });
    },
    remove,
    has: (id) => times.has(id),
    rank(task, question) {
      const features = labelFeatures(task);
      const best = chances(features.hashes, question)
        .map(({ label, chance }) => ({ label, chance, name: counts.name(label) }))
        .toSorted((a, b) => b.chance - a.chance || (a.name < b.name ? -1 : 1))
        .slice(0, question.k);
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
      for (const thread of counts.threads()) yield { ...thread, time: times.get(thread.id) ?? null };
    },
    restore,
  };
}

import type { ClassificationReport, ClassScores } from '../domain/classification.ts';
import type { GivenAnswer } from './asked-question.ts';

export interface ClassifiedQuestion {
  right: ReadonlySet<string>;
  /** What was decided for. */
  decided: ReadonlySet<string>;
  /** All that could be decided for, with the probabilities. */
  given: readonly GivenAnswer[];
}

interface Counts {
  right: number;
  given: number;
  hits: number;
}

interface LabelCounts extends Counts {
  from: number | null;
}

/** Precision, recall and F1 by label and on average; a share of nothing is 0. */
export function classificationReport(questions: readonly ClassifiedQuestion[]): ClassificationReport {
  const counts = countByLabel(questions);
  const precisions = averagePrecisions(questions);
  const labels = [...counts]
    .map(([name, of]) => ({
      name,
      ...scoresOf(of),
      given: of.given,
      from: of.from,
      averagePrecision: precisions.get(name) ?? null,
    }))
    .toSorted((a, b) => b.support - a.support || b.given - a.given || (a.name < b.name ? -1 : 1));
  return {
    labels,
    micro: scoresOf(sumOf([...counts.values()])),
    macro: meanOf(labels, () => 1),
    weighted: meanOf(labels, ({ support }) => support),
    samples: meanOf(questions.map(sampleScores), () => 1),
  };
}

function countByLabel(questions: readonly ClassifiedQuestion[]): Map<string, LabelCounts> {
  const counts = new Map<string, LabelCounts>();
  const of = (name: string) => {
    const known = counts.get(name) ?? { right: 0, given: 0, hits: 0, from: null };
    counts.set(name, known);
    return known;
  };
  for (const { right, decided, given } of questions) {
    for (const name of right) of(name).right++;
    for (const name of decided) {
      of(name).given++;
      if (right.has(name)) of(name).hits++;
    }
    for (const { name, probability } of given) {
      if (decided.has(name)) of(name).from = Math.min(of(name).from ?? 1, probability);
    }
  }
  return counts;
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum = { right: 0, given: 0, hits: 0 };
  for (const { right, given, hits } of counts) {
    sum.right += right;
    sum.given += given;
    sum.hits += hits;
  }
  return sum;
}

function sampleScores({ right, decided }: ClassifiedQuestion): ClassScores {
  const hits = [...decided].filter((name) => right.has(name)).length;
  return scoresOf({ right: right.size, given: decided.size, hits });
}

function scoresOf({ right, given, hits }: Counts): ClassScores {
  return {
    precision: share(hits, given),
    recall: share(hits, right),
    f1: share(2 * hits, given + right),
    support: right,
  };
}

function meanOf(scores: readonly ClassScores[], weigh: (one: ClassScores) => number): ClassScores {
  const total = scores.reduce((sum, one) => sum + weigh(one), 0);
  const mean = (of: (one: ClassScores) => number) =>
    share(
      scores.reduce((sum, one) => sum + weigh(one) * of(one), 0),
      total,
    );
  return {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
    support: scores.reduce((sum, { support }) => sum + support, 0),
  };
}

/** By label that was ever right. Where a label was not given, its probability is 0. */
export function averagePrecisions(questions: readonly ClassifiedQuestion[]): Map<string, number> {
  const promises = new Map<string, { probability: number; isRight: boolean }[]>();
  const support = new Map<string, number>();
  for (const { right, given } of questions) {
    for (const name of right) support.set(name, (support.get(name) ?? 0) + 1);
    for (const { name, probability } of given) {
      if (probability <= 0) continue;
      const known = promises.get(name) ?? [];
      promises.set(name, known);
      known.push({ probability, isRight: right.has(name) });
    }
  }
  return new Map(
    [...support].map(([name, of]) => [name, averagePrecision(promises.get(name) ?? [], of, questions.length)]),
  );
}

/** Sum over thresholds, highest first, of precision times the recall that is gained: answers alike come together. */
function averagePrecision(
  promised: { probability: number; isRight: boolean }[],
  support: number,
  questions: number,
): number {
  const sorted = promised.toSorted((a, b) => b.probability - a.probability);
  let sum = 0;
  let hits = 0;
  let before = 0;
  for (const [at, { probability, isRight }] of sorted.entries()) {
    if (isRight) hits++;
    if (sorted[at + 1]?.probability === probability) continue;
    sum += ((hits - before) / support) * (hits / (at + 1));
    before = hits;
  }
  // Shares that make 1 together may be added up to a little more.
  return Math.min(1, sum + ((support - hits) / support) * (support / questions));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

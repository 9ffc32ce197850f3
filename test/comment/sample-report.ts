import type { BacktestReport } from '../../src/domain/backtest-report.ts';
import type { ClassificationReport, LabelsReport } from '../../src/domain/classification.ts';
import type { ModelComparison } from '../../src/domain/model-comparison.ts';
import type { RankingScores } from '../../src/domain/ranking-scores.ts';

export function someScores(questions: number, top1: number): RankingScores {
  return { questions, top1, top3: top1 + 0.1, top5: top1 + 0.2, mrr: top1 + 0.05, recall5: top1 };
}

/** A back-test of 1,000 changes; what a test is about is given. */
export function aReport(given: Partial<BacktestReport> = {}): BacktestReport {
  return {
    task: 'reviewers',
    from: '2025-01-02T03:04:05.000Z',
    to: '2025-12-30T00:00:00.000Z',
    scores: someScores(1000, 0.55),
    confidence: { top1: { low: 0.519, high: 0.581 }, mrr: { low: 0.57, high: 0.63 } },
    naive: someScores(1000, 0.3),
    baselines: [
      { kind: 'most-active', scores: someScores(1000, 0.3) },
      { kind: 'path-owners', scores: someScores(1000, 0.4) },
    ],
    unanswerable: 0,
    calibrationError: 0.0214,
    tenths: Array.from({ length: 10 }, (_, n) => ({
      from: n / 10,
      count: n === 9 ? 0 : 300,
      promised: n === 9 ? null : n / 10 + 0.05,
      cameTrue: n === 9 ? null : n / 10 + 0.07,
    })),
    shown: {
      max: 2,
      minPrecision: 0.5,
      curve: Array.from({ length: 19 }, (_, n) => ({
        minPrecision: (n + 1) / 20,
        answered: 1000 - 50 * n,
        coverage: 1 - n / 20,
        shown: 1500 - 75 * n,
        right: 600,
        precision: 600 / (1500 - 75 * n),
        promised: 0.5,
      })),
      promise: { judged: 16, kept: 15, honest: 9, atLeast: 200, within: 0.05 },
    },
    spans: ['2025-01', '2025-05', '2025-09'].map((month, n) => ({
      from: `${month}-02T00:00:00.000Z`,
      to: `${month}-28T00:00:00.000Z`,
      questions: 333,
      top1: 0.5,
      mrr: 0.5 + n / 10,
      naiveMrr: 0.3,
    })),
    people: [],
    directories: [],
    coldStart: [{ kind: 'early', below: 10, scores: someScores(10, 0.2) }],
    spread: null,
    evidence: [],
    labels: null,
    retrieval: [],
    model: null,
    ...given,
  };
}

export function aPerson(name: string): BacktestReport['people'][number] {
  return {
    name,
    right: 20,
    suggested: 10,
    hits: 8,
    precision: 0.8,
    recall: 0.4,
    shareOfWork: 0.1,
    shareOfSuggestions: 0.05,
  };
}

/** Each of these labels was right ten times and found eight times. */
export function someLabels(names: string[]): ClassificationReport {
  const scores = { precision: 0.75, recall: 0.8, f1: 0.774, support: 10 };
  return {
    labels: names.map((name) => ({ name, ...scores, given: 11, from: 0.83, averagePrecision: 0.7 })),
    micro: { ...scores, precision: 0.71 },
    macro: { ...scores, precision: 0.72 },
    weighted: { ...scores, precision: 0.73 },
    samples: { ...scores, precision: 0.74 },
  };
}

export function aLabelsReport(names: string[], rest: Partial<LabelsReport> = {}): LabelsReport {
  return { singleLabel: false, shown: someLabels(names), first: someLabels(names), averagePrecision: 0.66, ...rest };
}

export function aComparison(rest: Partial<ModelComparison> = {}): ModelComparison {
  const labels = aLabelsReport(['bug']);
  return {
    model: 'acme/labels',
    asked: 200,
    answered: 200,
    problem: null,
    strangeLabels: [],
    byModel: { scores: someScores(200, 0.6), labels },
    embedded: { scores: someScores(200, 0.5), labels },
    ...rest,
  };
}

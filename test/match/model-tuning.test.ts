import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import {
  createRepositoryModel,
  type RepositoryModel,
  restoreRepositoryModel,
} from '../../src/match/repository-model.ts';
import { allAnswers, DAY_MS, latestOfEach, START, seededRandom, shuffled, smallHistory } from './small-history.ts';

const SEEDS = [1, 2, 3];

function learnt(facts: readonly Fact[]): RepositoryModel {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

const timeOf = (fact: Fact) => ('time' in fact ? Date.parse(fact.time) : 0);

describe('what a model learns from its own past', () => {
  it.each(SEEDS)('is the same whether it is asked all along or once at the end (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 90)).toSorted((a, b) => timeOf(a) - timeOf(b));
    const asked = createRepositoryModel();
    for (const [at, fact] of facts.entries()) {
      asked.learn(fact);
      if (at % 15 === 0) allAnswers(asked);
    }

    expect(allAnswers(asked)).toBe(allAnswers(learnt(facts)));
  });

  it.each(SEEDS)('is the same whatever order facts came in between questions (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 90));
    const asked = createRepositoryModel();
    for (const [at, fact] of shuffled(facts, seededRandom(seed)).entries()) {
      asked.learn(fact);
      if (at % 30 === 0) allAnswers(asked);
    }

    expect(allAnswers(asked)).toBe(allAnswers(learnt(facts)));
    expect(asked.snapshot()).toEqual(learnt(facts).snapshot());
  });

  it('leaves everything else as it was', () => {
    const facts = latestOfEach(smallHistory(7, 90));
    const model = learnt(facts);
    const before = model.snapshot();

    const first = allAnswers(model);

    expect(allAnswers(model)).toBe(first);
    expect(model.snapshot()).toEqual(before);
    expect(allAnswers(restoreRepositoryModel(before))).toBe(first);
  });

  it('does not look at what came later', () => {
    const facts = latestOfEach(smallHistory(3, 120)).filter(({ kind }) => kind === 'change');
    const at = START + 400 * DAY_MS;
    const earlier = learnt(facts.filter((fact) => timeOf(fact) < at));
    const all = learnt(facts);
    const weightsOf = (model: RepositoryModel) => {
      const [best] = model.reviewers(emptyTask, { at: new Date(at).toISOString(), k: 1, explain: true });
      return Object.fromEntries((best?.evidence ?? []).map(({ feature, weight }) => [feature, weight]));
    };

    expect(weightsOf(all)).toEqual(weightsOf(earlier));
    expect(weightsOf(all)).not.toEqual(weightsOf(learnt([])));
  });
});

describe('evidence that is told', () => {
  const model = learnt(latestOfEach(smallHistory(1, 120)));
  const at = new Date(START + 800 * DAY_MS).toISOString();
  const task = {
    ...emptyTask,
    type: 'change' as const,
    title: 'queue worker crash',
    author: 'ann',
    files: [{ path: 'src/queue/worker.ts', added: 1, deleted: 1 }],
  };

  it.each(['reviewers', 'assignees'] as const)('of %s adds up to what separates two of them', (kind) => {
    const [first, second] = model[kind](task, { at, k: 2, explain: true });

    const score = (person: typeof first) =>
      (person?.evidence ?? []).reduce((sum, { contribution }) => sum + contribution, 0);
    expect(score(first) - score(second)).toBeCloseTo(Math.log((first?.score ?? 0) / (second?.score ?? 1)), 6);
  });

  it.each(['reviewers', 'assignees'] as const)('of %s says value, weight and what came of them', (kind) => {
    const [best] = model[kind](task, { at, k: 1, explain: true });

    for (const { value, meanValue, weight, contribution } of best?.evidence ?? []) {
      expect(contribution).toBeCloseTo(weight * (value - meanValue), 9);
    }
    expect(best?.evidence?.some(({ weight, shippedWeight }) => weight !== shippedWeight)).toBe(true);
    expect(best?.evidence?.some(({ times }) => (times ?? 0) > 0)).toBe(true);
  });

  it('is left out where it is not asked for', () => {
    expect(model.reviewers(task, { at, k: 1 })[0]).not.toHaveProperty('evidence');
  });
});

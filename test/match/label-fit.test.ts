import { describe, expect, it } from '@jest/globals';
import { weightOrder } from '../../src/match/label-chance.ts';
import type { LabelEvidence } from '../../src/match/label-evidence.ts';
import type { LabelExam } from '../../src/match/label-exam.ts';
import { fitLabelWeights, labelRows, priorMeans } from '../../src/match/label-fit.ts';
import { finish } from '../../src/match/steps.ts';

const nothing = Object.fromEntries(
  weightOrder.filter((name) => name !== 'bias').map((name) => [name, 0]),
) as unknown as LabelEvidence;

/** Here a label is right where the text names it, whatever its line says. */
function exams(count: number): LabelExam[] {
  return Array.from({ length: count }, (_, at) => ({
    usual: 1,
    answers: [
      { label: 0, name: 'a', right: true, evidence: { ...nothing, whole: 1, margin: at % 2 === 0 ? 1 : -1 } },
      { label: 1, name: 'b', right: false, evidence: { ...nothing, margin: at % 2 === 0 ? -1 : 1 } },
    ],
  }));
}

const weightsAfter = (past: LabelExam[]) => finish(fitLabelWeights(labelRows(past)));
const weightOf = (weights: Float64Array, name: keyof LabelEvidence) => weights[weightOrder.indexOf(name)] ?? 0;

describe('weights of labels', () => {
  it('are those of the prior where there is no past', () => {
    expect(weightsAfter([])).toEqual(priorMeans);
  });

  it('move to what is right in a repository, the farther the more it has shown', () => {
    const [few, many] = [weightsAfter(exams(10)), weightsAfter(exams(200))];

    expect(weightOf(few, 'whole')).toBeGreaterThan(weightOf(priorMeans, 'whole'));
    expect(weightOf(many, 'whole')).toBeGreaterThan(weightOf(few, 'whole'));
    expect(weightOf(many, 'margin')).toBeLessThan(weightOf(priorMeans, 'margin'));
  });
});

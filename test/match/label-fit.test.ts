import { describe, expect, it } from '@jest/globals';
import { type LabelEvidence, placeInRow, ROW_LENGTH } from '../../src/match/label-evidence-row.ts';
import type { LabelExam } from '../../src/match/label-exam.ts';
import { fitLabelWeights, labelRows, priorMeans } from '../../src/match/label-fit.ts';
import { finish } from '../../src/match/steps.ts';

function row(evidence: Partial<LabelEvidence>): number[] {
  const cells = new Array<number>(ROW_LENGTH).fill(0);
  cells[placeInRow.bias] = 1;
  cells[placeInRow.whole] = evidence.whole ?? 0;
  cells[placeInRow.margin] = evidence.margin ?? 0;
  return cells;
}

/** Here a label is right where the text names it, whatever its line says. */
function exams(count: number): LabelExam[] {
  return Array.from({ length: count }, (_, at) => {
    const margin = at % 2 === 0 ? 1 : -1;
    return {
      usual: 1,
      names: ['a', 'b'],
      right: Uint8Array.of(1, 0),
      rows: Float64Array.from([...row({ whole: 1, margin }), ...row({ margin: -margin })]),
    };
  });
}

const weightsAfter = (past: LabelExam[]) => finish(fitLabelWeights(labelRows(past)));
const weightOf = (weights: Float64Array, name: keyof LabelEvidence) => weights[placeInRow[name]] ?? 0;

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

import type { ChangeEvidence } from './change-evidence.ts';
import { columnOf, logColumn } from './feature-columns.ts';
import type { ReviewQuestion } from './review-question.ts';
import type { ReviewerFeatures } from './reviewer-features.ts';

const LEAST_SHARE = 1e-3;
const PRIOR_WEIGHT = 0.5;

/** What each person did at single files: thin evidence, but the best there is. */
export function fileKnowledge(
  { changedPaths, reviewedPaths }: ChangeEvidence,
  { files, time, candidates, people }: ReviewQuestion,
): Pick<ReviewerFeatures, 'changedFirstFile' | 'changedFiles' | 'knowsOneFile'> {
  const most = new Float64Array(people);
  const first = new Float64Array(people);
  const shares = new Float64Array(people);
  for (const [at, file] of files.entries()) {
    if (file === null) continue;
    const part = 1 / files.length / (changedPaths.total(file, time) + PRIOR_WEIGHT);
    for (const [person, weight] of changedPaths.weights(file, time)) {
      most[person] = Math.max(most[person] ?? 0, weight);
      shares[person] = (shares[person] ?? 0) + part * weight;
      if (at === 0) first[person] = Math.min(1, weight);
    }
    for (const [person, weight] of reviewedPaths.weights(file, time)) {
      most[person] = Math.max(most[person] ?? 0, weight);
    }
  }
  return {
    changedFirstFile: columnOf(candidates, (person) => first[person] ?? 0),
    changedFiles: logColumn(candidates, shares, LEAST_SHARE),
    knowsOneFile: logColumn(candidates, most, 1),
  };
}

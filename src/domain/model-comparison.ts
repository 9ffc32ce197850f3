import type { LabelsReport } from './classification.ts';
import type { RankingScores } from './ranking-scores.ts';

/** A model that was trained elsewhere, on the newest questions, beside what is embedded on the same ones. */
export interface ModelComparison {
  /** As the settings name it. */
  model: string;
  asked: number;
  /** The scores are of these questions alone. */
  answered: number;
  /** Why it did not answer all of them. */
  problem: ModelProblem | null;
  /** What the model calls labels and the history does not, some of it. */
  strangeLabels: string[];
  byModel: ComparedAnswers;
  embedded: ComparedAnswers;
}

/** `because` is a sentence of ours, never of the server. */
export type ModelProblem = { kind: 'not-configured' } | { kind: 'no-answer'; because: string };

export interface ComparedAnswers {
  scores: RankingScores;
  labels: LabelsReport;
}

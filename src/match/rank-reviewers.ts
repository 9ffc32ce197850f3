import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import type { Codeowners } from './codeowners.ts';
import { explainScore } from './explain-score.ts';
import { judgedShares } from './judged-shares.ts';
import type { ModelTuning } from './model-tuning.ts';
import type { PathTree } from './path-tree.ts';
import type { People } from './people.ts';
import { reviewQuestion } from './review-question.ts';
import { reviewerFeatures } from './reviewer-features.ts';
import { areasOf, reviewerReasons } from './reviewer-reasons.ts';
import { reviewerTimes } from './reviewer-times.ts';

/** What ranking people by changes draws on. */
export interface KnownChanges {
  evidence: ChangeEvidence;
  tree: PathTree;
  people: People;
}

export interface RankRules {
  time: number;
  k: number;
  allowed: (login: string) => boolean;
  codeowners: Codeowners;
  /** Whether all evidence is told. */
  explain?: boolean;
}

/** Best reviewers first; equal ones by login. The author is never among them. */
export function rankReviewers(
  known: KnownChanges & { tuning: ModelTuning },
  task: Task,
  rules: RankRules,
): RankedPerson[] {
  const judgement = known.tuning.reviewers(rules.time);
  const { evidence, tree, people } = known;
  const question = reviewQuestion(known, task, rules);
  const { candidates, owned, time } = question;
  const features = reviewerFeatures(evidence, tree, question);
  const author = task.author?.toLowerCase();
  const nameOf = (person: number) => {
    const login = person > people.highest() ? (owned.get(person)?.login ?? '') : people.loginOf(person);
    return login.toLowerCase() !== author && rules.allowed(login) ? login : null;
  };
  const usual = evidence.usualReviewers(time);
  const areas = areasOf(question.nodes, tree);
  return judgedShares({ candidates, features, ...judgement }, rules.k, nameOf).map(({ at, person, login, share }) => ({
    login,
    score: share,
    probability: judgement.probability(share, usual),
    reasons: reviewerReasons(person, { ...question, areas }, evidence, tree),
    ...(rules.explain && {
      evidence: explainScore(at, features, judgement, reviewerTimes(person, { ...question, areas }, evidence)),
    }),
  }));
}

import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { assigneeFeatures } from './assignee-features.ts';
import { assigneeReasons } from './assignee-reasons.ts';
import { assigneeTimes } from './assignee-times.ts';
import { assignmentQuestion } from './assignment-question.ts';
import type { ContentStore } from './content-store.ts';
import { explainScore } from './explain-score.ts';
import type { FileNames } from './file-names.ts';
import { judgedShares } from './judged-shares.ts';
import type { ModelTuning } from './model-tuning.ts';
import type { KnownChanges, RankRules } from './rank-reviewers.ts';
import type { ThreadEvidence } from './thread-evidence.ts';
import type { ThreadStore } from './thread-store.ts';

/** What ranking people by threads draws on, besides changes. */
export interface KnownThreads extends KnownChanges {
  fileNames: FileNames;
  threadEvidence: ThreadEvidence;
  threads: ThreadStore;
  contents: ContentStore;
}

/** Best people to take a task first; equal ones by login. The author may take their own. */
export function rankAssignees(
  known: KnownThreads & { tuning: ModelTuning },
  task: Task,
  rules: RankRules,
): RankedPerson[] {
  const { people, tuning, evidence, tree, threadEvidence } = known;
  const judgement = task.type === 'discussion' ? tuning.answerers(rules.time) : tuning.assignees(rules.time);
  const question = assignmentQuestion(known, task, rules.time);
  const { candidates } = question;
  const features = assigneeFeatures(threadEvidence, evidence, tree, question);
  const usual = threadEvidence.usualTakers(rules.time);
  const nameOf = (person: number) => {
    const login = people.loginOf(person);
    return rules.allowed(login) ? login : null;
  };
  const explained = (at: number, person: number) => {
    const evidence = explainScore(at, features, judgement, assigneeTimes(person, question, known));
    return task.type === 'discussion' ? evidence.map((one) => ({ ...one, answers: true as const })) : evidence;
  };
  return judgedShares({ candidates, features, ...judgement }, rules.k, nameOf).map(({ at, person, login, share }) => ({
    login,
    score: share,
    probability: judgement.probability(share, usual),
    reasons: assigneeReasons(person, question, known),
    ...(rules.explain && { evidence: explained(at, person) }),
  }));
}

import { emptyTask } from '../domain/task.ts';
import type { ChangeRecord } from './change-evidence.ts';
import { type Exercise, exerciseOf } from './exercise.ts';
import { weighFeatures } from './feature-columns.ts';
import type { KnownChanges } from './rank-reviewers.ts';
import { reviewQuestion } from './review-question.ts';
import { type ReviewerFeature, reviewerFeatures } from './reviewer-features.ts';
import { reviewerWeights } from './reviewer-weights.ts';

const FEATURES = Object.keys(reviewerWeights) as ReviewerFeature[];

/** Asks who reviews a change of the past, of a model that knows only what came before it. */
export function pastReview(
  known: KnownChanges,
  change: ChangeRecord,
  { isBot, answers }: { isBot: (login: string) => boolean; answers: number },
): Exercise {
  const { evidence, tree, people } = known;
  const { id, time, author, files, titleWords } = change;
  const task = {
    ...emptyTask,
    type: 'change' as const,
    id,
    author: author === null ? null : people.loginOf(author),
    title: titleWords.map(evidence.wordText).join(' '),
    files: files.map((file) => ({ path: tree.path(file), added: null, deleted: null })),
  };
  const question = reviewQuestion(known, task, { time, codeowners: () => null });
  const features = reviewerFeatures(evidence, tree, question);
  return exerciseOf(
    {
      candidates: question.candidates,
      features,
      scores: weighFeatures(features, reviewerWeights, question.candidates.length),
      nameOf(person) {
        const login = people.foldedLogin(person);
        return person === author || isBot(login) ? null : login;
      },
      right: change.reviewers,
      usual: evidence.usualReviewers(time),
      known: answers,
    },
    FEATURES,
  );
}

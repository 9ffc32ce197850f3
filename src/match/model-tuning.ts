import type { AssigneeFeature } from './assignee-features.ts';
import type { Bots } from './bots.ts';
import { createEventLog } from './event-log.ts';
import type { Exercise } from './exercise.ts';
import { type HistoryEvent, isOver } from './history-event.ts';
import { pastAssignment } from './past-assignments.ts';
import { pastReview } from './past-reviews.ts';
import type { KnownThreads } from './rank-assignees.ts';
import { createRehearsal, type Rehearsal } from './rehearsal.ts';
import type { ReviewerFeature } from './reviewer-features.ts';
import { shippedAssignees, shippedReviewers } from './shipped.ts';
import { createStandpoint } from './standpoint.ts';
import { finish, type Steps } from './steps.ts';
import { type Shipped, type Tuning, tuneInSteps } from './tuning.ts';

/** How a question is judged: what each kind of evidence weighs here, and how sure one may be. */
export interface Judgement<Feature extends string> {
  weights: Record<Feature, number>;
  shipped: Record<Feature, number>;
  /** How many past questions the weights are learnt from. */
  exercises: number;
  /** The chance of somebody with such a share of all odds, where so many usually are right. */
  probability(share: number, usual: number): number;
}

/** What a repository's own past says of how it is to be judged: a function of the facts and the time. */
export interface ModelTuning {
  /**
   * Between the pieces of `settle` the model knows only a part of what it has learnt: wanted before anything is learnt or
   * unlearnt, and before what was counted is looked at. Judging does so itself.
   */
  present(): void;
  changed(event: HistoryEvent, sign: 1 | -1): void;
  /** After words of a thread of this time came, went or changed. */
  contentChanged(time: number | null): void;
  /** After somebody turned out to be a bot, or no bot. */
  forget(): void;
  reviewers(time: number): Judgement<ReviewerFeature>;
  assignees(time: number): Judgement<AssigneeFeature>;
  /** Of those who could answer a discussion. */
  answerers(time: number): Judgement<AssigneeFeature>;
  /** Learns what there is to learn for questions about the present, piece by piece; judging is the same without. */
  settle(kind: 'reviewers' | 'assignees'): Steps<void>;
}

export function createModelTuning(known: KnownThreads, bots: Bots): ModelTuning {
  const history = createEventLog<HistoryEvent>();
  const standpoint = createStandpoint(history.all, count);
  const reviews = createRehearsal<HistoryEvent>(history.all, standpoint, {
    askedAt: (event) => (event.kind === 'change' && event.change.reviewers.length > 0 ? event.time : null),
    ask: (event, answers) => askPast(event, answers),
  });
  const assignments = createRehearsal<HistoryEvent>(history.all, standpoint, {
    askedAt: (event) => openingTime(event, false),
    ask: (event, answers) => askPast(event, answers),
  });
  // Who answers a question is another thing than who takes up a task, though the same speaks for both.
  const answers = createRehearsal<HistoryEvent>(history.all, standpoint, {
    askedAt: (event) => openingTime(event, true),
    ask: (event, known) => askPast(event, known),
  });
  const tunedReviewers = createJudge(reviews, shippedReviewers);
  const tunedAssignees = createJudge(assignments, shippedAssignees);
  const tunedAnswerers = createJudge(answers, shippedAssignees);

  function count(event: HistoryEvent, sign: 1 | -1): void {
    if (event.kind === 'change') known.evidence.count(event.change, sign);
    else known.threadEvidence.count(event.thread, sign);
  }

  function askPast(event: HistoryEvent, answers: number): Exercise {
    const asked = { isBot: bots.has, answers };
    return event.kind === 'change'
      ? pastReview(known, event.change, asked)
      : pastAssignment(known, event.thread, asked);
  }

  return {
    present: standpoint.present,
    changed(event, sign) {
      if (sign === 1) history.add(event);
      else history.remove(event);
      reviews.changed(event, sign);
      assignments.changed(event, sign);
      answers.changed(event, sign);
    },
    contentChanged(time) {
      if (time === null || Number.isNaN(time)) return;
      assignments.forgetAfter(time);
      answers.forgetAfter(time);
    },
    forget() {
      reviews.forget();
      assignments.forget();
      answers.forget();
    },
    reviewers: tunedReviewers.at,
    assignees: tunedAssignees.at,
    answerers: tunedAnswerers.at,
    *settle(kind) {
      if (kind === 'reviewers') return yield* tunedReviewers.settle();
      yield* tunedAssignees.settle();
      yield* tunedAnswerers.settle();
    },
  };
}

/** When a thread that was taken was opened; null of any other, and of those that are of another kind. */
function openingTime(event: HistoryEvent, isDiscussion: boolean): number | null {
  if (event.kind !== 'thread' || (event.thread.type === 'discussion') !== isDiscussion) return null;
  return isOver(event.thread) && event.thread.assignees.length > 0 ? event.thread.time : null;
}

interface Judge<Feature extends string> {
  at(time: number): Judgement<Feature>;
  settle(): Steps<void>;
}

/** Tunes again only where the exercises are others than last time. */
function createJudge<Feature extends string>(
  rehearsal: Rehearsal<HistoryEvent>,
  shipped: Shipped<Feature>,
): Judge<Feature> {
  let last: { exercises: readonly Exercise[]; tuning: Tuning<Feature> } | null = null;

  function* tunedBy(exercises: readonly Exercise[]): Steps<Tuning<Feature>> {
    if (last !== null && areSame(last.exercises, exercises)) return last.tuning;
    const tuning = yield* tuneInSteps(exercises, shipped);
    last = { exercises, tuning };
    return tuning;
  }

  return {
    at(time) {
      const exercises = rehearsal.before(time);
      const { weights, probability } = finish(tunedBy(exercises));
      const answers = rehearsal.known(time);
      return {
        weights,
        shipped: shipped.weights,
        exercises: exercises.length,
        probability: (share, usual) => probability(share, usual, answers),
      };
    },
    *settle() {
      yield* tunedBy(yield* rehearsal.beforeInSteps(Number.POSITIVE_INFINITY));
    },
  };
}

function areSame(some: readonly Exercise[], others: readonly Exercise[]): boolean {
  return some === others || (some.length === others.length && some.every((exercise, at) => exercise === others[at]));
}

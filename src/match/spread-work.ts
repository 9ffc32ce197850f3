import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { DAY_MS } from './decay.ts';
import { fileKnowers } from './file-knowers.ts';
import type { ModelParts } from './model-parts.ts';
import { preferAmongNearEqual } from './near-equal.ts';
import { rankAssignees } from './rank-assignees.ts';
import { type RankRules, rankReviewers } from './rank-reviewers.ts';

const LATELY_MS = 30 * DAY_MS;
const STAYING_MS = 90 * DAY_MS;
const GONE_AFTER_MS = 180 * DAY_MS;
/** At least so many of the best are looked at. */
const LOOKED_AT = 10;
/** A file that at most so many others know is hardly known. */
const FEW = 1;
const MAX_FILES = 100;

export interface SpreadOptions {
  /** Reviewers: of near-equal ones first who lowers the number of files that only one person knows, then the less loaded. */
  spreadKnowledge?: boolean;
  /** Of near-equal people first the less loaded. */
  shareLoad?: boolean;
  /** Who did nothing for so long is taken for gone; absent: half a year. */
  inactiveAfterMs?: number;
}

/** Reviewers as they are ranked, or with the work spread among near-equal ones. */
export function reviewersSpread(
  known: ModelParts,
  task: Task,
  rules: RankRules,
  { spreadKnowledge = false, shareLoad = false, inactiveAfterMs = GONE_AFTER_MS }: SpreadOptions,
): RankedPerson[] {
  if (!spreadKnowledge && !shareLoad) return rankReviewers(known, task, rules);
  const { people, evidence, threadEvidence } = known;
  const { time, k } = rules;
  const ranked = rankReviewers(known, task, { ...rules, k: Math.max(k, LOOKED_AT) });
  const hardlyKnown = spreadKnowledge ? hardlyKnownFiles(known, task, time, inactiveAfterMs) : [];
  const spread = preferAmongNearEqual(ranked, {
    /** Who did not review lately is not taken for somebody who will stay to know the files. */
    gain(login) {
      const person = people.find(login);
      if (person === null || evidence.reviews.last(person, time) < time - STAYING_MS) return 0;
      return hardlyKnown.filter((knowers) => !knowers.has(person)).length;
    },
    load(login) {
      const person = people.find(login);
      if (person === null) return 0;
      return threadEvidence.openLoad(person) + evidence.reviews.countBetween(person, time - LATELY_MS, time);
    },
  });
  return spread.slice(0, k);
}

/** Assignees as they are ranked, or of near-equal ones first who holds less and took less lately. */
export function assigneesSpread(
  known: ModelParts,
  task: Task,
  rules: RankRules,
  { shareLoad = false }: SpreadOptions,
): RankedPerson[] {
  if (!shareLoad) return rankAssignees(known, task, rules);
  const { people, threadEvidence } = known;
  const { time, k } = rules;
  const ranked = rankAssignees(known, task, { ...rules, k: Math.max(k, LOOKED_AT) });
  const spread = preferAmongNearEqual(ranked, {
    gain: () => 0,
    load(login) {
      const person = people.find(login);
      if (person === null) return 0;
      return threadEvidence.openLoad(person) + threadEvidence.taken.countBetween(person, time - LATELY_MS, time);
    },
  });
  return spread.slice(0, k);
}

/** Knowers of each file that at most one other person than the author knows. */
function hardlyKnownFiles(known: ModelParts, { author, files }: Task, time: number, silentAfterMs: number) {
  const paths = files.slice(0, MAX_FILES).map(({ path }) => path);
  return fileKnowers(known, { paths, author, time, silentAfterMs }).filter(({ size }) => size <= FEW);
}

import type { AssignmentQuestion } from './assignment-question.ts';
import { chanceAtPaths, chanceInArea, evenChances } from './chances.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { EvidenceTable } from './evidence-table.ts';
import { type Column, columnOf, logColumn } from './feature-columns.ts';
import { type HabitFeatures, habitFeatures } from './habit-features.ts';
import type { PathTree } from './path-tree.ts';
import type { ThreadEvidence } from './thread-evidence.ts';

/** One column a feature, one number a candidate; larger speaks for the person. */
export interface AssigneeFeatures extends HabitFeatures {
  /** Log share of the votes of similar threads. */
  tookSimilar: Column;
  /** The same where lately taken threads count more. */
  tookSimilarLately: Column;
  /** Log share of what was taken in the last weeks. */
  tookLately: Column;
  /** Log share of all that was taken. */
  tookOverall: Column;
  /** Minus log days since they last took a thread. */
  sinceTaken: Column;
  /** Log ratio: how much more they take threads with these labels than threads in general. */
  tookLabels: Column;
  /** The same of threads by this author. */
  tookFromAuthor: Column;
  /** Log chance that they write changes to paths with such words. */
  changedWords: Column;
  /** Log chance that they write changes to the files named in the text. */
  changedFiles: Column;
}

export type AssigneeFeature = keyof AssigneeFeatures;

/** What is known of somebody of whom nothing is known. */
const LEAST_SHARE = 0.02;
const LEAST_ACTS = 0.05;
const NEVER_DAYS = 3650;
const OVERALL_PRIOR_WEIGHT = 1;
const LABEL_PRIOR_WEIGHT = 5;
const AUTHOR_PRIOR_WEIGHT = 3;

export function assigneeFeatures(
  threads: ThreadEvidence,
  changes: ChangeEvidence,
  tree: PathTree,
  question: AssignmentQuestion,
): AssigneeFeatures {
  const { time, author, labels, similar, candidates, people } = question;
  const even = evenChances(candidates, people);
  const overall = chanceInArea(threads.takenOverall, 0, time, even, OVERALL_PRIOR_WEIGHT);
  const fromAuthor = chanceInArea(threads.takenAuthors, author, time, overall, AUTHOR_PRIOR_WEIGHT);
  const ofLabels = labels.map((label) => chanceInArea(threads.takenLabels, label, time, overall, LABEL_PRIOR_WEIGHT));
  return {
    tookSimilar: columnOf(candidates, (person) => Math.log((similar.get(person)?.share ?? 0) + LEAST_SHARE)),
    tookSimilarLately: columnOf(candidates, (person) => Math.log((similar.get(person)?.lateShare ?? 0) + LEAST_SHARE)),
    tookLately: logActShares(threads.recentlyTaken, time, candidates, people),
    tookOverall: logActShares(threads.takenOverall, time, candidates, people),
    sinceTaken: columnOf(candidates, (person) => -logDaysSince(threads.taken.last(person, time), time)),
    tookLabels: meanLogRatio(candidates, ofLabels, overall),
    tookFromAuthor: meanLogRatio(candidates, [fromAuthor], overall),
    ...habitFeatures(threads, question),
    ...changeKnowledge(changes, tree, question, even),
  };
}

function logActShares(table: EvidenceTable, time: number, candidates: readonly number[], people: number): Column {
  const all = table.total(0, time) + LEAST_ACTS * candidates.length;
  const acts = new Float64Array(people);
  table.addWeights(0, time, 1 / all, acts);
  return logColumn(candidates, acts, LEAST_ACTS / all);
}

function logDaysSince(last: number, time: number): number {
  return Math.log(1 + Math.min(NEVER_DAYS, (time - last) / DAY_MS));
}

/** 0 where the areas say nothing special. */
function meanLogRatio(candidates: readonly number[], areas: Float64Array[], overall: Float64Array): Column {
  return columnOf(candidates, (person) => {
    let sum = 0;
    for (const area of areas) sum += Math.log((area[person] ?? 0) / (overall[person] ?? 1));
    return areas.length === 0 ? 0 : sum / areas.length;
  });
}

function changeKnowledge(
  { changedWords, changedPaths }: ChangeEvidence,
  tree: PathTree,
  { time, words, files, candidates }: AssignmentQuestion,
  even: Float64Array,
): Pick<AssigneeFeatures, 'changedWords' | 'changedFiles'> {
  const overall = chanceInArea(changedPaths, 0, time, even, OVERALL_PRIOR_WEIGHT);
  const byWords = new Float64Array(even.length);
  for (const word of words) {
    changedWords.addWeights(word, time, 1 / words.length / (changedWords.total(word, time) + 1), byWords);
  }
  const byFiles = chanceAtPaths(changedPaths, tree, files, time, overall);
  return {
    changedWords: logColumn(candidates, byWords, LEAST_SHARE),
    changedFiles: logColumn(candidates, byFiles, LEAST_SHARE),
  };
}

import { chanceAtPaths, chanceInArea } from './chances.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import { EVERYBODY, type EvidenceTable } from './evidence-table.ts';
import type { PathTree } from './path-tree.ts';
import type { SimilarWork } from './similar-votes.ts';
import type { ThreadEvidence } from './thread-evidence.ts';

/** What is asked about, as numbers of one model. */
export interface AssignmentQuestion {
  time: number;
  author: number | null;
  /** Labels that somebody took threads of. */
  labels: number[];
  /** Score of the most similar thread. */
  bestScore: number;
  /** What similar threads say, by person. */
  similar: Map<number, SimilarWork>;
  /** Words of the text that are words of paths too, and files it names. */
  words: number[];
  files: number[];
}

/** One column a feature, indexed by person; larger speaks for the person. */
export interface AssigneeFeatures {
  /** Log share of the votes of similar threads. */
  tookSimilar: Float64Array;
  /** Log share of what was taken in the last weeks. */
  tookLately: Float64Array;
  /** Log share of all that was taken. */
  tookOverall: Float64Array;
  /** Minus log days since they last took a thread. */
  sinceTaken: Float64Array;
  /** Log ratio: how much more they take threads with these labels than threads in general. */
  tookLabels: Float64Array;
  /** The same of threads by this author. */
  tookFromAuthor: Float64Array;
  /** Log chance that they write changes to paths with such words. */
  changedWords: Float64Array;
  /** Log chance that they write changes to the files named in the text. */
  changedFiles: Float64Array;
}

export type AssigneeFeature = keyof AssigneeFeatures;

/** What is known of somebody of whom nothing is known. */
const LEAST_SHARE = 0.02;
const LEAST_ACTS = 0.05;
const NEVER_DAYS = 3650;
const LABEL_PRIOR_WEIGHT = 5;
const AUTHOR_PRIOR_WEIGHT = 3;

export function assigneeFeatures(
  threads: ThreadEvidence,
  changes: ChangeEvidence,
  tree: PathTree,
  question: AssignmentQuestion,
  candidates: number[],
  people: number,
): AssigneeFeatures {
  const { time, author, labels, words, files } = question;
  const even = new Float64Array(people);
  for (const person of candidates) even[person] = 1 / candidates.length;
  const overall = chanceInArea(threads.takenOverall, 0, time, even, 1);
  const fromAuthor = chanceInArea(threads.takenAuthors, author, time, overall, AUTHOR_PRIOR_WEIGHT);
  return {
    tookSimilar: similarShares(question.similar, people),
    tookLately: actShares(threads.recentlyTaken, time, candidates, people),
    tookOverall: actShares(threads.takenOverall, time, candidates, people),
    sinceTaken: sinceTaken(threads, candidates, time, people),
    tookLabels: meanLogRatio(
      labels.map((label) => chanceInArea(threads.takenLabels, label, time, overall, LABEL_PRIOR_WEIGHT)),
      overall,
    ),
    tookFromAuthor: meanLogRatio([fromAuthor], overall),
    ...changeKnowledge(changes, tree, time, words, files, even),
  };
}

function similarShares(similar: Map<number, SimilarWork>, people: number): Float64Array {
  const column = new Float64Array(people).fill(Math.log(LEAST_SHARE));
  for (const [person, { share }] of similar) column[person] = Math.log(share + LEAST_SHARE);
  return column;
}

function actShares(table: EvidenceTable, time: number, candidates: number[], people: number): Float64Array {
  const all = table.weight(0, EVERYBODY, time) + LEAST_ACTS * candidates.length;
  const acts = new Float64Array(people);
  table.addWeights(0, time, 1, acts);
  return acts.map((weight) => Math.log((weight + LEAST_ACTS) / all));
}

function sinceTaken({ taken }: ThreadEvidence, candidates: number[], time: number, people: number): Float64Array {
  const column = new Float64Array(people).fill(-Math.log(1 + NEVER_DAYS));
  for (const person of candidates) {
    const last = taken.last(person, time);
    if (last !== null) column[person] = -Math.log(1 + Math.min(NEVER_DAYS, (time - last.time) / DAY_MS));
  }
  return column;
}

/** 0 where the areas say nothing special. */
function meanLogRatio(areas: Float64Array[], overall: Float64Array): Float64Array {
  return overall.map((chance, person) => {
    let sum = 0;
    for (const area of areas) sum += chance > 0 ? Math.log((area[person] ?? 0) / chance) : 0;
    return areas.length === 0 ? 0 : sum / areas.length;
  });
}

function changeKnowledge(
  { changedWords, changedPaths }: ChangeEvidence,
  tree: PathTree,
  time: number,
  words: number[],
  files: number[],
  even: Float64Array,
): Pick<AssigneeFeatures, 'changedWords' | 'changedFiles'> {
  const overall = chanceInArea(changedPaths, 0, time, even, 1);
  const byWords = new Float64Array(even.length);
  for (const word of words) {
    const share = 1 / words.length / (changedWords.weight(word, EVERYBODY, time) + 1);
    changedWords.addWeights(word, time, share, byWords);
  }
  const byFiles = chanceAtPaths(changedPaths, tree, files, time, overall);
  return {
    changedWords: byWords.map((chance) => Math.log(chance + LEAST_SHARE)),
    changedFiles: byFiles.map((chance) => Math.log(chance + LEAST_SHARE)),
  };
}

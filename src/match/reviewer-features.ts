import { chanceAtPaths, chanceInArea, evenChances } from './chances.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import { type Column, columnOf, logColumn } from './feature-columns.ts';
import type { PathTree } from './path-tree.ts';
import { pathWords } from './path-words.ts';
import type { ReviewQuestion } from './review-question.ts';

/** One column a feature, one number a candidate; larger speaks for the person. */
export interface ReviewerFeatures {
  /** Log chance that they review at these paths. */
  reviewedHere: Column;
  /** Log chance that they review this author. */
  reviewedAuthor: Column;
  /** How many of this author's last reviewed changes they reviewed, the newest counting most. */
  reviewedAuthorLast: Column;
  /** Log chance that they review at all: taken off, so that what is special here counts. */
  reviewsOverall: Column;
  /** Log share of all acts in the last weeks. */
  actsLately: Column;
  /** Minus log days since the last review. */
  reviewedLately: Column;
  /** Log chance that they review files with such words in their paths. */
  reviewedWords: Column;
  /** Whether they changed the first file, decayed. */
  changedFirstFile: Column;
  /** Log weight of the most they did at any one of the files. */
  knowsOneFile: Column;
  /** Share of the files they own. */
  owns: Column;
}

export type ReviewerFeature = keyof ReviewerFeatures;

const LEAST_CHANCE = 1e-5;
const LEAST_WORD_CHANCE = 1e-3;
const NEVER_DAYS = 3650;
/** How many acts' worth a prior weighs beside the evidence. */
const PRIOR_WEIGHT = { overall: 3, lately: 3, author: 2, word: 1 };
const SERIES_LENGTH = 10;
const SERIES_FADING = 0.7;
/** Words in a larger part of the changes say nothing: `src`, or the project's name. */
const COMMON_WORD = 0.3;
const FEW_TIMES = 10;
const MAX_FILES_WITH_WORDS = 50;

export function reviewerFeatures(evidence: ChangeEvidence, tree: PathTree, question: ReviewQuestion): ReviewerFeatures {
  const { time, author, nodes, candidates, people } = question;
  const { reviewedPaths, recentReviews, recentActs, reviewedAuthors } = evidence;
  const even = evenChances(candidates, people);
  const overall = chanceInArea(reviewedPaths, 0, time, even, PRIOR_WEIGHT.overall);
  const lately = chanceInArea(recentReviews, 0, time, overall, PRIOR_WEIGHT.lately);
  const acting = chanceInArea(recentActs, 0, time, even, PRIOR_WEIGHT.lately);
  const here = chanceAtPaths(reviewedPaths, tree, nodes, time, overall);
  const forAuthor = chanceInArea(reviewedAuthors, author, time, lately, PRIOR_WEIGHT.author);
  return {
    reviewedHere: logColumn(candidates, here, LEAST_CHANCE),
    reviewedAuthor: logColumn(candidates, forAuthor, LEAST_CHANCE),
    reviewedAuthorLast: lastReviewsOfAuthor(evidence, question),
    reviewsOverall: logColumn(candidates, overall, LEAST_CHANCE),
    actsLately: logColumn(candidates, acting, LEAST_CHANCE),
    reviewedLately: columnOf(candidates, (person) => -logDaysSince(evidence.reviews.last(person, time), time)),
    reviewedWords: logColumn(candidates, wordChances(evidence, question), LEAST_WORD_CHANCE),
    ...fileKnowledge(evidence, question),
    owns: columnOf(candidates, (person) => question.owned.get(person)?.share ?? 0),
  };
}

function logDaysSince(last: number, time: number): number {
  return Math.log(1 + Math.min(NEVER_DAYS, (time - last) / DAY_MS));
}

/** Changes come in series, and a series keeps its reviewers. */
function lastReviewsOfAuthor(
  { changes }: ChangeEvidence,
  { author, time, candidates, people }: ReviewQuestion,
): Column {
  const reviewed = new Float64Array(people);
  if (author !== null) {
    const last = changes.latest(author, time, SERIES_LENGTH, ({ reviewers }) => reviewers.length > 0);
    for (const [at, { reviewers }] of last.entries()) {
      for (const reviewer of reviewers) reviewed[reviewer] = (reviewed[reviewer] ?? 0) + SERIES_FADING ** at;
    }
  }
  return columnOf(candidates, (person) => reviewed[person] ?? 0);
}

/** Mean over the words that say something; their evidence is thin, so each leans on one act by nobody. */
function wordChances(evidence: ChangeEvidence, { paths, time, people }: ReviewQuestion): Float64Array {
  const table = evidence.reviewedWords;
  const telling = new Map<number, number>();
  const mostTimes = Math.max(FEW_TIMES, COMMON_WORD * evidence.reviewedPaths.times(0, time));
  for (const text of new Set(paths.slice(0, MAX_FILES_WITH_WORDS).flatMap(pathWords))) {
    const word = evidence.word(text);
    const known = word === null ? 0 : table.total(word, time);
    if (word !== null && known > 0 && table.times(word, time) <= mostTimes) telling.set(word, known);
  }
  const chances = new Float64Array(people);
  for (const [word, known] of telling) {
    table.addWeights(word, time, 1 / telling.size / (known + PRIOR_WEIGHT.word), chances);
  }
  return chances;
}

/** What each person did at single files: thin evidence, but the best there is. */
function fileKnowledge(
  { changedPaths, reviewedPaths }: ChangeEvidence,
  { files, time, candidates, people }: ReviewQuestion,
): Pick<ReviewerFeatures, 'changedFirstFile' | 'knowsOneFile'> {
  const most = new Float64Array(people);
  const first = new Float64Array(people);
  for (const [at, file] of files.entries()) {
    if (file === null) continue;
    for (const [person, weight] of changedPaths.weights(file, time)) {
      most[person] = Math.max(most[person] ?? 0, weight);
      if (at === 0) first[person] = Math.min(1, weight);
    }
    for (const [person, weight] of reviewedPaths.weights(file, time)) {
      most[person] = Math.max(most[person] ?? 0, weight);
    }
  }
  return {
    changedFirstFile: columnOf(candidates, (person) => first[person] ?? 0),
    knowsOneFile: logColumn(candidates, most, 1),
  };
}

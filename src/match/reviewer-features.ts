import { askedAreas } from './asked-areas.ts';
import { awakeNow } from './awake.ts';
import { chanceAtPaths, chanceInArea, evenChances } from './chances.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import { type Column, columnOf, logColumn } from './feature-columns.ts';
import { fileKnowledge } from './file-knowledge.ts';
import { lastAuthors, lastReviews } from './last-work.ts';
import type { PathTree } from './path-tree.ts';
import { pathWords } from './path-words.ts';
import { recentChances } from './recent-chances.ts';
import type { ReviewQuestion } from './review-question.ts';
import { wordFit } from './word-fit.ts';

/** One column a feature, one number a candidate; larger speaks for the person. */
export interface ReviewerFeatures {
  /** Log chance that they review at these paths, by the last year. */
  reviewedHere: Column;
  /** The same by the last weeks. */
  reviewedHereLately: Column;
  /** Log chance that they review this author. */
  reviewedAuthor: Column;
  /** How many of this author's last reviewed changes they reviewed, the newest counting most. */
  reviewedAuthorLast: Column;
  /** Log chance that they review at all: taken off, so that what is special here counts. */
  reviewsOverall: Column;
  /** Log weight of their reviews of the very last changes. */
  reviewedLast: Column;
  /** Minus log days since the last review or change. */
  actedLately: Column;
  /** How much more than usual they do around this hour of the day. */
  awakeNow: Column;
  /** How much more than usual they review files with such words in their paths. */
  reviewedWords: Column;
  /** The same of words in the title. */
  reviewedTitles: Column;
  /** Whether they changed the first file, decayed. */
  changedFirstFile: Column;
  /** Log share of the changes to these files that they wrote. */
  changedFiles: Column;
  /** How many of the last changes to these files and their directories they wrote, the newest counting most. */
  changedHereLast: Column;
  /** Log weight of the most they did at any one of the files. */
  knowsOneFile: Column;
  /** Share of the files they own. */
  owns: Column;
}

export type ReviewerFeature = keyof ReviewerFeatures;

const LEAST_CHANCE = 1e-5;
const LEAST_LAST = 0.1;
const NEVER_DAYS = 3650;
/** How many acts' worth a prior weighs beside the evidence. */
const PRIOR_WEIGHT = { overall: 3, lately: 3, author: 2 };
/** How many of the newest changes are looked at one by one. */
const NEWEST = 300;
const SERIES_LENGTH = 10;
const SERIES_FADING = 0.7;
const MAX_FILES_WITH_WORDS = 50;

export function reviewerFeatures(evidence: ChangeEvidence, tree: PathTree, question: ReviewQuestion): ReviewerFeatures {
  const { time, author, nodes, candidates, people } = question;
  const { reviewedPaths, recentReviews, reviewedAuthors, reviewedWords, reviewedTitles, reviews, changes } = evidence;
  const even = evenChances(candidates, people);
  const overall = chanceInArea(reviewedPaths, 0, time, even, PRIOR_WEIGHT.overall);
  const lately = chanceInArea(recentReviews, 0, time, overall, PRIOR_WEIGHT.lately);
  const here = chanceAtPaths(reviewedPaths, tree, nodes, time, overall);
  const newest = evidence.newest(time, NEWEST);
  const asked = askedAreas(tree, nodes);
  const hereLately = recentChances(newest, tree, asked, question, lately);
  const changedHere = lastAuthors(newest, tree, asked, question);
  const forAuthor = chanceInArea(reviewedAuthors, author, time, lately, PRIOR_WEIGHT.author);
  const asker = { time, candidates, reviews: reviewedPaths.times(0, time) };
  return {
    reviewedHere: logColumn(candidates, here, LEAST_CHANCE),
    reviewedHereLately: logColumn(candidates, hereLately, LEAST_CHANCE),
    reviewedAuthor: logColumn(candidates, forAuthor, LEAST_CHANCE),
    reviewedAuthorLast: lastReviewsOfAuthor(evidence, question),
    reviewsOverall: logColumn(candidates, overall, LEAST_CHANCE),
    reviewedLast: logColumn(candidates, lastReviews(newest, people), LEAST_LAST),
    actedLately: columnOf(candidates, (person) => {
      return -logDaysSince(Math.max(reviews.last(person, time), changes.last(person, time)), time);
    }),
    awakeNow: awakeNow(evidence, question),
    reviewedWords: wordFit(reviewedWords, wordsOfPaths(evidence, question), asker, overall),
    reviewedTitles: wordFit(reviewedTitles, question.titleWords, asker, overall),
    changedHereLast: columnOf(candidates, (person) => changedHere[person] ?? 0),
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

function wordsOfPaths({ word }: ChangeEvidence, { paths }: ReviewQuestion): number[] {
  const texts = new Set(paths.slice(0, MAX_FILES_WITH_WORDS).flatMap(pathWords));
  return [...texts].flatMap((text) => word(text) ?? []);
}

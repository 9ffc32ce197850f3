import { chanceAtPaths, chanceInArea } from './chances.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import { EVERYBODY } from './evidence-table.ts';
import type { PathTree } from './path-tree.ts';
import { pathWords } from './path-words.ts';

/** What is asked about, as numbers of one model. */
export interface ReviewQuestion {
  time: number;
  author: number | null;
  authorLogin: string;
  /** Known file or deepest known directory of each file. */
  nodes: number[];
  /** Known files among them; null where the file is new. */
  files: (number | null)[];
  paths: string[];
  /** Share of the files that a person owns by CODEOWNERS. */
  owned: Map<number, number>;
}

/** One column a feature, indexed by person; larger speaks for the person. */
export interface ReviewerFeatures {
  /** Log chance that they review at these paths. */
  reviewedHere: Float64Array;
  /** Log chance that they review this author. */
  reviewedAuthor: Float64Array;
  /** Log chance that they review at all: taken off, so that what is special here counts. */
  reviewsOverall: Float64Array;
  /** Log share of all acts in the last weeks. */
  actsLately: Float64Array;
  /** Minus log days since the last review. */
  reviewedLately: Float64Array;
  /** Log chance that they review files with such words in their paths. */
  reviewedWords: Float64Array;
  /** Whether they changed the first file, decayed. */
  changedFirstFile: Float64Array;
  /** Log weight of the most they did at any one of the files. */
  knowsOneFile: Float64Array;
  /** Share of the files they own. */
  owns: Float64Array;
}

export type ReviewerFeature = keyof ReviewerFeatures;

const MAX_FILES_WITH_WORDS = 50;
const LEAST_CHANCE = 1e-5;
const LEAST_WORD_CHANCE = 1e-3;
const NEVER_DAYS = 3650;

export function reviewerFeatures(
  evidence: ChangeEvidence,
  tree: PathTree,
  question: ReviewQuestion,
  candidates: number[],
  people: number,
): ReviewerFeatures {
  const { time, author } = question;
  const even = new Float64Array(people);
  for (const person of candidates) even[person] = 1 / candidates.length;
  const overall = chanceInArea(evidence.reviewedPaths, 0, time, even, 3);
  const lately = chanceInArea(evidence.recentReviews, 0, time, overall, 3);
  const acting = chanceInArea(evidence.recentActs, 0, time, even, 3);
  const here = chanceAtPaths(evidence.reviewedPaths, tree, question.nodes, time, overall);
  const forAuthor = chanceInArea(evidence.reviewedAuthors, author, time, lately, 2);
  const words = wordChances(evidence, question, people);
  return {
    reviewedHere: logOf(here, LEAST_CHANCE),
    reviewedAuthor: logOf(forAuthor, LEAST_CHANCE),
    reviewsOverall: logOf(overall, LEAST_CHANCE),
    actsLately: logOf(acting, LEAST_CHANCE),
    reviewedLately: sinceLastReview(evidence, candidates, time, people),
    reviewedWords: logOf(words, LEAST_WORD_CHANCE),
    ...fileKnowledge(evidence, question.files, time, people),
    owns: ownership(question.owned, people),
  };
}

function logOf(chances: Float64Array, least: number): Float64Array {
  return chances.map((chance) => Math.log(chance + least));
}

/** Mean over the words that say something; their evidence is thin, so each leans on one act by nobody. */
function wordChances(evidence: ChangeEvidence, { paths, time }: ReviewQuestion, people: number): Float64Array {
  const table = evidence.reviewedWords;
  const chances = new Float64Array(people);
  let telling = 0;
  for (const text of new Set(paths.slice(0, MAX_FILES_WITH_WORDS).flatMap(pathWords))) {
    const word = evidence.word(text);
    const known = word === null ? 0 : table.weight(word, EVERYBODY, time);
    if (word === null || known === 0) continue;
    table.addWeights(word, time, 1 / (known + 1), chances);
    telling++;
  }
  return telling === 0 ? chances : chances.map((chance) => chance / telling);
}

function sinceLastReview(
  { reviews }: ChangeEvidence,
  candidates: number[],
  time: number,
  people: number,
): Float64Array {
  const column = new Float64Array(people).fill(-Math.log(1 + NEVER_DAYS));
  for (const person of candidates) {
    const last = reviews.last(person, time);
    if (last !== null) column[person] = -Math.log(1 + Math.min(NEVER_DAYS, (time - last.time) / DAY_MS));
  }
  return column;
}

/** What each person did at single files: thin evidence, but the best there is. */
function fileKnowledge(
  { changedPaths, reviewedPaths }: ChangeEvidence,
  files: (number | null)[],
  time: number,
  people: number,
): Pick<ReviewerFeatures, 'changedFirstFile' | 'knowsOneFile'> {
  const most = new Float64Array(people);
  const first = new Float64Array(people);
  for (const [at, file] of files.entries()) {
    if (file === null) continue;
    changedPaths.visit(file, time, (person, weight) => {
      most[person] = Math.max(most[person] ?? 0, weight);
      if (at === 0) first[person] = Math.min(1, weight);
    });
    reviewedPaths.visit(file, time, (person, weight) => {
      most[person] = Math.max(most[person] ?? 0, weight);
    });
  }
  return { changedFirstFile: first, knowsOneFile: most.map((weight) => Math.log(1 + weight)) };
}

function ownership(owned: Map<number, number>, people: number): Float64Array {
  const column = new Float64Array(people);
  for (const [person, share] of owned) column[person] = share;
  return column;
}

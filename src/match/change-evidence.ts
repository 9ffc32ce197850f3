import { halfLife } from './decay.ts';
import { createEvidenceTable, type EvidenceTable } from './evidence-table.ts';
import type { PathTree } from './path-tree.ts';
import { pathWords } from './path-words.ts';
import { createTimelines, type Timelines } from './timelines.ts';
import { createWordNumbers } from './word-numbers.ts';

/** A change as numbers: people by person, files by node of the path tree. */
export interface ChangeRecord {
  id: string;
  time: number;
  /** null where the source does not tell. */
  author: number | null;
  /** Each once, without the author. */
  reviewers: number[];
  files: number[];
  /** Words of the title, numbered by `numberOf`. */
  titleWords: number[];
}

/** What changes say of people: who wrote and who reviewed what, for whom, and when. */
export interface ChangeEvidence {
  /** Learns a change, or with sign -1 unlearns it. */
  count(change: ChangeRecord, sign: 1 | -1): void;
  reviewedPaths: EvidenceTable;
  changedPaths: EvidenceTable;
  /** Areas are words of paths, numbered by `word`. */
  reviewedWords: EvidenceTable;
  changedWords: EvidenceTable;
  /** Areas are words of titles, numbered alike. */
  reviewedTitles: EvidenceTable;
  /** Areas are authors. */
  reviewedAuthors: EvidenceTable;
  /** One area, 0: reviews of late. */
  recentReviews: EvidenceTable;
  /** Areas are hours of the day, UTC. */
  actsByHour: EvidenceTable;
  /** How many people review a change. */
  usualReviewers(time: number): number;
  reviews: Timelines<ChangeRecord>;
  changes: Timelines<ChangeRecord>;
  /** The newest changes of all at or before a time, newest first, at most so many. */
  newest(time: number, count: number): ChangeRecord[];
  words(node: number): number[];
  word(text: string): number | null;
  /** Number of a word, given first where needed. */
  numberOf(word: string): number;
  wordText(word: number): string;
}

const KNOWLEDGE_HALF_LIFE_DAYS = 250;
const RECENT_HALF_LIFE_DAYS = 30;
/** Better than 250: what titles speak of changes faster than what files are for. */
const TITLE_HALF_LIFE_DAYS = 100;
const MAX_FILES_WITH_WORDS = 50;
/** Where changes are counted, not people. */
const ONE = [0];

export function createChangeEvidence(paths: PathTree): ChangeEvidence {
  const knowledge = halfLife(KNOWLEDGE_HALF_LIFE_DAYS);
  const recent = halfLife(RECENT_HALF_LIFE_DAYS);
  const reviewedPaths = createEvidenceTable(knowledge);
  const changedPaths = createEvidenceTable(knowledge);
  const reviewedWords = createEvidenceTable(knowledge);
  const changedWords = createEvidenceTable(knowledge);
  const reviewedTitles = createEvidenceTable(halfLife(TITLE_HALF_LIFE_DAYS));
  const reviewedAuthors = createEvidenceTable(knowledge);
  const recentReviews = createEvidenceTable(recent);
  const actsByHour = createEvidenceTable(knowledge);
  const reviewedChanges = createEvidenceTable(knowledge);
  const reviews = createTimelines<ChangeRecord>();
  const changes = createTimelines<ChangeRecord>();
  const all = createTimelines<ChangeRecord>();
  const wordNumbers = createWordNumbers();
  /** Zero between two changes. */
  const filesBelow: number[] = [];
  const wordsOfNode: (number[] | undefined)[] = [];

  function words(node: number): number[] {
    const known = wordsOfNode[node];
    if (known !== undefined) return known;
    const numbers = pathWords(paths.path(node)).map(wordNumbers.number);
    wordsOfNode[node] = numbers;
    return numbers;
  }

  function countPaths({ time, author, reviewers, files }: ChangeRecord, sign: 1 | -1): void {
    const authors = author === null ? [] : [author];
    const touched = touchedNodes(files);
    for (const node of touched) {
      const share = Math.sqrt((filesBelow[node] ?? 0) / files.length);
      filesBelow[node] = 0;
      if (reviewers.length > 0) reviewedPaths.count(node, reviewers, time, share, sign);
      if (author !== null) changedPaths.count(node, authors, time, share, sign);
    }
  }

  /** Each file and each directory above; `filesBelow` tells how many of the files are at or below it. */
  function touchedNodes(files: readonly number[]): number[] {
    const touched: number[] = [];
    for (const file of files) {
      for (let node = file; node >= 0; node = paths.parent(node)) {
        const before = filesBelow[node] ?? 0;
        if (before === 0) touched.push(node);
        filesBelow[node] = before + 1;
      }
    }
    return touched;
  }

  function countWords({ time, author, reviewers, files }: ChangeRecord, sign: 1 | -1): void {
    const authors = author === null ? [] : [author];
    const all = new Set<number>();
    for (const file of files.slice(0, MAX_FILES_WITH_WORDS)) for (const word of words(file)) all.add(word);
    const share = 1 / Math.sqrt(all.size);
    for (const word of all) {
      if (reviewers.length > 0) reviewedWords.count(word, reviewers, time, share, sign);
      if (author !== null) changedWords.count(word, authors, time, share, sign);
    }
  }

  function countTitle({ time, reviewers, titleWords }: ChangeRecord, sign: 1 | -1): void {
    if (reviewers.length === 0) return;
    const share = 1 / Math.sqrt(titleWords.length);
    for (const word of titleWords) reviewedTitles.count(word, reviewers, time, share, sign);
  }

  function countPeople(change: ChangeRecord, sign: 1 | -1): void {
    const { time, author, reviewers } = change;
    if (author !== null) reviewedAuthors.count(author, reviewers, time, 1, sign);
    recentReviews.count(0, reviewers, time, 1, sign);
    if (reviewers.length > 0) reviewedChanges.count(0, ONE, time, 1, sign);
    const acting = author === null ? reviewers : [...reviewers, author];
    actsByHour.count(new Date(time).getUTCHours(), acting, time, 1, sign);
    all.count(0, change, sign);
    for (const reviewer of reviewers) reviews.count(reviewer, change, sign);
    if (author !== null) changes.count(author, change, sign);
  }

  return {
    count(change, sign) {
      countPaths(change, sign);
      countWords(change, sign);
      countTitle(change, sign);
      countPeople(change, sign);
    },
    reviewedPaths,
    changedPaths,
    reviewedWords,
    changedWords,
    reviewedTitles,
    reviewedAuthors,
    recentReviews,
    actsByHour,
    usualReviewers(time) {
      return (reviewedPaths.total(0, time) + 1) / (reviewedChanges.total(0, time) + 1);
    },
    reviews,
    changes,
    newest: (time, count) => all.latest(0, time, count, () => true),
    words,
    numberOf: wordNumbers.number,
    word: wordNumbers.find,
    wordText: wordNumbers.text,
  };
}

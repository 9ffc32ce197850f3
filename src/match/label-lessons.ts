import { type Growth, lastStep } from './growth.ts';
import type { LabelCounts } from './label-counts.ts';
import type { LabelExam } from './label-exam.ts';
import { isManner } from './label-features.ts';
import { drawLines, type LabelExample, type LabelLines } from './label-lines.ts';
import { type LabelView, viewWithout } from './label-view.ts';
import { type Votes, vote } from './label-votes.ts';
import type { LatestList, Timed } from './latest-list.ts';
import { piecework, type Steps } from './steps.ts';
import type { TypeModel } from './thread-type.ts';

/** What is learnt from all threads together, anew whenever there are so many more of them. */
export interface LabelLessons {
  /** A thread with this place in the order of times came, went or changed. */
  changed(place: Timed): void;
  /** Lines between labels; null while there is too little to learn from. */
  lines(): Steps<LabelLines | null>;
  /** The latest threads, oldest first, each asked about as if neither it nor the others were known. */
  exams(): Steps<readonly LabelExam[]>;
}

/** In one piece, each of which takes some milliseconds. */
const READ_AT_ONCE = 100;
const COUNTED_AT_ONCE = 24;

/** The lines are of the latest so many threads; older ones tell of habits that may be gone. */
const MOST_EXAMPLES = 3000;
const FEWEST_EXAMPLES = 20;
/** Of labels that fewer threads have, words are counted only. */
const FEWEST_WITH_LABEL = 4;
const MOST_LABELS = 80;
const DRAWING = { cost: 1, minFrequency: 2 };
/** Few examples are walked over more often. */
const WALKS = 4000;
const ROUNDS = { fewest: 5, most: 15 };
/** What the general model says, beside words of length one in all. */
export const TYPE_SHARE = 0.4;

/** How many times as many threads there have to be, and at most how many more. How evidence weighs changes slower than words do. */
const LINES_GROW = { fewest: FEWEST_EXAMPLES, by: 1.04, atMost: 250 };
const EXAMS_GROW = { fewest: FEWEST_EXAMPLES, by: 1.16, atMost: 1000 };

const MOST_EXAMS = 400;
/** Of few threads a part serves as questions: the others have to teach enough to answer them. */
const EXAM_PART = 1 / 3;
export const LATEST = 200;

export function createLabelLessons(
  { counts, latest, types }: { counts: LabelCounts; latest: LatestList; types: TypeModel },
  ask: (id: string, view: LabelView) => LabelExam,
): LabelLessons {
  const lines = learntInSteps(LINES_GROW, draw);
  const exams = learntInSteps(EXAMS_GROW, askAll);

  function exampleOf(id: string): LabelExample {
    const hashes = Int32Array.from(counts.postings.weightsOf(id), ([hash]) => hash).sort();
    return { hashes, traits: types(hashes).map(typeTrait), labels: new Set(counts.labelsOf(id)) };
  }

  /** The latest of the first so many threads. */
  function latestOf(from: number, count: number): string[] {
    const later = counts.postings.count() - from;
    return latest.latest(later + Math.min(from, count)).slice(0, Math.min(from, count));
  }

  function* draw(from: number): Steps<LabelLines | null> {
    if (from === 0) return null;
    const examples: LabelExample[] = [];
    for (const id of latestOf(from, MOST_EXAMPLES)) {
      examples.push(exampleOf(id));
      if (examples.length % READ_AT_ONCE === 0) yield;
    }
    const rounds = Math.round(Math.min(ROUNDS.most, Math.max(ROUNDS.fewest, WALKS / examples.length)));
    return yield* drawLines(examples, { ...DRAWING, rounds, labels: commonLabels(examples, counts) });
  }

  function* askAll(from: number): Steps<LabelExam[]> {
    const count = Math.min(MOST_EXAMS, Math.floor(from * EXAM_PART));
    const first = from - count;
    if (first < FEWEST_EXAMPLES) return [];
    const hidden = latest.latest(counts.postings.count() - first);
    const view = viewWithout(hidden, counts, {
      lately: latestVotes(counts, latestOf(first, LATEST)),
      lines: yield* draw(first),
    });
    const exams: LabelExam[] = [];
    for (const id of hidden.slice(0, count)) {
      yield* countFeatures(id, view);
      exams.push(ask(id, view));
    }
    return exams;
  }

  /** The view remembers what it counted; those features that many threads have take the longest. */
  function* countFeatures(id: string, view: LabelView): Steps<void> {
    let counted = 0;
    for (const [hash] of counts.postings.weightsOf(id)) {
      if (counted % COUNTED_AT_ONCE === 0) yield;
      counted += 1;
      if (!isManner(hash)) view.frequency(hash);
    }
  }

  function learntInSteps<T>(growth: Growth, learn: (from: number) => Steps<T>) {
    const lesson = piecework(learn);
    let last: Timed | null = null;

    function from(): number {
      const count = counts.postings.count();
      const step = lastStep(count, growth);
      last = latest.before(count - step) ?? null;
      return step;
    }

    return {
      changed({ id, time }: Timed) {
        if (last === null || time < last.time || (time === last.time && id <= last.id)) lesson.forget();
        else lesson.interrupt();
      },
      now: () => lesson.of(from),
    };
  }

  return {
    changed(place) {
      lines.changed(place);
      exams.changed(place);
    },
    lines: lines.now,
    exams: exams.now,
  };
}

export function latestVotes(counts: LabelCounts, latest: readonly string[]): Votes {
  return vote(
    counts,
    latest.map((id) => ({ slot: counts.postings.slot(id) ?? -1, weight: 1 })),
  );
}

export function typeTrait(score: number): number {
  return TYPE_SHARE * score;
}

function commonLabels(examples: readonly LabelExample[], counts: LabelCounts): number[] {
  const times = new Map<number, number>();
  for (const { labels } of examples) {
    for (const label of labels) times.set(label, (times.get(label) ?? 0) + 1);
  }
  return [...times]
    .filter(([, count]) => count >= FEWEST_WITH_LABEL)
    .map(([label, count]) => ({ label, count, name: counts.name(label) }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_LABELS)
    .map(({ label }) => label);
}

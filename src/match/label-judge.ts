import { DAY_MS } from './decay.ts';
import type { LabelCounts } from './label-counts.ts';
import { type AskedThread, type JudgedThread, type KnownName, knownName, labelEvidence } from './label-evidence.ts';
import { ROW_LENGTH } from './label-evidence-row.ts';
import type { LabelExam } from './label-exam.ts';
import { createLabelLessons, LATEST, latestVotes } from './label-lessons.ts';
import { type LabelTuning, tuneLabels } from './label-tuning.ts';
import { type LabelView, presentView } from './label-view.ts';
import type { LatestList, Timed } from './latest-list.ts';
import type { PastPrecision } from './past-precision.ts';
import { finish, piecework, type Steps } from './steps.ts';
import type { TypeModel } from './thread-type.ts';

export interface LabelChances extends Omit<JudgedThread, 'rows'> {
  /** Of each label, that people give it. */
  chances: Float64Array;
}

/** Judges labels by what the repository's threads teach, weighed as its own past has shown. */
export interface LabelJudge {
  /** A thread with this place in the order of times came, went or changed. */
  changed(place: Timed): void;
  /** Learns what is due, piece by piece, so that no question has to. */
  settle(): Steps<void>;
  judged(asked: AskedThread): LabelChances;
  precision: PastPrecision;
  present(): LabelView;
}

const RECENT_HALF_LIFE_MS = 180 * DAY_MS;

export function createLabelJudge({
  counts,
  latest,
  types,
  timeOf,
}: {
  counts: LabelCounts;
  latest: LatestList;
  types: TypeModel;
  timeOf: (id: string) => number | null;
}): LabelJudge {
  const lessons = createLabelLessons({ counts, latest, types }, askAgain);
  const names: KnownName[] = [];
  let seen: LabelView | null = null;
  const sources = { types, knownName: nameOf, freshness };
  const tunings = piecework(tuneLabels);

  function nameOf(label: number): KnownName {
    names[label] ??= knownName(counts.name(label));
    return names[label];
  }

  function freshness(id: string, at: number): number {
    const time = timeOf(id);
    return time === null ? 1 : 2 ** (-Math.max(0, at - time) / RECENT_HALF_LIFE_MS);
  }

  function* tuned(): Steps<LabelTuning> {
    const exams = yield* lessons.exams();
    return yield* tunings.of(() => exams);
  }

  function askAgain(id: string, view: LabelView): LabelExam {
    const hashes = new Set(Array.from(counts.postings.weightsOf(id), ([hash]) => hash));
    const has = new Set(counts.labelsOf(id));
    const { labels, rows } = labelEvidence(sources, view, { hashes, at: timeOf(id) ?? 0, id });
    // Labels are numbered as they are met; what is learnt from exams must not depend on that.
    const answers = Array.from(labels, (label, at) => ({ label, name: counts.name(label), at }));
    answers.sort((a, b) => (a.name < b.name ? -1 : 1));
    const sorted = new Float64Array(rows.length);
    for (const [row, { at }] of answers.entries()) {
      sorted.set(rows.subarray(at * ROW_LENGTH, (at + 1) * ROW_LENGTH), row * ROW_LENGTH);
    }
    return {
      names: answers.map(({ name }) => name),
      rows: sorted,
      right: Uint8Array.from(answers, ({ label }) => (has.has(label) ? 1 : 0)),
      usual: usualLabels(view),
    };
  }

  /** How many labels a thread has, of the latest. */
  function usualLabels({ lately: { votes, total } }: LabelView): number {
    return votes.reduce((sum, of) => sum + of, 0) / Math.max(1, total);
  }

  function present(): LabelView {
    seen ??= presentView(counts, {
      lately: latestVotes(counts, latest.latest(LATEST)),
      lines: finish(lessons.lines()),
    });
    return seen;
  }

  return {
    changed(place) {
      seen = null;
      lessons.changed(place);
    },
    *settle() {
      yield* lessons.lines();
      yield* tuned();
    },
    judged(asked) {
      const view = present();
      const { rows, ...judged } = labelEvidence(sources, view, asked);
      return { ...judged, chances: finish(tuned()).chances(rows, usualLabels(view)) };
    },
    precision: (name, chance) => finish(tuned()).precision(name, chance),
    present,
  };
}

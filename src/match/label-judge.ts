import { DAY_MS } from './decay.ts';
import type { LabelCounts } from './label-counts.ts';
import { type AskedThread, type KnownName, knownName, labelEvidence } from './label-evidence.ts';
import type { LabelExam } from './label-exam.ts';
import { createLabelLessons, LATEST } from './label-lessons.ts';
import { type LabelTuning, tuneLabels } from './label-tuning.ts';
import { type LabelView, presentView } from './label-view.ts';
import type { LatestList, Timed } from './latest-list.ts';
import { finish, piecework, type Steps } from './steps.ts';
import type { TypeModel } from './thread-type.ts';

export interface LabelChance {
  label: number;
  name: string;
  /** That people give it. */
  chance: number;
  /** What a wanted precision is compared with. */
  precision: number;
}

/** Judges labels by what the repository's threads teach, weighed as its own past has shown. */
export interface LabelJudge {
  /** A thread with this place in the order of times came, went or changed. */
  changed(place: Timed): void;
  /** Learns what is due, piece by piece, so that no question has to. */
  settle(): Steps<void>;
  judged(asked: AskedThread): LabelChance[];
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
  const sources = { types, knownName: nameOf, freshness };
  const tunings = piecework(tuneLabels);

  function nameOf(label: number): KnownName {
    const known = names[label] ?? knownName(counts.name(label));
    names[label] = known;
    return known;
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
    const right = new Set(counts.labelsOf(id));
    const answers = labelEvidence(sources, view, { hashes, at: timeOf(id) ?? 0, id })
      .map((judged) => ({ ...judged, name: counts.name(judged.label), right: right.has(judged.label) }))
      // Labels are numbered as they are met; what is learnt from exams must not depend on that.
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { answers, usual: usualLabels(view) };
  }

  /** How many labels a thread has, of the latest. */
  function usualLabels({ lately }: LabelView): number {
    return lately.reduce((sum, id) => sum + counts.labelsOf(id).length, 0) / Math.max(1, lately.length);
  }

  function present(): LabelView {
    return presentView(counts, { lately: latest.latest(LATEST), lines: finish(lessons.lines()) });
  }

  return {
    changed: lessons.changed,
    *settle() {
      yield* lessons.lines();
      yield* tuned();
    },
    judged(asked) {
      const view = present();
      const judged = labelEvidence(sources, view, asked);
      const { chances, precision } = finish(tuned());
      const likely = chances(judged, usualLabels(view));
      return judged.map(({ label }, at) => {
        const [name, chance] = [counts.name(label), likely[at] ?? 0];
        return { label, name, chance, precision: precision(name, chance) };
      });
    },
    present,
  };
}

import type {
  BacktestReport,
  BacktestTask,
  BaselineKind,
  ColdScores,
  CoveragePoint,
  KeptPromise,
  Tenth,
} from '../domain/backtest-report.ts';
import type { EvidenceKind } from '../domain/review-evidence.ts';

/** How a back-test is told, on a terminal and on a page. */

const ASKED: Record<BacktestTask, string> = {
  reviewers: 'changes',
  assignees: 'issues',
  labels: 'issues',
  related: 'threads',
};

const ANSWERS: Record<BacktestTask, string> = {
  reviewers: 'people',
  assignees: 'people',
  labels: 'labels',
  related: 'threads',
};

export const BASELINES: Record<BaselineKind, string> = {
  'most-active': 'most active of late',
  'path-owners': 'path owners',
  codeowners: 'CODEOWNERS',
  'nearest-thread': 'nearest thread',
};

const EVIDENCE: Record<EvidenceKind, string> = {
  trailer: 'say it in a line such as Reviewed-by',
  merged: 'came in a branch that somebody else merged',
  'signed-off': 'were signed off last by somebody else',
  committed: 'were committed by somebody else than their author',
};

/** What is asked about, and what is answered with. */
export function askedNoun(task: BacktestTask): string {
  return ASKED[task];
}

export function answerNoun(task: BacktestTask): string {
  return ANSWERS[task];
}

export function coldName(cold: ColdScores): string {
  if (cold.kind === 'early') return `fewer than ${cold.below} answers known`;
  return cold.kind === 'new-directory' ? 'directory never touched before' : 'author never seen before';
}

/** The sentences that a maintainer reads first. */
export function summary(report: BacktestReport): string[] {
  return [...shownSentences(report), firstSentence(report), ...unanswerableSentence(report)];
}

function shownSentences({ task, shown, scores }: BacktestReport): string[] {
  if (shown === null) return [];
  const byDefault = pointAt(shown.curve, shown.minPrecision);
  const strict = shown.minPrecision === STRICT ? undefined : pointAt(shown.curve, STRICT);
  const told = (point: CoveragePoint) =>
    point.precision === null
      ? `would have stayed silent on all ${count(scores.questions)} ${ASKED[task]}`
      : `would have spoken on ${percent(point.coverage)} of the ${count(scores.questions)} ${ASKED[task]} and been right ` +
        `in ${percent(point.precision)} of the ${ANSWERS[task]} it showed (${count(point.right)} of ${count(point.shown)})`;
  return [
    ...(byDefault ? [`At minPrecision ${shown.minPrecision}, the default, CommScore ${told(byDefault)}.`] : []),
    ...(strict ? [`At minPrecision ${STRICT} it ${told(strict)}.`] : []),
  ];
}

const STRICT = 0.8;

export function pointAt(curve: readonly CoveragePoint[], minPrecision: number): CoveragePoint | undefined {
  return curve.find((point) => Math.abs(point.minPrecision - minPrecision) < 1e-9);
}

function firstSentence({ task, scores, confidence, baselines }: BacktestReport): string {
  const { low, high } = confidence.top1;
  const others = baselines.map((it) => `${BASELINES[it.kind]} ${percent(it.scores.top1)}`);
  const beside = others.length === 0 ? '' : ` Beside it: ${others.join(', ')}.`;
  return (
    `What it put first was right in ${percent(scores.top1)} of the ${ASKED[task]} ` +
    `(${percent(low)} to ${percent(high)}, with a certainty of 95%).${beside}`
  );
}

function unanswerableSentence({ task, unanswerable }: BacktestReport): string[] {
  if (unanswerable === 0) return [];
  return [`${count(unanswerable)} of the ${ASKED[task]} could not but be missed: no right answer had ever been seen.`];
}

/** Whether probabilities mean what they say; none for related content. */
export function promiseSentences({ shown, calibrationError, tenths }: BacktestReport): string[] {
  if (shown === null || calibrationError === null) return [];
  const { judged, kept, honest, atLeast, within } = shown.promise;
  const points = Math.round(100 * within);
  const off = offTenths(tenths, shown.promise);
  return [
    `Probabilities are off by ${(100 * calibrationError).toFixed(1)} points on average (expected calibration error).`,
    ...(judged === 0
      ? [`At no minPrecision were ${atLeast} or more shown: too few to say whether it keeps its promise.`]
      : [
          `At ${judged} settings of minPrecision ${atLeast} or more were shown. At ${kept} of them they were right at ` +
            `least as often as asked, less ${points} points; at ${honest} as often as their probabilities said, ` +
            `${points} points more or less.`,
        ]),
    ...(off === '' ? [] : [`Off by more than ${points} points where ${atLeast} or more were judged: ${off}.`]),
  ];
}

/** Tenths next to each other as one range. */
function offTenths(tenths: readonly Tenth[], { atLeast, within }: KeptPromise): string {
  const ranges: { from: number; to: number }[] = [];
  for (const { from, count: of, promised, cameTrue } of tenths) {
    if (of < atLeast || promised === null || Math.abs(promised - (cameTrue ?? 0)) <= within) continue;
    const last = ranges.at(-1);
    if (last !== undefined && Math.abs(last.to - from) < 1e-9) last.to = from + 0.1;
    else ranges.push({ from, to: from + 0.1 });
  }
  return ranges.map(({ from, to }) => `${from.toFixed(1)} to ${to.toFixed(1)}`).join(', ');
}

/** Where the answers of a clone come from; none for a pack. */
export function evidenceSentences({ evidence }: BacktestReport): string[] {
  return evidence.map(({ kind, changes }) => `${count(changes)} changes ${EVIDENCE[kind]}`);
}

export function count(number: number): string {
  return number.toLocaleString('en-GB');
}

export function percent(share: number | null): string {
  return share === null ? '-' : `${Math.round(100 * share)}%`;
}

export function score(share: number | null): string {
  return share === null ? '-' : share.toFixed(3);
}

export function day(time: string): string {
  return time.slice(0, 10);
}

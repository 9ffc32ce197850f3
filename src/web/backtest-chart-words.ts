import { answerNoun, askedNoun, count, percent } from '../comment/backtest-words.ts';
import type { BacktestTask, CoveragePoint } from '../domain/backtest-report.ts';

/** What the curves of a back-test say besides their numbers. */
export interface ChartWords {
  coverage: string;
  /** One point for each setting with so many shown; `told` are all of them. */
  points(enough: number, told: string): string;
  between: string;
  spokenOn(task: BacktestTask): string;
  shownRight(task: BacktestTask): string;
  byMinPrecision: string;
  coveragePoint(point: CoveragePoint, task: BacktestTask): string;
  calibration: string;
  tenths(told: string): string;
  tenth(promised: number, cameTrue: number, of: number): string;
  promised: string;
  cameTrue: string;
  asPromised: string;
}

export const englishCharts: ChartWords = {
  coverage: 'Coverage against precision',
  points: (enough, told) => `One point for each minPrecision with ${enough} shown: ${told}.`,
  between: '; ',
  spokenOn: (task) => `share of ${askedNoun(task)} it speaks on`,
  shownRight: (task) => `share of shown ${answerNoun(task)} that is right`,
  byMinPrecision: 'CommScore, by minPrecision',
  coveragePoint: ({ minPrecision, coverage, answered, precision }, task) =>
    `${minPrecision}: on ${percent(coverage)} (${count(answered)} ${askedNoun(task)}), right in ${percent(precision)}`,
  calibration: 'Promised against true',
  tenths: (told) => `Tenths of probability: ${told}.`,
  tenth: (promised, cameTrue, of) => `promised ${percent(promised)}, came true ${percent(cameTrue)} of ${count(of)}`,
  promised: 'promised probability',
  cameTrue: 'share that came true',
  asPromised: 'as promised',
};

export const chineseCharts: ChartWords = {
  coverage: '覆盖率与准确率',
  points: (enough, told) => `每个展示不少于 ${enough} 个的 minPrecision 对应一点：${told}。`,
  between: '；',
  spokenOn: () => '给出建议的问题所占比例',
  shownRight: () => '所展示的答案中正确的比例',
  byMinPrecision: 'CommScore，按 minPrecision',
  coveragePoint: ({ minPrecision, coverage, answered, precision }) =>
    `${minPrecision}：在 ${percent(coverage)} 的问题（${count(answered)} 个）上给出建议，正确率 ${percent(precision)}`,
  calibration: '承诺与实际',
  tenths: (told) => `按概率分十段：${told}。`,
  tenth: (promised, cameTrue, of) => `承诺 ${percent(promised)}，${count(of)} 个中实际有 ${percent(cameTrue)}`,
  promised: '承诺的概率',
  cameTrue: '实际为真的比例',
  asPromised: '与承诺一致',
};

import type { Language } from '../comment/languages.ts';
import type { BacktestTask, BaselineKind } from '../domain/backtest-report.ts';
import { type ChartWords, chineseCharts, englishCharts } from './backtest-chart-words.ts';

export interface QualityWords {
  about(questions: string, learnEvery: string): string;
  nothing: string;
  rehearse: string;
  tasks: Record<BacktestTask, string>;
  asked(questions: string, from: string, to: string): string;
  by: Record<BaselineKind | 'commscore', string>;
  ranking: string;
  rankingAbout: string;
  coverage: string;
  calibration: string;
  calibrationError(error: string): string;
  labels: string;
  labelsAbout: string;
  averages: Record<'micro' | 'macro' | 'weighted' | 'samples', string>;
  thresholds: string;
  thresholdsAbout: string;
  never: string;
  numbers: string;
  acceptance: string;
  columns: Record<QualityColumn, string>;
  charts: ChartWords;
}

export type QualityColumn =
  | 'task'
  | 'answersBy'
  | 'questions'
  | 'top1'
  | 'top3'
  | 'top5'
  | 'mrr'
  | 'recall5'
  | 'minPrecision'
  | 'coverage'
  | 'precision'
  | 'promised'
  | 'shown'
  | 'right'
  | 'from'
  | 'cameTrue'
  | 'answers'
  | 'label'
  | 'recall'
  | 'f1'
  | 'support'
  | 'given'
  | 'averagePrecision'
  | 'threshold'
  | 'hits';

const en: QualityWords = {
  about: (questions, learnEvery) =>
    `Back-tested on this repository's own history: of each kind the newest questions, at most ${questions}, were asked as they stood when they came, and what came between ${learnEvery} questions was learnt after them. What is shown follows the configuration in force.`,
  nothing: 'The history holds too few questions with known answers to say how good suggestions are.',
  rehearse: 'Rehearse now',
  tasks: { reviewers: 'Reviewers', assignees: 'Assignees', labels: 'Labels', related: 'Related threads' },
  asked: (questions, from, to) => `${questions} questions, ${from} to ${to}`,
  by: {
    commscore: 'CommScore',
    'most-active': 'most active of late',
    'path-owners': 'path owners',
    codeowners: 'CODEOWNERS',
    'nearest-thread': 'nearest thread',
  },
  ranking: 'How often a right answer is at the top',
  rankingAbout:
    'Beside simple answers to the same questions: where one of them is better, suggestions are not worth it.',
  coverage: 'How often it speaks, and is right',
  calibration: 'Whether probabilities mean what they say',
  calibrationError: (error) => `Promised and true lie ${error} apart on average.`,
  labels: 'Labels as they are shown',
  labelsAbout: 'Precision, recall and F1 of each label at the threshold in force. Support is how often it was right.',
  averages: {
    micro: 'micro average',
    macro: 'macro average',
    weighted: 'weighted average',
    samples: 'average over questions',
  },
  thresholds: 'Thresholds in force, label by label',
  thresholdsAbout:
    'Each label is shown from the probability on at which it was right often enough in the past: the lowest one with which it was shown.',
  never: 'never shown',
  numbers: 'The numbers',
  acceptance: 'What people accepted, beside what was promised',
  columns: {
    ...{
      task: 'Suggested',
      answersBy: 'Answers by',
      questions: 'Questions',
      top1: 'Top-1',
      top3: 'Top-3',
      top5: 'Top-5',
    },
    ...{ mrr: 'MRR', recall5: 'Recall@5', minPrecision: 'minPrecision', coverage: 'Spoken on', precision: 'Precision' },
    ...{ promised: 'Promised', shown: 'Shown', right: 'Right', from: 'Probability from', cameTrue: 'Came true' },
    ...{ answers: 'Answers', label: 'Label', recall: 'Recall', f1: 'F1', support: 'Support', given: 'Given' },
    ...{ averagePrecision: 'Average precision', threshold: 'Shown from', hits: 'Shown and right' },
  },
  charts: englishCharts,
};

const zh: QualityWords = {
  about: (questions, learnEvery) =>
    `以本仓库自身的历史回测：每类取最新的问题（最多 ${questions} 个），按其提出时的样子提问；每 ${learnEvery} 个问题之间发生的事在其后才学习。展示与否依照当前生效的配置。`,
  nothing: '历史中已知答案的问题太少，无法判断建议的好坏。',
  rehearse: '立即回测',
  tasks: { reviewers: '评审人', assignees: '处理人', labels: '标签', related: '相关内容' },
  asked: (questions, from, to) => `${questions} 个问题，${from} 至 ${to}`,
  by: {
    commscore: 'CommScore',
    'most-active': '近期最活跃者',
    'path-owners': '路径的主要贡献者',
    codeowners: 'CODEOWNERS',
    'nearest-thread': '最相似的帖子',
  },
  ranking: '正确答案排在前列的频率',
  rankingAbout: '与针对同样问题的简单答案相比：若其中有更好的，则建议不值得采用。',
  coverage: '给出建议的频率与准确率',
  calibration: '概率是否名副其实',
  calibrationError: (error) => `承诺与实际平均相差 ${error}。`,
  labels: '所展示的标签',
  labelsAbout: '在生效的阈值下，每个标签的精确率、召回率与 F1。支持数为其正确的次数。',
  averages: { micro: '微平均', macro: '宏平均', weighted: '加权平均', samples: '按问题平均' },
  thresholds: '各标签生效的阈值',
  thresholdsAbout: '每个标签从过去足够准确的概率起才展示：此处为其被展示时的最低概率。',
  never: '从未展示',
  numbers: '数据',
  acceptance: '人们接受的情况与承诺',
  columns: {
    ...{ task: '建议内容', answersBy: '答案来源', questions: '问题数', top1: 'Top-1', top3: 'Top-3', top5: 'Top-5' },
    ...{ mrr: 'MRR', recall5: 'Recall@5', minPrecision: 'minPrecision', coverage: '覆盖率', precision: '精确率' },
    ...{ promised: '承诺', shown: '展示数', right: '正确数', from: '概率起点', cameTrue: '实际' },
    ...{ answers: '答案数', label: '标签', recall: '召回率', f1: 'F1', support: '支持数', given: '给出次数' },
    ...{ averagePrecision: '平均精确率', threshold: '展示阈值', hits: '展示且正确' },
  },
  charts: chineseCharts,
};

export const qualityWords: Record<Language, QualityWords> = { en, 'zh-CN': zh };

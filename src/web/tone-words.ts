import type { Language } from '../comment/languages.ts';
import type { ToneKind } from '../community/tone-tally.ts';

export interface ToneWords {
  aboutTitle: string;
  /** What it is, what it is not, and how far it is to be trusted. */
  about: string[];
  nothing: string;
  tones: Record<ToneKind, string>;
  charts: Record<ToneKind, { title: string; description(highest: string): string }>;
  share: string;
  ofComments: string;
  usual: string;
  byModel: string;
  surge: string;
  surges: string;
  surgesAbout: string;
  noSurges: string;
  topics: string;
  topicsAbout: string;
  noTopics: string;
  whole: string;
  kinds: Record<'label' | 'directory', string>;
  columns: {
    tone: string;
    topic: string;
    from: string;
    to: string;
    comments: string;
    share: string;
    usual: string;
    z: string;
    threads: string;
  };
}

const english: ToneWords = {
  aboutTitle: 'What this is',
  about: [
    'How comments sound, as sums over many: the share that tells of displeasure, anger or disappointment (negative), and the share that is against somebody (toxic). The week that is not over yet stands last.',
    'It is for maintainers, to see early that something upsets people: a release, a decision, a wait. It is nothing about any person: who wrote what is not kept, no comment is quoted, and where few spoke nothing is told.',
    'It is heard by lists of English and Chinese words. Much displeasure is missed, some is heard where there is none, and irony is taken at its word: compare weeks of this repository with each other, never repositories. Comments on lines of code and replies within discussions are not heard, nor what bots write; of a long thread the last hundred comments are.',
  ],
  nothing:
    'No comments have been heard yet. They are as threads are read: those that were read before are heard when something happens on them.',
  tones: { negative: 'negative', toxic: 'toxic' },
  charts: {
    negative: {
      title: 'Negative comments by week',
      description: (highest) =>
        `Share of comments that tell of displeasure in each week of a year; the highest is ${highest}.`,
    },
    toxic: {
      title: 'Toxic comments by week',
      description: (highest) =>
        `Share of comments that are against somebody in each week of a year; the highest is ${highest}.`,
    },
  },
  share: 'share, with where it lies (95 %)',
  ofComments: 'of comments',
  usual: 'usual (median of twelve weeks before)',
  byModel: 'as the text model hears them',
  surge: 'surge',
  surges: 'Surges',
  surgesAbout:
    'Weeks in which more comments sounded so than usual: three deviations above the median of the twelve weeks before, more than chance explains, and at least three comments more. The threads are some of those where it was said.',
  noSurges: 'No week of the last year stood out.',
  topics: 'By topic',
  topicsAbout: 'The last twelve whole weeks, for labels and directories with at least thirty comments on five threads.',
  noTopics: 'No topic has enough comments to tell.',
  whole: 'all',
  kinds: { label: 'label', directory: 'directory' },
  columns: {
    tone: 'tone',
    topic: 'topic',
    from: 'from',
    to: 'week of the end',
    comments: 'comments',
    share: 'share',
    usual: 'usual',
    z: 'deviations',
    threads: 'threads',
  },
};

const chinese: ToneWords = {
  aboutTitle: '说明',
  about: [
    '大量评论合计起来的语气：表达不满、愤怒或失望的比例（负面），以及针对他人的比例（攻击性）。最后一周尚未结束。',
    '供维护者尽早发现令人不快的事情：某次发布、某个决定、长时间的等待。它与任何个人无关：不保存是谁写的，不引用任何评论，发言的人太少时什么也不显示。',
    '判断依据是中英文词表。很多不满听不出来，也有误判，反语按字面理解：只应比较本仓库的各周，不要比较不同仓库。代码行上的评论、讨论中的回复和机器人的评论不计入；很长的帖子只计最后一百条评论。',
  ],
  nothing: '还没有评论数据。读取帖子时会统计；以前读过的帖子有新动态时才会统计。',
  tones: { negative: '负面', toxic: '攻击性' },
  charts: {
    negative: { title: '每周负面评论', description: (highest) => `一年中每周表达不满的评论比例，最高为 ${highest}。` },
    toxic: { title: '每周攻击性评论', description: (highest) => `一年中每周针对他人的评论比例，最高为 ${highest}。` },
  },
  share: '比例及 95% 置信区间',
  ofComments: '占评论',
  usual: '通常（此前十二周的中位数）',
  byModel: '文本模型的判断',
  surge: '激增',
  surges: '激增',
  surgesAbout:
    '这类评论明显多于平时的几周：高出此前十二周中位数三个偏差以上，偶然性无法解释，且至少多出三条评论。所列帖子是其中一部分。',
  noSurges: '最近一年没有异常的一周。',
  topics: '按主题',
  topicsAbout: '最近十二个整周，只含五个帖子上至少三十条评论的标签和目录。',
  noTopics: '没有评论足够多的主题。',
  whole: '全部',
  kinds: { label: '标签', directory: '目录' },
  columns: {
    tone: '语气',
    topic: '主题',
    from: '起始周',
    to: '结束周',
    comments: '评论数',
    share: '比例',
    usual: '通常',
    z: '偏差',
    threads: '帖子',
  },
};

export const toneWords: Record<Language, ToneWords> = { en: english, 'zh-CN': chinese };

import type { AreaName } from '../domain/next-task.ts';
import type { OwnReason, RecommendationWords } from './recommendation-words.ts';
import type { Ink } from './words.ts';

export const chineseRecommendations: RecommendationWords = {
  tasks: '你接下来可以处理',
  articles: '值得一读',
  people: '与你方向相同、尚未有过往来的人',
  nothing: '目前没有既未被认领、又与你在此的工作相符的任务。',
  labelled: (label) => `带有标签 ${label}`,
  unanswered: '尚无答案的问题',
  reason,
  fits: (fits, terms, ink) => {
    const what = fits.kind === 'thread' ? ink.thread(fits.id) : area(fits.area, ink);
    return `与 ${what} 共有词语 ${terms.map(ink.code).join('、')}`;
  },
  shared: (areas, ink) => `都活跃于 ${areas.map((one) => area(one, ink)).join('、')}`,
};

function reason(it: OwnReason, ink: Ink): string {
  switch (it.kind) {
    case 'in-their-areas':
      return `你活跃于 ${it.areas.map((one) => area(one, ink)).join('、')}`;
    case 'fitting-difficulty':
      return `${it.as === 'easy' ? '看来不难' : '难度与你完成的任务相当'}${took(it.days)}`;
    case 'work-waits':
      return it.weeks === null
        ? `${area(it.area, ink)} 中的任务尚无人完成`
        : `${area(it.area, ink)} 中积压了约 ${Math.round(it.weeks)} 周的任务`;
  }
}

function took(days: number | null): string {
  if (days === null) return '';
  return days < 1 ? '：类似任务不到一天即可完成' : `：类似任务约需 ${Math.round(days)} 天`;
}

function area({ kind, name }: AreaName, ink: Ink): string {
  return kind === 'label' ? `标签 ${ink.code(name)}` : ink.code(name);
}

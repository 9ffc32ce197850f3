import type { Language } from '../comment/languages.ts';
import type { InteractionKind } from '../community/interactions.ts';

export interface GraphWords {
  none: string;
  told(figures: { people: string; ties: string; drawn: string; drawnTies: string }): string;
  modularity(value: string): string;
  drawing: string;
  how: string;
  keys: string;
  search: string;
  show: string;
  clear: string;
  notDrawn(login: string): string;
  nearer: string;
  farther: string;
  whole: string;
  legend: string;
  groups: string;
  noGroups: string;
  group: string;
  areas: string;
  people: string;
  members: string;
  more(count: string): string;
  outside: string;
  kinds: Record<InteractionKind, string>;
  person(told: { login: string; group: number | null; influence: string }): string;
}

const en: GraphWords = {
  none: 'Nobody has a tie with anybody yet.',
  told: ({ people, ties, drawn, drawnTies }) =>
    `${drawn} of ${people} people and ${drawnTies} of ${ties} ties are drawn: the most influential, and the strongest.`,
  modularity: (value) => `Modularity of the groups: ${value}.`,
  drawing: 'Network of who reviews, answers, takes tasks for and works on the same files with whom',
  how: 'The larger, the more influential. Form and colour tell the group, whose number stands in its middle. The table below says the same in words.',
  keys: 'Drag to move and turn the wheel to zoom. With the keyboard: arrows go to the next person, plus and minus zoom, Enter opens a person, 0 shows all.',
  search: 'Find a person',
  show: 'Show',
  clear: 'Show all alike',
  notDrawn: (login) => `${login} is not drawn.`,
  nearer: 'Zoom in',
  farther: 'Zoom out',
  whole: 'Show all',
  legend: 'Groups',
  groups: 'Groups',
  noGroups: 'There is no group of three or more.',
  group: 'Group',
  areas: 'Areas',
  people: 'People',
  members: 'Most influential members',
  more: (count) => `and ${count} more`,
  outside: 'no group',
  kinds: { reviewed: 'Reviews', took: 'Tasks taken', replied: 'Replies', cochanged: 'Files in common' },
  person: ({ login, group, influence }) =>
    `${login}, ${group === null ? 'no group' : `group ${group}`}, influence ${influence}`,
};

const zh: GraphWords = {
  none: '还没有人与他人有联系。',
  told: ({ people, ties, drawn, drawnTies }) =>
    `共 ${people} 人、${ties} 条联系；图中为影响力最大的 ${drawn} 人与最强的 ${drawnTies} 条联系。`,
  modularity: (value) => `分组的模块度：${value}。`,
  drawing: '谁为谁评审、答复、承担任务，以及与谁修改相同文件的关系图',
  how: '越大影响力越大。形状与颜色表示所属的组，组的编号在其中央。下表以文字说明同样的内容。',
  keys: '拖动可移动，滚轮可缩放。键盘：方向键到下一个人，加减号缩放，回车打开成员，0 显示全部。',
  search: '查找成员',
  show: '显示',
  clear: '全部同样显示',
  notDrawn: (login) => `${login} 不在图中。`,
  nearer: '放大',
  farther: '缩小',
  whole: '显示全部',
  legend: '分组',
  groups: '分组',
  noGroups: '没有三人以上的组。',
  group: '组',
  areas: '领域',
  people: '人数',
  members: '影响力最大的成员',
  more: (count) => `另有 ${count} 人`,
  outside: '不属于任何组',
  kinds: { reviewed: '评审', took: '承担任务', replied: '答复', cochanged: '共同文件' },
  person: ({ login, group, influence }) =>
    `${login}，${group === null ? '不属于任何组' : `第 ${group} 组`}，影响力 ${influence}`,
};

export const graphWords: Record<Language, GraphWords> = { en, 'zh-CN': zh };

import type { Language } from '../comment/languages.ts';
import type { Availability } from '../community/availability.ts';
import type { Standing } from '../community/presence.ts';

export interface PeopleWords {
  caption: string;
  none: string;
  /** Above the table: how many are shown of how many. */
  shown(shown: string, all: string): string;
  meansOver(tasks: number): string;
  filter: string;
  everybody: string;
  name: string;
  columnsSay: string;
  notFound: string;
  standings: Record<Standing, string>;
  states: Record<Availability['state'], string>;
  awayUntil(day: string): string;
  group(number: number): string;
  noGroup: string;
  columns: Record<PeopleColumn, { title: string; says: string }>;
  skills: string;
  noSkills: string;
  interests: string;
  work: string;
  ties: string;
  tiesNone: string;
  scores: string;
  area: string;
  skill: string;
  changed: string;
  reviewed: string;
  finished: string;
  lastAct: string;
  firstAct: string;
  onGitHub: string;
  inGraph: string;
  allPeople: string;
  gives: string;
  gets: string;
}

export type PeopleColumn =
  | 'login'
  | 'standing'
  | 'availability'
  | 'load'
  | 'acts'
  | 'lastAct'
  | 'skills'
  | 'interest'
  | 'skill'
  | 'match'
  | 'completionChance'
  | 'completion'
  | 'cooperation'
  | 'influence'
  | 'bridging'
  | 'group';

const en: PeopleWords = {
  caption: 'People',
  none: 'Nobody is like that.',
  shown: (shown, all) => `${shown} of ${all} people`,
  meansOver: (tasks) =>
    tasks === 0
      ? 'No thread is open, so scores for tasks are not told.'
      : `Scores marked * are of a person and a task: told is their mean over the latest open threads (${tasks}).`,
  filter: 'Show',
  everybody: 'all',
  name: 'Name',
  columnsSay: 'What the columns say',
  notFound: 'Nothing is known of such a person here.',
  standings: {
    newcomer: 'newcomer',
    regular: 'regular',
    occasional: 'occasional',
    silent: 'gone silent',
    gone: 'gone',
  },
  states: { active: 'active', away: 'away', full: 'at capacity', inactive: 'inactive' },
  awayUntil: (day) => `away until ${day}`,
  group: (number) => `group ${number}`,
  noGroup: 'no group',
  columns: {
    login: { title: 'Person', says: 'Their login on GitHub.' },
    standing: {
      title: 'Standing',
      says: 'newcomer: first seen in the last 90 days. regular: active in three of the last six months. silent: was a regular, and has done nothing for half of people.inactiveAfter (90 days where it is not set) to a year.',
    },
    availability: {
      title: 'Availability',
      says: 'Whether they would be suggested now: not while away, at capacity or inactive.',
    },
    load: {
      title: 'Load',
      says: 'Open issues and pulls they are assigned to or asked to review, and how many they may hold.',
    },
    acts: { title: 'Acts', says: 'Changes, reviews, and threads opened, taken or joined.' },
    lastAct: { title: 'Last act', says: 'The day of the latest of these.' },
    skills: { title: 'Knows', says: 'Directories, labels and topics they worked in and few others did.' },
    interest: {
      title: 'Interest I(i,j)',
      says: 'Where they stand out most: how much of what they do lately is there, 0 to 1, where 1 is the strongest tie of anybody to any area.',
    },
    skill: { title: 'Skill S(i,k) *', says: 'How much of what a task needs they have shown to know, 0 to 1.' },
    match: { title: 'Match S_i *', says: 'The part of all skill for a task that is theirs and free, 0 to 1.' },
    completionChance: {
      title: 'Finishing C(i,k) *',
      says: 'Of tasks like it that they took on, the smoothed share they finished, 0 to 1; 0.5 without a record.',
    },
    completion: {
      title: 'Completion C_k *',
      says: 'The part of the hope that a task gets done that rests on them, 0 to 1.',
    },
    cooperation: {
      title: 'Cooperation C_i',
      says: 'Their part of all give and take in the community, 0 to 1: what goes one way only counts nothing.',
    },
    influence: { title: 'Influence', says: 'PageRank from those who are helped to those who help; 1 is the mean.' },
    bridging: {
      title: 'Bridging',
      says: 'Betweenness: the part of shortest ways between two others that lead over them, 0 to 1.',
    },
    group: { title: 'Group', says: 'Those who have more to do with each other than with others, by size.' },
  },
  skills: 'What they know',
  noSkills: 'No change, review or finished thread of theirs is known.',
  interests: 'Interests',
  work: 'Work',
  ties: 'Who they work with',
  tiesNone: 'No tie with anybody is drawn.',
  scores: 'Scores',
  area: 'Area',
  skill: 'Skill, 0 to 1',
  changed: 'Changed',
  reviewed: 'Reviewed',
  finished: 'Finished',
  lastAct: 'Last act',
  firstAct: 'First act',
  onGitHub: 'on GitHub',
  inGraph: 'in the network',
  allPeople: 'All people',
  gives: 'Gives',
  gets: 'Gets',
};

const zh: PeopleWords = {
  caption: '成员',
  none: '没有符合条件的人。',
  shown: (shown, all) => `共 ${all} 人，显示 ${shown} 人`,
  meansOver: (tasks) =>
    tasks === 0
      ? '没有未结的讨论串，因此不给出与任务有关的得分。'
      : `带 * 的得分针对某人与某任务：此处为最近 ${tasks} 个未结讨论串上的平均值。`,
  filter: '显示',
  everybody: '全部',
  name: '名字',
  columnsSay: '各列的含义',
  notFound: '这里没有关于此人的记录。',
  standings: { newcomer: '新人', regular: '常客', occasional: '偶尔参与', silent: '已沉寂', gone: '已离开' },
  states: { active: '活跃', away: '暂离', full: '已满负荷', inactive: '不活跃' },
  awayUntil: (day) => `暂离至 ${day}`,
  group: (number) => `第 ${number} 组`,
  noGroup: '不属于任何组',
  columns: {
    login: { title: '成员', says: 'GitHub 上的登录名。' },
    standing: {
      title: '状态',
      says: '新人：最近 90 天内首次出现。常客：最近六个月中有三个月活跃。已沉寂：曾是常客，已有 people.inactiveAfter 的一半（未设置时为 90 天）到一年没有活动。',
    },
    availability: { title: '可用性', says: '现在是否会被推荐：暂离、满负荷或不活跃时不会。' },
    load: { title: '负荷', says: '被指派或被请求评审的未结议题与拉取请求数，以及可承担的上限。' },
    acts: { title: '行动', says: '提交、评审，以及发起、承担或参与的讨论串。' },
    lastAct: { title: '最近行动', says: '其中最近一次的日期。' },
    skills: { title: '熟悉', says: '此人做过而少有他人做过的目录、标签与主题。' },
    interest: { title: '兴趣 I(i,j)', says: '此人最突出的领域：近来的活动有多少在其中，0 到 1；1 为全库最强的联系。' },
    skill: { title: '技能 S(i,k) *', says: '任务所需中此人已展示的部分，0 到 1。' },
    match: { title: '匹配 S_i *', says: '任务所需技能中属于此人且空闲的份额，0 到 1。' },
    completionChance: {
      title: '完成率 C(i,k) *',
      says: '此人承担过的类似任务中完成的平滑比例，0 到 1；无记录时为 0.5。',
    },
    completion: { title: '完成 C_k *', says: '任务得以完成的希望中寄于此人的份额，0 到 1。' },
    cooperation: { title: '协作 C_i', says: '社区全部互助中属于此人的份额，0 到 1；单向的不计。' },
    influence: { title: '影响力', says: '由受助者流向助人者的 PageRank；平均为 1。' },
    bridging: { title: '桥接', says: '介数：他人之间的最短路径经过此人的部分，0 到 1。' },
    group: { title: '组', says: '彼此来往多于与他人来往的人们，按人数排列。' },
  },
  skills: '熟悉的领域',
  noSkills: '没有此人的提交、评审或已完成的讨论串。',
  interests: '兴趣',
  work: '工作',
  ties: '与谁共事',
  tiesNone: '图中没有与任何人的联系。',
  scores: '得分',
  area: '领域',
  skill: '技能，0 到 1',
  changed: '提交',
  reviewed: '评审',
  finished: '完成',
  lastAct: '最近行动',
  firstAct: '首次行动',
  onGitHub: '在 GitHub 上',
  inGraph: '在关系图中',
  allPeople: '所有成员',
  gives: '给予',
  gets: '得到',
};

export const peopleWords: Record<Language, PeopleWords> = { en, 'zh-CN': zh };

import type { Language } from '../comment/languages.ts';

export interface PartnersWords {
  nobody: string;
  unaffiliated: string;
  organisations: string;
  organisationsAbout: string;
  trend: string;
  trendGist(name: string): string;
  acts: string;
  dependence: string;
  leading(name: string, share: string): string;
  noLeading: string;
  factor(count: number): string;
  concentration(index: string): string;
  known(share: string): string;
  noDirectories: string;
  cooperation: string;
  across(share: string): string;
  noCooperation: string;
  candidates: string;
  candidatesAbout: string;
  noCandidates: string;
  knows(people: number, area: string): string;
  asks(threads: number, area: string): string;
  waiting(open: number, weeks: string | null): string;
  perMonth(acts: string, direction: string): string;
  noReviews: string;
  linked: string;
  noLinked: string;
  skills: string;
  skillsAbout: string;
  noSkills: string;
  stock(knowers: number, free: string): string;
  nothingMeasured: string;
  measured(repositories: number): string;
  inRepositories: string;
  columns: Record<PartnersColumn, string>;
  directions: Record<'rising' | 'steady' | 'falling', string>;
}

export type PartnersColumn =
  | 'name'
  | 'share'
  | 'people'
  | 'changes'
  | 'reviews'
  | 'answers'
  | 'last'
  | 'before'
  | 'direction'
  | 'areas'
  | 'directory'
  | 'leading'
  | 'factor'
  | 'concentration'
  | 'one'
  | 'other'
  | 'given'
  | 'got'
  | 'exchange'
  | 'repository'
  | 'threads'
  | 'fits'
  | 'repositories'
  | 'area'
  | 'needs'
  | 'haves';

const english: PartnersWords = {
  nobody: 'Nobody has done anything yet.',
  unaffiliated: 'unaffiliated',
  organisations: 'Organisations',
  organisationsAbout:
    'Work fades by half in 180 days: a change, a review and a thread taken on count 1, joining a thread 0.25. Who belongs where is told by the setting partners.domains, else by public profiles, else by the domains that commits came from. Unaffiliated are all of whom none of these tells anything.',
  trend: 'Acts in each month of 30 days',
  trendGist: (name) => `Acts of the organisations with most work in the last twelve months; ${name} stands out.`,
  acts: 'acts',
  dependence: 'Dependence',
  leading: (name, share) => `${name} wrote ${share} of the changes.`,
  noLeading: 'No organisation is known to have written any change.',
  factor: (count) =>
    count === 1
      ? 'One organisation or unaffiliated person wrote more than half of the changes.'
      : `It takes ${count} organisations or unaffiliated people to have written more than half of the changes.`,
  concentration: (index) => `Concentration (Herfindahl-Hirschman): ${index}, where 1 is all by one.`,
  known: (share) => `${share} of all work is by people of organisations that are known.`,
  noDirectories: 'No directory rests on one organisation.',
  cooperation: 'Cooperation between organisations',
  across: (share) => `${share} of all reviews and replies among organisations go from one to another.`,
  noCooperation: 'No organisation has helped another of late.',
  candidates: 'Candidates for partnership',
  candidatesAbout:
    'Organisations that do less than a fifth of the work, and whose people know or need what waits here.',
  noCandidates: 'No organisation fits what waits.',
  knows: (people, area) => `${people} of their people ${people === 1 ? 'knows' : 'know'} ${area}`,
  asks: (threads, area) => `opened ${threads} ${threads === 1 ? 'thread' : 'threads'} on ${area}`,
  waiting: (open, weeks) =>
    weeks === null
      ? `where ${open} ${open === 1 ? 'thread is' : 'threads are'} open and none was ever finished`
      : `where ${weeks} weeks of work wait`,
  perMonth: (acts, direction) => `${acts} acts a month, ${direction}`,
  noReviews: 'nobody of them reviews yet',
  linked: 'Repositories that threads point to',
  noLinked: 'Threads of two people or more point to no other repository.',
  skills: 'Shared skills',
  skillsAbout: 'What one repository needs and another has people for who have room. Directories are not compared.',
  noSkills: 'No repository has people for what waits in another.',
  stock: (knowers, free) => `${knowers} know it, with room: ${free}`,
  nothingMeasured: 'No repository has been measured yet.',
  measured: (repositories) => `Over ${repositories} measured ${repositories === 1 ? 'repository' : 'repositories'}.`,
  inRepositories: 'Organisations in repositories',
  columns: {
    name: 'Organisation',
    share: 'Share of work',
    people: 'People',
    changes: 'Changes',
    reviews: 'Reviews',
    answers: 'Answers',
    last: 'Last 90 days',
    before: '90 before',
    direction: 'Trend',
    areas: 'Where',
    directory: 'Directory',
    leading: 'Most of it',
    factor: 'More than half by',
    concentration: 'Concentration',
    one: 'Organisation',
    other: 'And',
    given: 'First helps',
    got: 'Second helps',
    exchange: 'Exchange',
    repository: 'Repository',
    threads: 'Threads',
    fits: 'Where work waits',
    repositories: 'Repositories',
    area: 'Skill',
    needs: 'Needed by',
    haves: 'Had by',
  },
  directions: { rising: 'rising', steady: 'steady', falling: 'falling' },
};

const chinese: PartnersWords = {
  nobody: '还没有任何人做过任何事。',
  unaffiliated: '无所属',
  organisations: '组织',
  organisationsAbout:
    '工作量每 180 天减半：一次更改、一次评审、承担一个讨论串各计 1，参与讨论串计 0.25。归属依次取自设置 partners.domains、公开资料、提交邮箱的域名。以上都无从得知的人归为无所属。',
  trend: '每月（30 天）的行动数',
  trendGist: (name) => `工作最多的组织在过去十二个月中的行动数；突出显示的是 ${name}。`,
  acts: '行动数',
  dependence: '依赖程度',
  leading: (name, share) => `${share} 的更改由 ${name} 完成。`,
  noLeading: '没有已知的组织做过更改。',
  factor: (count) => `超过一半的更改由 ${count} 个组织或无所属者完成。`,
  concentration: (index) => `集中度（赫芬达尔-赫希曼指数）：${index}；1 表示全部由一方完成。`,
  known: (share) => `${share} 的工作由已知组织的人完成。`,
  noDirectories: '没有任何目录主要依赖单一组织。',
  cooperation: '组织之间的协作',
  across: (share) => `组织之间的评审与回复中，${share} 发生在不同组织之间。`,
  noCooperation: '近来没有组织帮助过另一个组织。',
  candidates: '潜在合作伙伴',
  candidatesAbout: '所做工作不足五分之一、且其成员熟悉或需要此处积压工作的组织。',
  noCandidates: '没有组织与积压的工作相符。',
  knows: (people, area) => `其 ${people} 人熟悉 ${area}`,
  asks: (threads, area) => `发起了 ${threads} 个关于 ${area} 的讨论串`,
  waiting: (open, weeks) =>
    weeks === null ? `该处有 ${open} 个未结讨论串，且从未完成过任何一个` : `该处积压约 ${weeks} 周的工作`,
  perMonth: (acts, direction) => `每月 ${acts} 次行动，${direction}`,
  noReviews: '尚无人参与评审',
  linked: '讨论串所指向的仓库',
  noLinked: '没有由两人以上的讨论串指向的其他仓库。',
  skills: '共享技能',
  skillsAbout: '一个仓库需要、而另一个仓库有空闲人手的技能。不比较目录。',
  noSkills: '没有仓库有人手可处理另一个仓库积压的工作。',
  stock: (knowers, free) => `${knowers} 人熟悉，有空闲者：${free}`,
  nothingMeasured: '还没有仓库被度量。',
  measured: (repositories) => `涵盖 ${repositories} 个已度量的仓库。`,
  inRepositories: '各仓库中的组织',
  columns: {
    name: '组织',
    share: '工作份额',
    people: '人数',
    changes: '更改',
    reviews: '评审',
    answers: '回答',
    last: '最近 90 天',
    before: '此前 90 天',
    direction: '趋势',
    areas: '所在',
    directory: '目录',
    leading: '主要由',
    factor: '过半数来自',
    concentration: '集中度',
    one: '组织',
    other: '与',
    given: '前者帮助',
    got: '后者帮助',
    exchange: '互助',
    repository: '仓库',
    threads: '讨论串',
    fits: '积压所在',
    repositories: '仓库',
    area: '技能',
    needs: '需要者',
    haves: '拥有者',
  },
  directions: { rising: '上升', steady: '平稳', falling: '下降' },
};

export const partnersWords: Record<Language, PartnersWords> = { en: english, 'zh-CN': chinese };

/** Everybody here is made up. */
export interface Member {
  login: string;
  name: string;
  permission: 'triage' | 'write' | 'maintain';
  /** What they mostly work on. */
  area: Area;
  /** Where they help out. */
  second: Area;
  /** Share of the work of their area, about. */
  weight: number;
  /** Days ago of their last act, where they have gone quiet. */
  quietSince?: number;
}

export type Area =
  | 'scheduler'
  | 'kernels'
  | 'quant'
  | 'cache'
  | 'server'
  | 'tokenizer'
  | 'distributed'
  | 'docs'
  | 'models'
  | 'packaging'
  | 'metrics'
  | 'sampling'
  | 'clients'
  | 'vision';

export const members: Member[] = [
  {
    login: 'mira-castellanos',
    name: 'Mira Castellanos',
    permission: 'maintain',
    area: 'scheduler',
    second: 'cache',
    weight: 4,
  },
  {
    login: 'tobias-lindqvist',
    name: 'Tobias Lindqvist',
    permission: 'write',
    area: 'kernels',
    second: 'quant',
    weight: 4,
  },
  { login: 'kenji-moriyama', name: 'Kenji Moriyama', permission: 'write', area: 'quant', second: 'kernels', weight: 4 },
  { login: 'zhao-yifan', name: '赵一帆', permission: 'write', area: 'cache', second: 'scheduler', weight: 4 },
  { login: 'priya-raman', name: 'Priya Raman', permission: 'maintain', area: 'server', second: 'metrics', weight: 5 },
  { login: 'lin-xiaoyu', name: '林晓雨', permission: 'write', area: 'tokenizer', second: 'models', weight: 4 },
  {
    login: 'oskar-brandt',
    name: 'Oskar Brandt',
    permission: 'write',
    area: 'distributed',
    second: 'kernels',
    weight: 3,
  },
  { login: 'amara-okafor', name: 'Amara Okafor', permission: 'triage', area: 'docs', second: 'clients', weight: 3 },
  { login: 'diego-fuentes', name: 'Diego Fuentes', permission: 'write', area: 'models', second: 'quant', weight: 4 },
  { login: 'hana-novak', name: 'Hana Novak', permission: 'maintain', area: 'packaging', second: 'docs', weight: 3 },
  { login: 'sam-whitfield', name: 'Sam Whitfield', permission: 'write', area: 'metrics', second: 'server', weight: 2 },
  { login: 'noor-haddad', name: 'Noor Haddad', permission: 'write', area: 'sampling', second: 'server', weight: 3 },
  { login: 'jonas-keller', name: 'Jonas Keller', permission: 'triage', area: 'clients', second: 'server', weight: 2 },
  {
    login: 'ruth-abebe',
    name: 'Ruth Abebe',
    permission: 'write',
    area: 'vision',
    second: 'models',
    weight: 2,
    quietSince: 210,
  },
];

/** They report and ask, and seldom write code. */
export const visitors = [
  'gpu-poor-pete',
  'helena-sorensen',
  'chen-bo-dev',
  'liu-mengmeng',
  'raj-at-work',
  'tessellate',
  'marc-dubois-ml',
  'yuki-tan',
  'wang-haoran',
  'erin-oconnell',
] as const;

export const bots = ['lumen-ci[bot]', 'dependency-keeper[bot]'] as const;

/** Who answers for an area, most active first. */
export function peopleOf(area: Area): Member[] {
  const own = members.filter((member) => member.area === area);
  return [...own, ...members.filter((member) => member.second === area)];
}

export function memberNamed(login: string): Member {
  const found = members.find((member) => member.login === login);
  if (found === undefined) throw new Error(`nobody is called ${login}`);
  return found;
}

/** Some commit with an address of their own, which only GitHub can tell to be theirs. */
const ownAddress = new Set(['mira-castellanos', 'priya-raman', 'zhao-yifan']);

export function emailOf(login: string): string {
  return ownAddress.has(login) ? `${login.split('-')[0]}@lumen-labs.example` : `${login}@users.noreply.github.com`;
}

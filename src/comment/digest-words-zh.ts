import type { Moved } from '../community/digest-moved.ts';
import type { Period } from '../community/digest-period.ts';
import type { Turn } from '../community/stalled-threads.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import { adviceInChinese, itemsInChinese } from './digest-advice-zh.ts';
import type { DigestInk } from './digest-ink.ts';
import type { DigestWords } from './digest-words.ts';
import { percent } from './words.ts';

export const chineseDigest: DigestWords = {
  title: '社区动态摘要',
  period: (period) => (period.cadence === 'weekly' ? days(period) : monthOf(period.from)),
  columns: {
    now: ({ cadence }) => (cadence === 'weekly' ? '本周' : '本月'),
    before: ({ cadence }) => (cadence === 'weekly' ? '上一周' : '上一月'),
  },
  rows: { opened: '新增', ended: '关闭、合并或解答', response: '首次答复（中位）', people: '有所贡献的人' },
  hours: (hours) => (hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`),
  moved,
  welcome: (people, more) => {
    const names = people.map(({ name, thread }) => (thread === null ? name : `${name}（${thread}）`)).join('、');
    return `欢迎 ${names}${more > 0 ? ` 等 ${people.length + more} 人` : ''}首次在此贡献。`;
  },
  quiet: '这段时间很安静：没有新增、关闭、合并或解答。',
  headings: {
    advice: '可以改进之处',
    waits: '在等什么，等谁',
    risks: '风险',
    ahead: '展望',
    suggestions: '最近 90 天建议的效果',
    ranking: '帮助最多的人',
  },
  advice: adviceInChinese,
  waits: (turn, { threads, mostDays }) => `${TURNS[turn]}：${threads} 个帖子，最久的已 ${mostDays} 天无人发言`,
  waiting: (thread, idle, reviewers) =>
    `${thread}，已 ${idle} 天无人发言${reviewers.length === 0 ? '' : `，已请求评审：${reviewers.join('、')}`}`,
  knowledge: ({ files, filesAtRisk, filesAtRiskBefore }) =>
    `最近一年改动过的 ${files} 个文件中，有 ${filesAtRisk} 个最多只有一位仍在的人了解${changedFrom(filesAtRisk, filesAtRiskBefore)}。`,
  directory: (name, atRisk, files) => `${name}：${files} 个文件中的 ${atRisk} 个`,
  load: ({ overloaded, people, capacity, most, mostShare }) =>
    `${people} 人中有 ${overloaded} 人手中超过 ${capacity} 个未结帖子；最多的一人有 ${most} 个，占全部的 ${percent(mostShare)}%。`,
  silence: ({ all, fresh }) =>
    `过去一年的常客中有 ${all} 人已三个月没有消息${fresh > 0 ? `，其中 ${fresh} 人是最近的事` : ''}。也许值得一声问候。`,
  ahead: ({ open, median, lower, upper }) =>
    median === null
      ? `${open} 个帖子未结；按最近半年的速度看不到尽头。`
      : `${open} 个帖子未结：按最近半年的速度，全部完成需要 ${range(lower, upper, median)}（五次中有四次如此）。`,
  milestone: (title, { open, median, lower, upper, byDue }) =>
    `${title}：${open} 个帖子未结，${median === null ? '看不到尽头' : `完成需要 ${range(lower, upper, median)}`}${byDue === null ? '' : `，按期完成的可能性为 ${percent(byDue)}%`}。`,
  organisation: (name, share) => `${percent(share)}% 的改动出自 ${name} 的人：若其离开，便会失去这些。`,
  fared: ({ outcomes, decided, accepted, promised, kind, label }, ink) =>
    `${nameOf({ kind, label }, ink)}：${decided} 条中采纳 ${outcomes.accepted} 条（${Math.round(100 * (accepted ?? 0))}%）${promised === null || kind === 'related' ? '' : `，预计 ${Math.round(100 * promised)}%`}`,
  muted: ({ kind, label, silent, outcomes, decided, judged }, ink) =>
    `${nameOf({ kind, label }, ink)}${label === null ? '' : ' '}不再建议：${silent === 'seldom-heeded' ? `${judged} 条中人们只处理了 ${decided} 条` : `${decided} 条中只采纳了 ${outcomes.accepted} 条`}。仍会继续统计，准确时自会恢复。`,
  ranked: { person: '人员', reviewed: '评审', answered: '解答', wrote: '提交' },
  details: '更多',
  earlier: '往期',
  earlierColumns: { period: '时间', opened: '新增', ended: '结束', waiting: '等待' },
  instead: '本仓库未开启讨论，因此写在议题中。',
  footer: ({ cadence, setting, config, optOut }) =>
    `根据本仓库的公开内容每${cadence === 'weekly' ? '周' : '月'}编辑一次，不通知任何人。关闭本帖即停止，也可在 ${config} 中设置 ${setting}。不愿在此被提及的人可发送 ${optOut}。`,
};

const TURNS: Record<Turn, string> = {
  maintainers: '等待维护者',
  reviewers: '等待评审人',
  author: '等待作者',
  unknown: '不确定等待谁',
};

function moved({ byType: { issue, pull, discussion }, merged, answered }: Moved): string {
  const opened = some([
    [issue.opened, '个议题'],
    [pull.opened, '个拉取请求'],
    [discussion.opened, '个讨论'],
  ]);
  const ended = [
    ...some([[issue.closed, '个议题']]).map((what) => `关闭 ${what}`),
    ...some([[merged, '个拉取请求']]).map((what) => `合并 ${what}`),
    ...some([[pull.closed, '个拉取请求']]).map((what) => `未合并而关闭 ${what}`),
    ...some([[answered, '个讨论']]).map((what) => `解答 ${what}`),
    ...some([[discussion.closed, '个讨论']]).map((what) => `关闭 ${what}`),
  ];
  const parts = [opened.length === 0 ? '' : `新增 ${opened.join('、')}`, ended.join('、')].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? '' : `${parts.join('；')}。`;
}

function some(counts: [number, string][]): string[] {
  return counts.filter(([count]) => count > 0).map(([count, noun]) => `${count} ${noun}`);
}

function nameOf({ kind, label }: Pick<Acceptance, 'kind' | 'label'>, ink: DigestInk): string {
  return label === null ? itemsInChinese[kind] : `标签 ${ink.code(label)}`;
}

function changedFrom(now: number, before: number | null): string {
  if (before === null || before === now) return '';
  return `，比上一期${now > before ? '多' : '少'} ${Math.abs(now - before)} 个`;
}

function range(lower: number | null, upper: number | null, median: number): string {
  const [from, to] = [Math.round(lower ?? median), upper === null ? null : Math.round(upper)];
  if (to === null) return `至少 ${from} 周`;
  return from === to ? `${to} 周` : `${from} 至 ${to} 周`;
}

function monthOf(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
}

/** What is the same in both is written once. */
function days({ from, to }: Period): string {
  const last = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
  const day = (of: string) => `${Number(of.slice(8))}日`;
  if (from.slice(0, 7) === last.slice(0, 7)) return `${monthOf(from)}${day(from)}至${day(last)}`;
  const end = from.slice(0, 4) === last.slice(0, 4) ? monthOf(last).slice(5) : monthOf(last);
  return `${monthOf(from)}${day(from)}至${end}${day(last)}`;
}

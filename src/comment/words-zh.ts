import type { LabelReason, PersonReason, RelatedReason } from '../domain/reason.ts';
import { ago, fixName, type Ink, percent, type Sureness, surenessOf, type Words } from './words.ts';

export const chinese: Words = {
  labels: '标签',
  people: (type) => ({ issue: '适合处理的人', pull: '适合评审的人', discussion: '适合解答的人' })[type],
  related: '相关内容',
  labelled: '已加标签',
  asked: (type) => ({ issue: '已指派', pull: '已请求评审', discussion: '已询问' })[type],
  details: '依据与把握',
  colon: '：',
  semicolon: '；',
  personReason,
  labelReason,
  relatedReason,
  sureness: (probability) => `${SURENESS[surenessOf(probability)]}，${percent(probability)}%`,
  standing,
  article: (host) => `${host} 上的文章`,
  footer: ({ triggers, shadow, config, undo }) =>
    `以上${undo === null ? '建议' : '内容'}根据本仓库的历史自动给出，由人来决定。${undo === null ? '' : `用 ${undo} 可撤回已做的改动。`}如需关闭，请在 ${config} 中设置 ${triggers} 或 ${shadow}。`,
};

const SURENESS: Record<Sureness, string> = {
  'almost-certain': '几乎可以肯定',
  likely: '很有可能',
  even: '较有可能',
  possible: '有可能',
  guess: '仅为猜测',
};

function personReason(reason: PersonReason, ink: Ink): string {
  switch (reason.kind) {
    case 'reviewed':
      return history('评审', reason, ink);
    case 'changed':
      return history('提交', reason, ink);
    case 'owner':
      return `${reason.team === undefined ? '' : `作为 ${ink.code(reason.team)} 的一员，`}在 CODEOWNERS 中负责 ${ink.code(reason.pattern)}`;
    case 'sweeping':
      return sweeping(reason);
    case 'spreads-knowledge':
      return `可借此熟悉 ${reason.files} 个少有人了解的文件`;
    case 'reviewed-author':
      return `评审过 ${ink.code(reason.author)} 的 ${reason.times} 次改动`;
    case 'took-similar':
      return similar('处理', '任务', reason, ink);
    case 'answered-similar':
      return similar('解答', '讨论', reason, ink);
    case 'took-label':
      return `处理过 ${reason.times} 个带有 ${ink.code(reason.label)} 标签的任务`;
    case 'answered-label':
      return `解答过 ${reason.times} 个带有 ${ink.code(reason.label)} 标签的讨论`;
    case 'knows-terms':
      return `做过与 ${codes(reason.terms, ink)} 有关的工作`;
    case 'active':
      return `最近 ${reason.days} 天内有 ${reason.times} 次贡献`;
  }
}

function labelReason(reason: LabelReason, ink: Ink): string {
  switch (reason.kind) {
    case 'terms':
      return `文中提到 ${codes(reason.terms, ink)}`;
    case 'fits-name':
      return '文本模型认为该标签的名称与内容相符';
  }
}

function relatedReason(reason: RelatedReason, ink: Ink): string {
  switch (reason.kind) {
    case 'shares-terms':
      return `共同的词语 ${codes(reason.terms, ink)}`;
    case 'shares-code':
      return `都提到 ${codes(reason.terms, ink)}`;
    case 'has-duplicates':
      return `相似的 ${reason.threads.slice(0, 3).map(ink.thread).join('、')} 与其重复`;
    case 'shares-trace':
      return `在同一处出错：${codes(reason.functions, ink)}${reason.versions.length > 0 ? `，版本同为 ${codes(reason.versions, ink)}` : ''}`;
    case 'close-in-meaning':
      return '意思相近';
  }
}

function standing({ kind, type, state, outcome, fixedBy }: Parameters<Words['standing']>[0], ink: Ink): string {
  if (kind === 'document') return '文档';
  if (fixedBy !== undefined) return `已在 ${fixName(fixedBy, ink)} 中修复`;
  const ended: Record<string, string> = {
    completed: '已完成',
    'not-planned': '已关闭，不予处理',
    duplicate: '已关闭，重复',
    merged: '已合并',
    answered: '已有答案',
  };
  const plain = state === 'closed' ? '已关闭' : '未关闭';
  const words = (outcome !== null && Object.hasOwn(ended, outcome) ? ended[outcome] : undefined) ?? plain;
  if (type === 'pull') return `拉取请求，${words}`;
  return type === 'discussion' ? `讨论，${words}` : words;
}

function similar(
  did: string,
  noun: string,
  { threads, times }: { threads: string[]; times: number },
  ink: Ink,
): string {
  const told = threads.slice(0, 3);
  const shown = joined(told.map(ink.thread));
  if (told.length === 0) return `${did}过 ${times} 个类似的${noun}`;
  if (times <= told.length) return `${did}过类似的 ${shown}`;
  return `${did}过 ${times} 个类似的${noun}，例如 ${shown}`;
}

function history(verb: string, reason: { path: string; times: number; lastDays: number }, ink: Ink): string {
  const where = reason.path === '' ? '' : `${ink.code(reason.path)} 的 `;
  const did = `${verb}过 ${where}${reason.times} 次改动`;
  if (reason.times === 1) return since(reason.lastDays) + did;
  const time = since(reason.lastDays);
  return `${did}，最近一次是${/^\d/.test(time) ? ' ' : ''}${time}`;
}

function sweeping({ directories, generated, as }: Extract<PersonReason, { kind: 'sweeping' }>): string {
  const who = {
    fallback: '负责没有专人了解的改动',
    'owns-everything': '在 CODEOWNERS 中负责全部文件',
    'reviews-most': '最近在此评审最多',
  }[as];
  return `${who}：本次改动${generated ? '只涉及锁定、生成或第三方文件' : `涉及 ${directories} 个目录`}`;
}

function since(days: number): string {
  const time = ago(days);
  switch (time.unit) {
    case 'today':
      return '今天';
    case 'yesterday':
      return '昨天';
    case 'days':
      return `${time.count} 天前`;
    case 'weeks':
      return `${time.count} 周前`;
    case 'months':
      return `${time.count} 个月前`;
    case 'years':
      return `${time.count} 年前`;
  }
}

function codes(terms: string[], ink: Ink): string {
  return joined(terms.slice(0, 5).map(ink.code));
}

function joined(items: string[]): string {
  return items.join('、');
}

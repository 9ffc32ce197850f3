import type { Advice } from '../community/digest-advice.ts';
import type { ItemKind } from '../domain/suggested-item.ts';
import type { DigestInk } from './digest-ink.ts';

export const itemsInChinese: Record<ItemKind, string> = {
  label: '标签',
  assignee: '处理人',
  reviewer: '评审人',
  related: '相关内容',
};

export function adviceInChinese(advice: Advice, ink: DigestInk): string {
  switch (advice.kind) {
    case 'answer-waiting':
      return `答复等待维护者的 ${advice.threads} 个帖子，最久的已 ${advice.mostDays} 天无人发言。`;
    case 'review-waiting':
      return `评审已请求评审的 ${advice.pulls} 个拉取请求，最久的已 ${advice.mostDays} 天无人发言；也可改请他人。`;
    case 'ask-authors':
      return `询问作者或关闭：${advice.threads} 个帖子在答复后作者未再发言，最久的已 ${advice.mostDays} 天。`;
    case 'second-owner':
      return `为 ${ink.code(advice.directory)} 再指定一位负责人：其中 ${advice.files} 个文件有 ${advice.filesAtRisk} 个最多只有一人了解。`;
    case 'share-load':
      return `分担工作：${advice.overloaded} 人手中超过 ${advice.capacity} 个未结帖子，合计超出 ${advice.beyond} 个，最多的一人有 ${advice.most} 个。可转交一部分；若并无不妥，可调高 ${ink.code('people.capacity')}。`;
    case 'answer-sooner':
      return `更早答复：首次答复的中位时间为 ${time(advice.hours)}，此前为 ${time(advice.hoursBefore)}。`;
    case 'backlog-grows':
      return `多结少积，或更早婉拒：新增 ${advice.opened} 个，结束 ${advice.ended} 个，上一期也是如此。`;
    case 'silent-label':
      return `为标签 ${ink.code(advice.label)} 写明用途，或列入 ${ink.code('labels.deny')}：${outOf(advice)}，因此不再建议。`;
    case 'silent-kind':
      return `检查${itemsInChinese[advice.item]}的建议：${outOf(advice)}，因此不再建议。调高 ${ink.code(`${SECTIONS[advice.item]}.minPrecision`)} 会说得更少、更准。`;
  }
}

const SECTIONS: Record<ItemKind, string> = {
  label: 'labels',
  assignee: 'assignees',
  reviewer: 'reviewers',
  related: 'related',
};

function time(hours: number): string {
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}

function outOf({ accepted, decided, judged }: { accepted: number; decided: number; judged: number }): string {
  return `${judged} 条建议中人们处理了 ${decided} 条，采纳 ${accepted} 条`;
}

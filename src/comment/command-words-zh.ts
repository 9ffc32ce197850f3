import type { CommandProblem } from '../domain/command.ts';
import type { CommandWords, UseInk, WhyNot } from './command-words.ts';
import { evidenceSentenceZh } from './evidence-words-zh.ts';
import { percent } from './words.ts';

export const chineseCommands: CommandWords = {
  commands: '命令',
  does: {
    help: '列出全部命令',
    why: '说明为何有此建议，或为何建议（未建议）某人',
    who: '说明谁熟悉某个路径、某个主题或本帖的内容',
    next: '列出你接下来可以处理的任务、值得读的文章和可以结识的人',
    assign: '指派人员；`me` 表示自己',
    review: '请人评审此拉取请求；`me` 表示自己',
    label: '添加已有的标签；名称含逗号时请加引号',
    undo: '撤回本应用在此帖上所做的改动',
    reroll: '退回当前建议的人选，另行建议',
    retry: '立即重新查看此帖，即使评论已被删除或此帖早于应用安装',
    ignore: '删除评论，在 `retry` 之前不再理会此帖',
    away: '在该日（UTC）结束之前，或在 `back` 之前，不再建议你',
    back: '你已回来，可以再次被建议',
    capacity: '仅当你手中未关闭的议题和拉取请求少于 N 个时才建议你',
    'opt-out': '不再建议你',
    'opt-in': '取消 `opt-out`',
    'forget-me': '在该所有者的全部仓库中永久删除与你有关的学习内容',
  },
  whoMay: { anyone: '任何人', themselves: '任何人，仅限本人', triage: '具有 triage 权限的人' },
  who: { anyone: '任何人', themselves: '任何人，仅限本人', triage: 'triage 权限' },
  refused: (usage) => `${usage} 需要本仓库的 triage 权限。请由具有该权限的人来写。`,
  problem,
  never: {
    author: '是此帖的作者',
    bot: '是机器人',
    excluded: '已被配置排除',
    denied: '已被配置排除',
    'not-allowed': '不在配置所允许的人之中',
    away: '暂时不在',
    'opted-out': '不希望被建议',
    declined: '曾被移出此帖或被退回',
    'already-there': '已经参与此帖',
    'without-access': '在此无法被指派',
    'over-capacity': '手中的议题和拉取请求已达上限',
    inactive: '近期在此不活跃',
  },
  silent: {
    closed: '此帖已关闭，因此不作建议。',
    locked: '此帖已锁定，因此不在此发言。',
    'opened by a bot': '此帖由机器人发起，因此不作建议。',
    'still a draft': '这是草稿，待其可供评审时再查看。',
    'switched off for this kind of thread': '配置已关闭对此类帖子的建议。',
    'of a category that is left alone': '配置不对此分类的讨论作建议。',
    answered: '此讨论已有答案，因此不作建议。',
  },
  askedAllTheSame: '已完成。请注意：',
  nothingToUndo: '此帖上没有本应用所做的改动。',
  nothingToReroll: '此帖目前没有建议任何人。',
  willBeForgotten: '在该所有者的仓库中与你有关的学习内容将在几分钟内删除，今后也不再学习。',
  nothingSuggested: '目前对此帖没有建议。',
  evidence: '每个数字是与候选人平均值相比对对数几率的增减；权重由本仓库的历史得出。',
  evidenceSentence: evidenceSentenceZh,
  weight: (weight) => `权重 ${weight}`,
  whyNot,
  knows: (about) => (about === '' ? '了解本帖内容的人' : `了解 ${about} 的人`),
  nobodyKnows: (about) => (about === '' ? '尚不知道谁了解本帖的内容。' : `尚不知道谁了解 ${about}。`),
};

function problem(found: CommandProblem, ink: UseInk): string {
  switch (found.kind) {
    case 'unknown-verb':
      return `没有 ${ink.code(found.verb)} 这个命令。${found.nearest === null ? '' : `是否想写 ${ink.usage(found.nearest)}？`}${ink.usage('help')} 可列出全部命令。`;
    case 'too-long':
      return `一条命令最多 ${found.most} 个字符。`;
    case 'too-many':
      return `一条评论最多 ${found.most} 条命令，其余未执行。`;
    case 'bad-arguments':
      return `写法为 ${ink.usage(found.verb)}，例如 ${ink.example(found.verb)}。`;
    case 'not-a-login':
      return `${ink.code(found.given)} 不是用户名。写法为 ${ink.usage(found.verb)}，例如 ${ink.example(found.verb)}。`;
    case 'not-a-day':
      return `${ink.code(found.given)} 不是日期。写法如 ${ink.example('away')}。`;
    case 'day-is-over':
      return `${ink.code(found.given)} 已经过去。`;
    case 'not-a-capacity':
      return `${ink.code(found.given)} 不是 0 到 ${found.most} 之间的数字。写法如 ${ink.example('capacity')}。`;
    case 'pulls-only':
      return `${ink.usage(found.verb)} 只用于拉取请求。`;
    case 'not-on-discussions':
      return `GitHub 的讨论没有此项：${ink.usage(found.verb)} 只用于议题和拉取请求。`;
    case 'nobody-asked':
      return `讨论中只列出可能会回答的人，没有人被请求，因此无人可换：${ink.usage(found.verb)} 只用于议题和拉取请求。`;
    case 'without-access':
      return `${ink.code(found.login)} 在此无法被指派：GitHub 要求其先有本仓库的访问权限。未作任何改动。`;
    case 'not-taken':
      return `GitHub 没有接受 ${found.names.map(ink.code).join('、')}。`;
    case 'is-author':
      return `${ink.code(found.login)} 是此拉取请求的作者，GitHub 不允许评审自己的改动。`;
    case 'no-such-label':
      return `没有 ${ink.code(found.name)} 这个标签。${found.nearest === null ? '' : `是否想写 ${ink.code(found.nearest)}？`}未作任何改动。`;
  }
}

function whyNot(name: string, why: WhyNot): string {
  switch (why.is) {
    case 'never':
      return `未建议 ${name}：${why.because}。`;
    case 'not-needed':
      return `未建议 ${name}：已有人负责此帖，无需另找。`;
    case 'off':
      return `未建议 ${name}：此类帖子不建议任何人。`;
    case 'unknown':
      return `未建议 ${name}：尚不知道其有与此相关的工作。`;
    case 'unlikely':
      return `未建议 ${name}：${why.sureness}，而至少需要 ${percent(why.needed)}%。`;
    case 'behind':
      return `未建议 ${name}：位列第 ${why.place}（${why.sureness}），而最多建议 ${why.most} 人。`;
  }
}

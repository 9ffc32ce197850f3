import type { Language } from '../comment/languages.ts';
import type { DigestOutcome } from '../domain/digest-place.ts';

interface DigestPageWords {
  none: string;
  off: string;
  written: string;
  earlier: string;
  outcome: Record<DigestOutcome | 'waiting', string>;
  columns: { period: string; opened: string; ended: string; waiting: string; outcome: string };
}

export const digestPageWords: Record<Language, DigestPageWords> = {
  en: {
    none: 'No digest yet: the first one is written when a whole week or month is over.',
    off: 'The configuration asks for no digest.',
    written: 'Where it stands on GitHub',
    earlier: 'Digests so far',
    outcome: {
      created: 'opened on GitHub',
      updated: 'edited on GitHub',
      unchanged: 'stands on GitHub',
      shadow: 'shown here alone: shadow mode',
      nothing: 'not written: there was nothing to tell',
      closed: 'not written: somebody closed it. Open it again, or change community.digest.',
      gone: 'not written: somebody deleted it. Change community.digest to have a new one.',
      'not-permitted': 'not written: the app may not. Its owner has to grant issues or discussions to write.',
      nowhere: 'not written: the repository has neither issues nor discussions',
      waiting: 'about to be written',
    },
    columns: { period: 'Time', opened: 'Opened', ended: 'Ended', waiting: 'Waiting', outcome: 'Outcome' },
  },
  'zh-CN': {
    none: '尚无摘要：完整的一周或一月结束后才会写出第一份。',
    off: '配置不要求摘要。',
    written: '在 GitHub 上的位置',
    earlier: '历次摘要',
    outcome: {
      created: '已在 GitHub 上发布',
      updated: '已在 GitHub 上更新',
      unchanged: '在 GitHub 上未变',
      shadow: '仅在此显示：影子模式',
      nothing: '未写出：没有可说的内容',
      closed: '未写出：已被关闭。重新打开，或更改 community.digest。',
      gone: '未写出：已被删除。更改 community.digest 可另写一份。',
      'not-permitted': '未写出：应用没有权限。须由所有者授予议题或讨论的写权限。',
      nowhere: '未写出：仓库既无议题也无讨论',
      waiting: '即将写出',
    },
    columns: { period: '时间', opened: '新增', ended: '结束', waiting: '等待', outcome: '结果' },
  },
};

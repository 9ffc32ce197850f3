import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/comment/standing-of.ts';
import { ago, percent } from '../../src/comment/words.ts';
import { english } from '../../src/comment/words-en.ts';
import { chinese } from '../../src/comment/words-zh.ts';
import type { PersonReason, RelatedReason } from '../../src/domain/reason.ts';

const ink = { code: (text: string) => `[${text}]`, thread: (id: string) => `#${id}` };

describe('reasons for people', () => {
  it.each<[PersonReason, string, string]>([
    [
      { kind: 'reviewed', path: 'src/queue', times: 14, lastDays: 3 },
      'reviewed 14 changes in [src/queue], last 3 days ago',
      '评审过 [src/queue] 的 14 次改动，最近一次是 3 天前',
    ],
    [{ kind: 'reviewed', path: '', times: 1, lastDays: 0 }, 'reviewed 1 change, today', '今天评审过 1 次改动'],
    [
      { kind: 'changed', path: 'a.ts', times: 2, lastDays: 1 },
      'wrote 2 changes in [a.ts], last yesterday',
      '提交过 [a.ts] 的 2 次改动，最近一次是昨天',
    ],
    [
      { kind: 'changed', path: 'a.ts', times: 1, lastDays: 100 },
      'wrote 1 change in [a.ts], 3 months ago',
      '3 个月前提交过 [a.ts] 的 1 次改动',
    ],
    [{ kind: 'owner', pattern: '*.ts' }, 'owns [*.ts] in CODEOWNERS', '在 CODEOWNERS 中负责 [*.ts]'],
    [
      { kind: 'owner', pattern: '*.ts', team: '@acme/core' },
      'owns [*.ts] in CODEOWNERS as one of [@acme/core]',
      '作为 [@acme/core] 的一员，在 CODEOWNERS 中负责 [*.ts]',
    ],
    [
      { kind: 'sweeping', directories: 31, generated: false, as: 'fallback' },
      'is asked for changes that have no experts: this one touches 31 directories',
      '负责没有专人了解的改动：本次改动涉及 31 个目录',
    ],
    [
      { kind: 'sweeping', directories: 1, generated: false, as: 'owns-everything' },
      'owns everything by CODEOWNERS: this one touches 1 directory',
      '在 CODEOWNERS 中负责全部文件：本次改动涉及 1 个目录',
    ],
    [
      { kind: 'sweeping', directories: 1, generated: true, as: 'reviews-most' },
      'reviews most here lately: this one touches only lock, generated or vendored files',
      '最近在此评审最多：本次改动只涉及锁定、生成或第三方文件',
    ],
    [
      { kind: 'spreads-knowledge', files: 2 },
      'would be new to 2 files that hardly anybody else knows',
      '可借此熟悉 2 个少有人了解的文件',
    ],
    [
      { kind: 'spreads-knowledge', files: 1 },
      'would be new to a file that hardly anybody else knows',
      '可借此熟悉 1 个少有人了解的文件',
    ],
    [{ kind: 'reviewed-author', author: 'wei', times: 1 }, 'reviewed 1 change by [wei]', '评审过 [wei] 的 1 次改动'],
    [{ kind: 'took-similar', threads: ['3'], times: 1 }, 'took the similar thread #3', '处理过类似的 #3'],
    [
      { kind: 'took-similar', threads: ['3', '5'], times: 2 },
      'took the similar threads #3 and #5',
      '处理过类似的 #3、#5',
    ],
    [
      { kind: 'took-similar', threads: ['3', '5', '9'], times: 12 },
      'took 12 similar threads, such as #3, #5 and #9',
      '处理过 12 个类似的任务，例如 #3、#5、#9',
    ],
    [
      { kind: 'answered-similar', threads: ['3', '5'], times: 2 },
      'answered the similar discussions #3 and #5',
      '解答过类似的 #3、#5',
    ],
    [
      { kind: 'answered-label', label: 'api', times: 2 },
      'answered 2 discussions labelled [api]',
      '解答过 2 个带有 [api] 标签的讨论',
    ],
    [{ kind: 'took-similar', threads: [], times: 1 }, 'took 1 similar thread', '处理过 1 个类似的任务'],
    [
      { kind: 'took-label', label: 'bug', times: 1 },
      'took 1 thread labelled [bug]',
      '处理过 1 个带有 [bug] 标签的任务',
    ],
    [{ kind: 'knows-terms', terms: ['redis'] }, 'has worked on [redis]', '做过与 [redis] 有关的工作'],
    [{ kind: 'active', times: 1, days: 1 }, '1 contribution in the last day', '最近 1 天内有 1 次贡献'],
    [{ kind: 'active', times: 40, days: 90 }, '40 contributions in the last 90 days', '最近 90 天内有 40 次贡献'],
  ])('puts %j into words', (reason, en, zh) => {
    expect(english.personReason(reason, ink)).toBe(en);
    expect(chinese.personReason(reason, ink)).toBe(zh);
  });
});

describe('reasons for content', () => {
  it.each<[RelatedReason, string, string]>([
    [{ kind: 'shares-terms', terms: ['a'] }, 'shares the word [a]', '共同的词语 [a]'],
    [{ kind: 'shares-terms', terms: ['a', 'b', 'c'] }, 'shares the words [a], [b] and [c]', '共同的词语 [a]、[b]、[c]'],
    [{ kind: 'shares-code', terms: ['a'] }, 'both name [a]', '都提到 [a]'],
    [
      { kind: 'shares-trace', functions: ['a'], versions: ['1.2'] },
      'fails in the same place, [a], in [1.2] too',
      '在同一处出错：[a]，版本同为 [1.2]',
    ],
    [
      { kind: 'shares-trace', functions: ['a', 'b'], versions: [] },
      'fails in the same place, [a] and [b]',
      '在同一处出错：[a]、[b]',
    ],
  ])('puts %j into words', (reason, en, zh) => {
    expect(english.relatedReason(reason, ink)).toBe(en);
    expect(chinese.relatedReason(reason, ink)).toBe(zh);
  });

  it.each([
    ['thread', 'issue', 'open', null, 'open', '未关闭'],
    ['thread', 'issue', 'closed', 'completed', 'closed as completed', '已完成'],
    ['thread', 'issue', 'closed', 'unheard-of', 'closed', '已关闭'],
    ['thread', 'issue', 'open', 'constructor', 'open', '未关闭'],
    ['thread', 'pull', 'closed', null, 'pull request, closed', '拉取请求，已关闭'],
    ['thread', 'pull', 'closed', 'merged', 'pull request, merged', '拉取请求，已合并'],
    ['thread', 'discussion', 'open', 'answered', 'discussion, answered', '讨论，已有答案'],
    ['document', null, null, null, 'document', '文档'],
  ] as const)('says how a %s %s that is %s %s stands', (kind, type, state, outcome, en, zh) => {
    expect(english.standing({ kind, type, state, outcome }, ink)).toBe(en);
    expect(chinese.standing({ kind, type, state, outcome }, ink)).toBe(zh);
  });
});

describe('what closed a thread', () => {
  const closed = { kind: 'thread', type: 'issue', state: 'closed', outcome: 'completed' } as const;

  it.each([
    [{ kind: 'pull', id: '12' }, 'fixed in #12', '已在 #12 中修复'],
    [{ kind: 'commit', id: 'a'.repeat(40) }, `fixed in [${'a'.repeat(10)}]`, `已在 [${'a'.repeat(10)}] 中修复`],
  ] as const)('is said: %j', (fixedBy, en, zh) => {
    expect(english.standing({ ...closed, fixedBy }, ink)).toBe(en);
    expect(chinese.standing({ ...closed, fixedBy }, ink)).toBe(zh);
  });
});

describe('where a related document leads', () => {
  const document = { kind: 'document', type: null, state: null, outcome: null } as const;
  const url = 'https://blog.example.com/paged-attention';

  it('is said of an article, which is known by its address', () => {
    expect(standingOf({ ...document, id: url, url }, english, ink)).toBe('article on [blog.example.com]');
    expect(standingOf({ ...document, id: url, url }, chinese, ink)).toBe('[blog.example.com] 上的文章');
  });

  it('is not said of a page of the repository', () => {
    expect(standingOf({ ...document, id: 'docs/a.md', url }, english, ink)).toBe('document');
  });
});

describe('ago', () => {
  it.each([
    [-1, { unit: 'today' }],
    [0.9, { unit: 'today' }],
    [1, { unit: 'yesterday' }],
    [2, { unit: 'days', count: 2 }],
    [13.9, { unit: 'days', count: 13 }],
    [14, { unit: 'weeks', count: 2 }],
    [60, { unit: 'months', count: 2 }],
    [729, { unit: 'months', count: 24 }],
    [1100, { unit: 'years', count: 3 }],
  ])('tells %d days', (days, expected) => {
    expect(ago(days)).toEqual(expected);
  });
});

describe('percent', () => {
  it('never claims to know for sure', () => {
    expect([0, 0.004, 0.5, 0.999, 1].map(percent)).toEqual([1, 1, 50, 99, 99]);
  });
});

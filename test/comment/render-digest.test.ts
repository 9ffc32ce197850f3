import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderDigest } from '../../src/comment/render-digest.ts';
import { hostileText } from './hostile-text.ts';
import { buildOf, harmIn } from './rendered-comment.ts';
import { sampleDigest } from './sample-digest.ts';

const repository = { owner: 'acme', repo: 'engine', webUrl: 'https://github.com' };
const before = { period: { cadence: 'weekly' as const, from: '2026-11-09', to: '2026-11-16' } };
const earlier = [{ ...before, opened: 14, ended: 13, waiting: 9 }];
const context = { language: 'en' as const, repository, earlier };

/** How many parts a heading has depends on what nobody wrote. */
function withoutWords(part: string): string {
  return part.startsWith('heading') ? 'heading' : part;
}

describe('a digest', () => {
  it('says in a screen what moved, what to change, what waits and what is at risk, and folds the rest', () => {
    expect(renderDigest(sampleDigest(), context)).toMatchInlineSnapshot(`
"<!-- commscore:digest -->

### Week of 16–22 November 2026

10 issues, 6 pull requests and 2 discussions opened; 6 issues closed, 7 pull requests merged, 1 pull request closed unmerged and 1 discussion answered.

|  | This week | The week before |
| --- | ---: | ---: |
| Opened | 18 | 14 |
| Closed, merged or answered | 15 | 13 |
| First response, median | 30 hours | 9 hours |
| People who did something | 9 | 8 |

Welcome, [\`mara\`](https://github.com/mara) ([#214](https://github.com/acme/engine/pull/214)) and [\`mara\`](https://github.com/mara): first contributions here.

### What to change

1. Answer sooner: a first response took 30 hours in the median, after 9 hours before.
1. Share the load: 2 people hold more than 5 open threads, 9 beyond that in all, one of them 11. Hand some on, or raise \`people.capacity\` if that is fine.
1. Answer the 7 threads that wait for maintainers, the longest silent for 41 days.

### What waits, and on whom

- On maintainers: 7 threads, the longest silent for 41 days
  - [#120](https://github.com/acme/engine/issues/120) mara, silent for 41 days
  - [#131](https://github.com/acme/engine/issues/131) mara, silent for 20 days
- On reviewers: 3 threads, the longest silent for 21 days
  - [#180](https://github.com/acme/engine/pull/180) mara, silent for 21 days, asked to review: [\`mara\`](https://github.com/mara)
- On their authors: 1 thread, silent for 15 days
  - [#190](https://github.com/acme/engine/issues/190) mara, silent for 15 days

### Risks

- 96 of the 310 files touched in the last year are known to at most one person who is still here, 6 more than before.
  - \`src/queue\`: 22 of 30 files
  - \`src/store\`: 22 of 30 files
  - \`docs\`: 22 of 30 files
- 2 of 12 people hold more than 5 open threads; the fullest plate has 11, 23% of all.
- 64% of what was changed was written by people of mara: were they to leave, so would that.
- 3 regulars of last year have not been heard of for three months, 1 of them since lately. Perhaps worth a friendly word.

### Ahead

- 86 threads open: at the pace of the last half year all are done in 6 to 11 weeks (four times out of five).
- mara: 12 threads open, done in 1 to 4 weeks; by its date with a chance of 70%.

### How suggestions did in 90 days

- Labels: 41 of 50 accepted (82%), 84% promised
- Assignees no longer suggested: 3 of 22 were accepted. What would be said is still counted, and it speaks again once it would be right.
- Label \`wontfix\` no longer suggested: people acted on 1 of 90. What would be said is still counted, and it speaks again once it would be right.

### Who helped most

| Person | Reviewed | Answered | Wrote |
| --- | ---: | ---: | ---: |
| [\`mara\`](https://github.com/mara) | 9 | 2 | 1 |

<details>
<summary>More</summary>

### What to change

- Name a second owner for \`src/queue\`: 22 of its 30 files are known to at most one person.
- Describe the label \`wontfix\` or put it under \`labels.deny\`: people accepted 1 of 90 suggestions and decided on 1, so it is not suggested any more.
- Look at assignees: people accepted 3 of 40 suggestions and decided on 22, so they are not suggested any more. A higher \`assignees.minPrecision\` says less and is right more often.
- Close more than comes in, or say no sooner: 18 opened and 15 ended, and it was so the time before.
- Review the 3 pull requests that somebody was asked to review, the longest silent for 21 days, or ask somebody else.
- Ask or close: in 1 thread the author was answered and has said nothing since, silent for 15 days.

### What waits, and on whom

- [#120](https://github.com/acme/engine/issues/120) mara, silent for 41 days
- [#180](https://github.com/acme/engine/pull/180) mara, silent for 21 days, asked to review: [\`mara\`](https://github.com/mara)
- [#131](https://github.com/acme/engine/issues/131) mara, silent for 20 days
- [#190](https://github.com/acme/engine/issues/190) mara, silent for 15 days

### Risks

- \`lint\`: 22 of 30 files

</details>

<details>
<summary>Earlier</summary>

| Time | Opened | Ended | Waiting |
| --- | ---: | ---: | ---: |
| Week of 9–15 November 2026 | 14 | 13 | 9 |

</details>

<sub>Edited every week from what is public in this repository; nobody is notified. Close this to stop it, or set \`community.digest\` in \`.github/commscore.yml\`. Who does not want to be named here writes \`/commscore opt-out\`.</sub>"
`);
  });

  it('says the same in Chinese', () => {
    expect(renderDigest(sampleDigest(), { ...context, language: 'zh-CN' })).toMatchInlineSnapshot(`
"<!-- commscore:digest -->

### 2026年11月16日至22日

新增 10 个议题、6 个拉取请求、2 个讨论；关闭 6 个议题、合并 7 个拉取请求、未合并而关闭 1 个拉取请求、解答 1 个讨论。

|  | 本周 | 上一周 |
| --- | ---: | ---: |
| 新增 | 18 | 14 |
| 关闭、合并或解答 | 15 | 13 |
| 首次答复（中位） | 30 小时 | 9 小时 |
| 有所贡献的人 | 9 | 8 |

欢迎 [\`mara\`](https://github.com/mara)（[#214](https://github.com/acme/engine/pull/214)）、[\`mara\`](https://github.com/mara)首次在此贡献。

### 可以改进之处

1. 更早答复：首次答复的中位时间为 30 小时，此前为 9 小时。
1. 分担工作：2 人手中超过 5 个未结帖子，合计超出 9 个，最多的一人有 11 个。可转交一部分；若并无不妥，可调高 \`people.capacity\`。
1. 答复等待维护者的 7 个帖子，最久的已 41 天无人发言。

### 在等什么，等谁

- 等待维护者：7 个帖子，最久的已 41 天无人发言
  - [#120](https://github.com/acme/engine/issues/120) mara，已 41 天无人发言
  - [#131](https://github.com/acme/engine/issues/131) mara，已 20 天无人发言
- 等待评审人：3 个帖子，最久的已 21 天无人发言
  - [#180](https://github.com/acme/engine/pull/180) mara，已 21 天无人发言，已请求评审：[\`mara\`](https://github.com/mara)
- 等待作者：1 个帖子，最久的已 15 天无人发言
  - [#190](https://github.com/acme/engine/issues/190) mara，已 15 天无人发言

### 风险

- 最近一年改动过的 310 个文件中，有 96 个最多只有一位仍在的人了解，比上一期多 6 个。
  - \`src/queue\`：30 个文件中的 22 个
  - \`src/store\`：30 个文件中的 22 个
  - \`docs\`：30 个文件中的 22 个
- 12 人中有 2 人手中超过 5 个未结帖子；最多的一人有 11 个，占全部的 23%。
- 64% 的改动出自 mara 的人：若其离开，便会失去这些。
- 过去一年的常客中有 3 人已三个月没有消息，其中 1 人是最近的事。也许值得一声问候。

### 展望

- 86 个帖子未结：按最近半年的速度，全部完成需要 6 至 11 周（五次中有四次如此）。
- mara：12 个帖子未结，完成需要 1 至 4 周，按期完成的可能性为 70%。

### 最近 90 天建议的效果

- 标签：50 条中采纳 41 条（82%），预计 84%
- 处理人不再建议：22 条中只采纳了 3 条。仍会继续统计，准确时自会恢复。
- 标签 \`wontfix\` 不再建议：90 条中人们只处理了 1 条。仍会继续统计，准确时自会恢复。

### 帮助最多的人

| 人员 | 评审 | 解答 | 提交 |
| --- | ---: | ---: | ---: |
| [\`mara\`](https://github.com/mara) | 9 | 2 | 1 |

<details>
<summary>更多</summary>

### 可以改进之处

- 为 \`src/queue\` 再指定一位负责人：其中 30 个文件有 22 个最多只有一人了解。
- 为标签 \`wontfix\` 写明用途，或列入 \`labels.deny\`：90 条建议中人们处理了 1 条，采纳 1 条，因此不再建议。
- 检查处理人的建议：40 条建议中人们处理了 22 条，采纳 3 条，因此不再建议。调高 \`assignees.minPrecision\` 会说得更少、更准。
- 多结少积，或更早婉拒：新增 18 个，结束 15 个，上一期也是如此。
- 评审已请求评审的 3 个拉取请求，最久的已 21 天无人发言；也可改请他人。
- 询问作者或关闭：1 个帖子在答复后作者未再发言，最久的已 15 天。

### 在等什么，等谁

- [#120](https://github.com/acme/engine/issues/120) mara，已 41 天无人发言
- [#180](https://github.com/acme/engine/pull/180) mara，已 21 天无人发言，已请求评审：[\`mara\`](https://github.com/mara)
- [#131](https://github.com/acme/engine/issues/131) mara，已 20 天无人发言
- [#190](https://github.com/acme/engine/issues/190) mara，已 15 天无人发言

### 风险

- \`lint\`：30 个文件中的 22 个

</details>

<details>
<summary>往期</summary>

| 时间 | 新增 | 结束 | 等待 |
| --- | ---: | ---: | ---: |
| 2026年11月9日至15日 | 14 | 13 | 9 |

</details>

<sub>根据本仓库的公开内容每周编辑一次，不通知任何人。关闭本帖即停止，也可在 \`.github/commscore.yml\` 中设置 \`community.digest\`。不愿在此被提及的人可发送 \`/commscore opt-out\`。</sub>"
`);
  });

  it('leaves out every section of which nothing is known', () => {
    const nothing = {
      moved: null,
      newcomers: [],
      waits: null,
      risks: null,
      forecast: null,
      milestones: [],
      ranking: null,
    };
    const digest = sampleDigest(undefined, { ...nothing, acceptance: [] });

    const headings = renderDigest(digest, { ...context, earlier: [] }).match(/^### .*$/gm);

    expect(headings).toEqual(['### Week of 16–22 November 2026', '### What to change', '### What to change']);
  });

  it('is a line where nothing happened', () => {
    const still = { opened: 0, ended: 0, merged: 0, answered: 0, responseHours: null, people: 0 };
    const none = { opened: 0, closed: 0 };
    const now = { ...still, byType: { issue: none, pull: none, discussion: none } };
    const digest = sampleDigest(undefined, { moved: { now, before: now }, newcomers: [], advice: [] });

    expect(
      renderDigest(digest, { ...context, earlier: [] })
        .split('\n\n')
        .slice(1, -1),
    ).toEqual(['### Week of 16–22 November 2026', 'A quiet time: nothing was opened, closed, merged or answered.']);
  });

  it.each([
    ['2026-11-30', '2026-12-07', 'weekly', 'Week of 30 November – 6 December 2026', '2026年11月30日至12月6日'],
    ['2026-12-28', '2027-01-04', 'weekly', 'Week of 28 December 2026 – 3 January 2027', '2026年12月28日至2027年1月3日'],
    ['2026-11-01', '2026-12-01', 'monthly', 'November 2026', '2026年11月'],
  ] as const)('calls the time from %s to %s by its name', (from, to, cadence, english, chinese) => {
    const digest = sampleDigest(undefined, { period: { cadence, from, to } });

    expect(renderDigest(digest, context)).toContain(`### ${english}\n`);
    expect(renderDigest(digest, { ...context, language: 'zh-CN' })).toContain(`### ${chinese}\n`);
  });

  it('fits into what GitHub takes, however much there is', () => {
    const long = 'x'.repeat(2_000);
    const threads = Array.from({ length: 30 }, (_, n) => ({
      ...{ id: String(n), type: 'issue' as const, title: long, turn: 'maintainers' as const },
      ...{ reviewers: Array.from({ length: 50 }, () => 'a-login-of-usual-length'), idleDays: 20 },
    }));
    const { waits } = sampleDigest();
    const digest = sampleDigest(undefined, { waits: waits && { ...waits, threads } });

    expect(renderDigest(digest, context).length).toBeLessThan(65_536);
  });

  it('pings nobody, forges nothing and stays built as it is, whatever people are called and write', () => {
    const frame = (body: string) => buildOf(body).filter((part) => /^(?:<|heading)/.test(part));
    const shapeOf = (language: 'en' | 'zh-CN') => frame(renderDigest(sampleDigest(), { ...context, language }));
    fc.assert(
      fc.property(
        fc.array(hostileText, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('en' as const, 'zh-CN' as const),
        (texts, language) => {
          let at = 0;
          const digest = sampleDigest(() => texts[at++ % texts.length] ?? '');
          const body = renderDigest(digest, { ...context, language });

          expect(harmIn(body, { links: ['https://github.com/'], headings: true })).toEqual([]);
          expect(frame(body).map(withoutWords)).toEqual(shapeOf(language).map(withoutWords));
          expect(body.length).toBeLessThan(65_536);
        },
      ),
      { numRuns: 40 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { TRIAGE_MARKER } from '../../src/comment/marker.ts';
import { renderComment } from '../../src/comment/render.ts';
import { contextOf, nothing, sample } from './sample-suggestion.ts';

describe('renderComment', () => {
  it('answers an issue in English', () => {
    expect(renderComment(sample, contextOf({ threadType: 'issue' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**Labels** \`area/queue\` \`bug\`

**Could take this**
- [\`mara-l\`](https://github.com/mara-l): took 5 similar threads, such as [#8](https://github.com/acme/app/issues/8) and [#15](https://github.com/acme/app/issues/15)
- [\`tom\`](https://github.com/tom): has worked on \`redis\` and \`backoff\`

**Related**
- [#12](https://github.com/acme/app/pull/12) Reconnect after ECONNRESET · pull request, open
- [How jobs survive a crash](https://github.com/acme/app/blob/main/docs/queue.md) · document
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · closed as not planned

<details>
<summary>Why, and how sure</summary>

**Labels**
- \`area/queue\`: almost certain, 94%; the text says \`queue\`, \`retry\` and \`worker\`
- \`bug\`: likely, 81%; the text says \`crash\`

**Could take this**
- \`mara-l\`: likely, 72%; wrote 1 change in \`src/queue\`, yesterday; took 9 threads labelled \`area/queue\`
- \`tom\`: possible, 41%

**Related**
- [#12](https://github.com/acme/app/pull/12): both name \`ECONNRESET\`
- [#8](https://github.com/acme/app/issues/8): shares the words \`queue\` and \`retry\`

</details>

<sub>Suggested automatically from this repository's history; people decide. Off switch: \`triggers\` or \`mode: shadow\` in \`.github/commscore.yml\`.</sub>"
`);
  });

  it('quotes a page on one line that cannot leave its list item, and in which nothing pings, links or formats', () => {
    const [first] = sample.related;
    if (first === undefined) throw new Error('the sample has related content');
    const related = [{ ...first, quote: '# Ask @mara-l\n\n- in #12 <b>now</b>' }];

    const comment = renderComment({ ...nothing, related }, contextOf({ threadType: 'issue' })) ?? '';

    const line = comment.split('\n').find((one) => one.includes('mara-l'));
    expect(line).toBe('  > “\\# Ask @&#8203;mara-l - in #&#8203;12 \\<b\\>now\\</b\\>”');
  });

  it('answers a pull request in English', () => {
    expect(renderComment(sample, contextOf({ threadType: 'pull' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**Labels** \`area/queue\` \`bug\`

**Could review this**
- [\`mara-l\`](https://github.com/mara-l): reviewed 14 changes in \`src/queue\`, last 3 days ago
- [\`tom\`](https://github.com/tom): 40 contributions in the last 90 days

**Related**
- [#12](https://github.com/acme/app/pull/12) Reconnect after ECONNRESET · pull request, open
- [How jobs survive a crash](https://github.com/acme/app/blob/main/docs/queue.md) · document
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · closed as not planned

<details>
<summary>Why, and how sure</summary>

**Labels**
- \`area/queue\`: almost certain, 94%; the text says \`queue\`, \`retry\` and \`worker\`
- \`bug\`: likely, 81%; the text says \`crash\`

**Could review this**
- \`mara-l\`: almost certain, 93%; owns \`src/queue/\` in CODEOWNERS; reviewed 1 change by \`wei\`
- \`tom\`: a guess, 12%

**Related**
- [#12](https://github.com/acme/app/pull/12): both name \`ECONNRESET\`
- [#8](https://github.com/acme/app/issues/8): shares the words \`queue\` and \`retry\`

</details>

<sub>Suggested automatically from this repository's history; people decide. Off switch: \`triggers\` or \`mode: shadow\` in \`.github/commscore.yml\`.</sub>"
`);
  });

  it('answers a discussion in English', () => {
    const onlyRelated = { ...nothing, related: sample.related.slice(0, 1) };
    expect(renderComment(onlyRelated, contextOf({ threadType: 'discussion' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**Related**
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · closed as not planned

<details>
<summary>Why, and how sure</summary>

**Related**
- [#8](https://github.com/acme/app/issues/8): shares the words \`queue\` and \`retry\`

</details>

<sub>Suggested automatically from this repository's history; people decide. Off switch: \`triggers\` or \`mode: shadow\` in \`.github/commscore.yml\`.</sub>"
`);
  });

  it('answers an issue in Chinese', () => {
    expect(renderComment(sample, contextOf({ threadType: 'issue', language: 'zh-CN' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**标签** \`area/queue\` \`bug\`

**适合处理的人**
- [\`mara-l\`](https://github.com/mara-l)：处理过 5 个类似的任务，例如 [#8](https://github.com/acme/app/issues/8)、[#15](https://github.com/acme/app/issues/15)
- [\`tom\`](https://github.com/tom)：做过与 \`redis\`、\`backoff\` 有关的工作

**相关内容**
- [#12](https://github.com/acme/app/pull/12) Reconnect after ECONNRESET · 拉取请求，未关闭
- [How jobs survive a crash](https://github.com/acme/app/blob/main/docs/queue.md) · 文档
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · 已关闭，不予处理

<details>
<summary>依据与把握</summary>

**标签**
- \`area/queue\`：几乎可以肯定，94%；文中提到 \`queue\`、\`retry\`、\`worker\`
- \`bug\`：很有可能，81%；文中提到 \`crash\`

**适合处理的人**
- \`mara-l\`：很有可能，72%；昨天提交过 \`src/queue\` 的 1 次改动；处理过 9 个带有 \`area/queue\` 标签的任务
- \`tom\`：有可能，41%

**相关内容**
- [#12](https://github.com/acme/app/pull/12)：都提到 \`ECONNRESET\`
- [#8](https://github.com/acme/app/issues/8)：共同的词语 \`queue\`、\`retry\`

</details>

<sub>以上建议根据本仓库的历史自动给出，由人来决定。如需关闭，请在 \`.github/commscore.yml\` 中设置 \`triggers\` 或 \`mode: shadow\`。</sub>"
`);
  });

  it('answers a pull request in Chinese', () => {
    expect(renderComment(sample, contextOf({ threadType: 'pull', language: 'zh-CN' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**标签** \`area/queue\` \`bug\`

**适合评审的人**
- [\`mara-l\`](https://github.com/mara-l)：评审过 \`src/queue\` 的 14 次改动，最近一次是 3 天前
- [\`tom\`](https://github.com/tom)：最近 90 天内有 40 次贡献

**相关内容**
- [#12](https://github.com/acme/app/pull/12) Reconnect after ECONNRESET · 拉取请求，未关闭
- [How jobs survive a crash](https://github.com/acme/app/blob/main/docs/queue.md) · 文档
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · 已关闭，不予处理

<details>
<summary>依据与把握</summary>

**标签**
- \`area/queue\`：几乎可以肯定，94%；文中提到 \`queue\`、\`retry\`、\`worker\`
- \`bug\`：很有可能，81%；文中提到 \`crash\`

**适合评审的人**
- \`mara-l\`：几乎可以肯定，93%；在 CODEOWNERS 中负责 \`src/queue/\`；评审过 \`wei\` 的 1 次改动
- \`tom\`：仅为猜测，12%

**相关内容**
- [#12](https://github.com/acme/app/pull/12)：都提到 \`ECONNRESET\`
- [#8](https://github.com/acme/app/issues/8)：共同的词语 \`queue\`、\`retry\`

</details>

<sub>以上建议根据本仓库的历史自动给出，由人来决定。如需关闭，请在 \`.github/commscore.yml\` 中设置 \`triggers\` 或 \`mode: shadow\`。</sub>"
`);
  });

  it('answers a discussion in Chinese', () => {
    expect(renderComment(sample, contextOf({ threadType: 'discussion', language: 'zh-CN' }))).toMatchInlineSnapshot(`
"<!-- commscore:triage -->

**标签** \`area/queue\` \`bug\`

**适合解答的人**
- [\`mara-l\`](https://github.com/mara-l)：处理过 5 个类似的任务，例如 [#8](https://github.com/acme/app/issues/8)、[#15](https://github.com/acme/app/issues/15)
- [\`tom\`](https://github.com/tom)：做过与 \`redis\`、\`backoff\` 有关的工作

**相关内容**
- [#12](https://github.com/acme/app/pull/12) Reconnect after ECONNRESET · 拉取请求，未关闭
- [How jobs survive a crash](https://github.com/acme/app/blob/main/docs/queue.md) · 文档
- [#8](https://github.com/acme/app/issues/8) Queue loses jobs when Redis restarts · 已关闭，不予处理

<details>
<summary>依据与把握</summary>

**标签**
- \`area/queue\`：几乎可以肯定，94%；文中提到 \`queue\`、\`retry\`、\`worker\`
- \`bug\`：很有可能，81%；文中提到 \`crash\`

**适合解答的人**
- \`mara-l\`：很有可能，72%；昨天提交过 \`src/queue\` 的 1 次改动；处理过 9 个带有 \`area/queue\` 标签的任务
- \`tom\`：有可能，41%

**相关内容**
- [#12](https://github.com/acme/app/pull/12)：都提到 \`ECONNRESET\`
- [#8](https://github.com/acme/app/issues/8)：共同的词语 \`queue\`、\`retry\`

</details>

<sub>以上建议根据本仓库的历史自动给出，由人来决定。如需关闭，请在 \`.github/commscore.yml\` 中设置 \`triggers\` 或 \`mode: shadow\`。</sub>"
`);
  });

  it('has the marker alone on its first line', () => {
    expect(renderComment(sample, contextOf({}))?.split('\n')[0]).toBe(TRIAGE_MARKER);
  });

  it('stays silent when there is nothing to say', () => {
    expect(renderComment(nothing, contextOf({}))).toBeNull();
  });

  it('stays silent about reviewers of an issue and assignees of a pull request', () => {
    expect(renderComment({ ...nothing, reviewers: sample.reviewers }, contextOf({ threadType: 'issue' }))).toBeNull();
    expect(renderComment({ ...nothing, assignees: sample.assignees }, contextOf({ threadType: 'pull' }))).toBeNull();
  });

  it('gives the same bytes for the same suggestion', () => {
    const again = structuredClone(sample);
    expect(renderComment(again, contextOf({}))).toBe(renderComment(sample, contextOf({})));
  });

  it('mentions people only when told to', () => {
    expect(renderComment(sample, contextOf({ mention: false }))).not.toContain('@');
    expect(renderComment(sample, contextOf({ mention: true }))).toContain('- @mara-l: took');
  });

  it('links threads where the repository lives, also on GitHub Enterprise', () => {
    const repository = { owner: 'acme', repo: 'app', webUrl: 'https://git.acme.example' };
    expect(renderComment(sample, contextOf({ repository }))).toContain(
      '[#12](https://git.acme.example/acme/app/pull/12)',
    );
  });

  it('leaves the folded part out of a comment that would be very long', () => {
    const label = { name: 'x'.repeat(90), probability: 0.5, reasons: [{ kind: 'terms' as const, terms: [] }] };
    const terms = Array.from({ length: 5 }, () => 'y'.repeat(90));
    const item = { ...sample.related[0], title: 'z'.repeat(500), reasons: [{ kind: 'shares-terms' as const, terms }] };
    const long = { ...nothing, labels: Array(500).fill(label), related: Array(500).fill(item) };
    const reasons = Array.from({ length: 9 }, () => ({ kind: 'knows-terms' as const, terms }));
    const people = Array(500).fill({ ...sample.assignees[0], reasons });

    const comment = renderComment({ ...long, assignees: people }, contextOf({})) ?? '';

    expect(comment.length).toBeLessThan(20_000);
    expect(comment).not.toContain('<details>');
    expect(comment).toContain('commscore.yml');
  });

  it('tells in the past tense what the app did by itself, with the reasons and how to take it back', () => {
    const { labels, assignees } = sample;
    const comment = renderComment(nothing, contextOf({ done: { labels, assignees, reviewers: [] } })) ?? '';

    expect(comment).toContain(`**Labelled** \`${labels[0]?.name}\``);
    expect(comment).toContain('**Assigned**');
    expect(comment).not.toContain('Could take this');
    expect(comment).toContain('`/commscore undo` takes back what was done.');
  });
});

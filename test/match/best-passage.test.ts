import { describe, expect, it } from '@jest/globals';
import { bestPassage } from '../../src/match/best-passage.ts';
import { documentSections } from '../../src/match/document-sections.ts';

const everyTermAlike = () => 1;

const page = `---
title: The queue
---
# The queue

Jobs wait until a worker takes them.

## Retries & back-off

A job that fails is tried again. Set \`maxRetries\` to limit how often a worker retries a failed job. The default is five.

\`\`\`yaml
maxRetries: 5
\`\`\`

## Storage

Redis keeps the jobs.

## Storage

PostgreSQL keeps the jobs where there is no Redis.
`;

const chinese = `# 部署

先安装依赖。

## 检查点

训练中断后，可以从检查点恢复训练。用参数 resume 指定检查点的路径。如果显存不足，请减小批次。

## 监控

面板显示速度。
`;

describe('the best passage of a document', () => {
  it('stands in the section that says most of what is asked, and is quoted as it is written', () => {
    const passage = bestPassage(
      { title: 'How do I limit how often a worker retries a job?', body: '' },
      page,
      everyTermAlike,
    );

    expect(passage).toEqual({
      section: 'Retries & back-off',
      anchor: 'retries--back-off',
      quote: expect.stringContaining('Set `maxRetries` to limit how often a worker retries a failed job.'),
    });
    expect(page).toContain(passage?.quote);
  });

  it('is found and quoted in Chinese', () => {
    const passage = bestPassage({ title: '如何从检查点恢复训练？', body: '训练中断了。' }, chinese, everyTermAlike);

    expect(passage).toMatchObject({ section: '检查点', anchor: '检查点' });
    expect(passage?.quote).toContain('训练中断后，可以从检查点恢复训练。');
    expect(chinese).toContain(passage?.quote);
  });

  it('is not quoted where only a word in passing is shared, and is nothing where none is', () => {
    expect(
      bestPassage({ title: 'Colours of the dashboard of jobs in the dark mode', body: '' }, page, everyTermAlike)
        ?.quote,
    ).toBeNull();
    expect(bestPassage({ title: 'Typography', body: '' }, page, everyTermAlike)).toBeNull();
  });

  it('is never longer than a short paragraph, however long a sentence is', () => {
    const long = `# Jobs\n\n${'worker retries a failed job '.repeat(40)}.`;

    expect(bestPassage({ title: 'worker retries failed job', body: '' }, long, everyTermAlike)).toMatchObject({
      quote: null,
    });
  });
});

describe('sections of a document', () => {
  it('are named as GitHub names their headings, a second one of a name by a number', () => {
    expect(documentSections(page).map(({ title, anchor }) => [title, anchor])).toEqual([
      ['The queue', 'the-queue'],
      ['Retries & back-off', 'retries--back-off'],
      ['Storage', 'storage'],
      ['Storage', 'storage-1'],
    ]);
  });

  it('begin with what stands before the first heading', () => {
    expect(documentSections('Read me first.\n\n# Then')).toEqual([
      { title: '', anchor: '', blocks: [{ prose: true, text: 'Read me first.' }] },
      { title: 'Then', anchor: 'then', blocks: [] },
    ]);
  });
});

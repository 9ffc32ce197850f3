import { describe, expect, it } from '@jest/globals';
import { markdownParts } from '../../src/text/markdown-parts.ts';

describe('parts of a Markdown text', () => {
  it('keeps headings, prose, quotes and code apart', () => {
    const markdown = [
      '## Steps',
      'Run it',
      'twice.',
      '> worked before',
      '```ts',
      'const x = "<!-- no comment -->";',
      '```',
      'End',
    ];

    expect(markdownParts(markdown.join('\r\n'))).toEqual([
      { kind: 'heading', text: 'Steps' },
      { kind: 'prose', text: 'Run it\ntwice.' },
      { kind: 'quote', text: 'worked before' },
      { kind: 'code', text: 'const x = "<!-- no comment -->";' },
      { kind: 'prose', text: 'End' },
    ]);
  });

  it.each([
    ['comments of one line', 'a <!-- hidden --> b', 'a  b'],
    ['comments of many lines', 'a\n<!-- hidden\nstill hidden\n--> b', 'a\nb'],
    ['comments that never end', 'a\n<!-- hidden\n```\nstill hidden', 'a'],
    ['tags and addresses of images', '<b>bold</b> ![shot](https://x/y.png) x < y', 'bold  shot x < y'],
    ['entities', '&lt;T&gt; &amp; &quot;x&quot; &amp;lt;', '<T> & "x" &lt;'],
  ])('drops or reads %s', (_, markdown, text) => {
    expect(markdownParts(markdown).map((part) => part.text.trim())).toEqual([text]);
  });

  it('ends a fence only with one as long, of the same kind', () => {
    expect(markdownParts('````\n```\n~~~\n````\nafter')).toEqual([
      { kind: 'code', text: '```\n~~~' },
      { kind: 'prose', text: 'after' },
    ]);
  });

  it('reads code whose fence is never closed', () => {
    expect(markdownParts('~~~\nx')).toEqual([{ kind: 'code', text: 'x' }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { markdownBlocks } from '../../src/text/markdown-blocks.ts';

function read(markdown: string): string[] {
  return markdownBlocks(markdown).map(({ kind, level, language, text }) => {
    return `${kind}${level || ''}${language && ` ${language}`}: ${text.replaceAll('\n', '|')}`;
  });
}

describe('blocks of a Markdown text', () => {
  it.each([
    ['headings of six levels', '# a #\n###### b\n####### c', ['heading1: a', 'heading6: b', 'prose: ####### c']],
    ['underlined headings', 'Title\n=====\ntext\n\nOther\n---', ['heading1: Title', 'prose: text', 'heading2: Other']],
    ['a rule as nothing', 'a\n\n---\n* * *\nb', ['prose: a|b']],
    [
      'what a fence names',
      '```TypeScript {1,3}\nx\n```\n~~~ js title="a"\ny\n~~~',
      ['code typescript: x', 'code js: y'],
    ],
    ['two fences as two blocks', '```\na\n```\n```\nb\n```', ['code: a', 'code: b']],
    [
      'fences within lists',
      '1. Run\n   ```sh\n   ls\n     -l\n   ```\n2. See',
      ['prose: 1. Run', 'code sh: ls|  -l', 'prose: 2. See'],
    ],
    ['a fence behind the mark of a list', '- ```\n  x\n  ```\n- y', ['code: x', 'prose: - y']],
    [
      'underlines of a console as no fence without end',
      '+ cmd\n+ ~~~~~\nsaid',
      ['prose: + cmd', 'code: ', 'prose: said'],
    ],
    ['three ticks around words as no fence', '```npm i``` fails\nsaid', ['prose: ```npm i``` fails|said']],
    ['indented code', 'a\n\n    x\n\ty\n\nb', ['prose: a', 'code: x|y', 'prose: b']],
    ['indented text of a paragraph', 'a\n    b', ['prose: a|b']],
    ['indented text of a list item', '- a\n\n  b\n\n      code\n\nc', ['prose: - a|b', 'code: code', 'prose: c']],
    ['nested lists', '- a\n  - b\n    - c\n      1. d', ['prose: - a|- b|- c|1. d']],
    ['fences of others as quotes', '> ```\n> x\n> ```\nreply', ['quote: ```|x|```', 'prose: reply']],
    ['quotes in quotes', '> > a\n>> b\n', ['quote: a|b']],
    ['tables as prose', '|a|b|\n|---|---|\n|1|2|', ['prose: |a|b|||---|---|||1|2|']],
    ['a comment that is written as code', 'put `<!-- x` there\nsaid', ['prose: put `<!-- x` there|said']],
    ['comments between words', 'a <!-- x --> b <!-- y\n--> c', ['prose: a  b|c']],
    ['details', '<details><summary>Log</summary>\n\n```\nx\n```\n</details>', ['prose: Log', 'code: x']],
    ['words from right to left', '# \u202bשגיאה\u202c\nمرحبا', ['heading1: שגיאה', 'prose: مرحبا']],
    ['marks that no reader sees', 'wor\u00adker \ufeffpool', ['prose: worker pool']],
    ['carriage returns alone', 'a\r\r# b\rc', ['prose: a', 'heading1: b', 'prose: c']],
    ['a patch', '```diff\n-a\n+b\n```', ['code diff: -a|+b']],
    ['NUL and emoji as they are', 'a\u0000b 🎉', ['prose: a\u0000b 🎉']],
  ])('reads %s', (_, markdown, blocks) => {
    expect(read(markdown)).toEqual(blocks);
  });
});

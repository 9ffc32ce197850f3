import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { type MarkdownBlock, markdownBlocks } from '../../src/text/markdown-blocks.ts';
import { dropComments, plainText } from '../../src/text/visible-text.ts';
import { markdownSamples } from './markdown-samples.ts';

type Kind = MarkdownBlock['kind'];

/** The words of a text, each with the kind of block it stands in, as the full parser of Markdown sees them. */
function parsedWords(markdown: string): string[] {
  const words: string[] = [];
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), 'prose');
  return words.toSorted();

  function visit(node: Nodes, around: Kind): void {
    const kind = kindWithin(node, around);
    for (const word of wordsOf(textOf(node))) words.push(`${kind} ${word}`);
    if ('children' in node) for (const child of node.children) visit(child, kind);
  }
}

function kindWithin({ type }: Nodes, around: Kind): Kind {
  if (around !== 'prose') return around;
  if (type === 'heading' || type === 'code') return type;
  return type === 'blockquote' ? 'quote' : 'prose';
}

function textOf(node: Nodes): string {
  if (node.type === 'html') return visibleText(node.value);
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'link') return isBare(node) ? '' : `${node.url} ${node.title ?? ''}`;
  if (node.type === 'listItem') return node.checked === true ? 'x' : '';
  return 'value' in node ? node.value : '';
}

function isBare({ url, children: [text] }: Extract<Nodes, { type: 'link' }>): boolean {
  return text?.type === 'text' && text.value === url;
}

function visibleText(html: string): string {
  let inComment = false;
  const lines = html.split('\n').map((line) => {
    const visible = dropComments(line, inComment);
    inComment = visible.inComment;
    return plainText(visible.text);
  });
  return lines.join('\n');
}

function scannedWords(markdown: string): string[] {
  return markdownBlocks(markdown)
    .flatMap(({ kind, text }) => wordsOf(text).map((word) => `${kind} ${word}`))
    .toSorted();
}

/** Digits alone are left out: the marks of numbered lists are no text to the parser. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]*\p{L}[\p{L}\p{N}]*/gu) ?? [];
}

describe('the scanner of Markdown beside the full parser', () => {
  it.each(Object.entries(markdownSamples))('tells the words of %s as it does', (_, markdown) => {
    expect(scannedWords(markdown)).toEqual(parsedWords(markdown));
  });

  it.each([
    ['a reply right below a quote', '> does it help?\nNo.', ['quote: does it help?', 'prose: No.']],
    ['a fence within a list whose code is not indented', '1. a\n   ```\nx\n   ```\n', ['prose: 1. a', 'code: x']],
    [
      'code within an old page',
      '<pre>See\n\n    take();\n\nbelow</pre>',
      ['prose: See', 'code: take();', 'prose: below'],
    ],
    ['a line below a long paragraph', 'a\nb\n---\nc', ['prose: a\nb\nc']],
    ['a comment that never ends', 'a <!-- b\nc', ['prose: a']],
  ])('reads what is meant, not what the parser sees, in %s', (_, markdown, blocks) => {
    expect(markdownBlocks(markdown).map(({ kind, text }) => `${kind}: ${text}`)).toEqual(blocks);
    expect(scannedWords(markdown)).not.toEqual(parsedWords(markdown));
  });

  it('agrees on texts that are put together of ordinary pieces', () => {
    const pieces = fc.constantFrom(...Object.values(markdownSamples));
    const texts = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join('\n\n# Next\n\n'));
    fc.assert(
      fc.property(texts, (markdown) => expect(scannedWords(markdown)).toEqual(parsedWords(markdown))),
      { numRuns: 60 },
    );
  });
});

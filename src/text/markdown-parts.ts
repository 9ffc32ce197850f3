import { type MarkdownBlock, markdownBlocks } from './markdown-blocks.ts';

export type MarkdownPart = Pick<MarkdownBlock, 'kind' | 'text'>;

/** The pieces of a Markdown text, for all that reads many: terms, traits and labels. */
export function markdownParts(markdown: string): MarkdownPart[] {
  return markdownBlocks(markdown).map(({ kind, text }) => ({ kind, text }));
}

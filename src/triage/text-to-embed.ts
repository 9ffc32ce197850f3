import { markdownParts } from '../text/markdown-parts.ts';

/** Title, prose and code of a thread or document as one text; what is invisible or a quote of others is left out. */
export function textToEmbed({ title, body }: { title: string; body: string }): string {
  const parts = markdownParts(body).filter(({ kind }) => kind !== 'quote');
  return [title, ...parts.map(({ text }) => text)].join('\n').trim();
}

import { markdownParts } from '../text/markdown-parts.ts';

/** Title, prose and code of a thread or document as one text, and its answer; what is invisible or a quote of others is left out. */
export function textToEmbed({ title, body, answer = '' }: { title: string; body: string; answer?: string }): string {
  const parts = [body, answer].flatMap(markdownParts).filter(({ kind }) => kind !== 'quote');
  return [title, ...parts.map(({ text }) => text)].join('\n').trim();
}

import { readText } from '../text/read-text.ts';

/**
 * Title, prose and code of a thread or document as one text, and its answer. What is no word of the writer's is left out:
 * quotes of others, frames of traces, the questions and check-lists of a form.
 */
export function textToEmbed({ title, body, answer = '' }: { title: string; body: string; answer?: string }): string {
  return [title, writtenIn(body), writtenIn(answer)].join('\n').trim();
}

function writtenIn(markdown: string): string {
  const { headings, prose, code, fields, tasks } = readText(markdown);
  const own = tasks.length === 0 ? prose : withoutLines(prose, new Set(tasks.map(({ text }) => text)));
  return [...(fields.length > 0 ? [] : headings), own, ...code.map(({ text }) => text)].join('\n');
}

function withoutLines(prose: string, left: ReadonlySet<string>): string {
  const lines = prose.split('\n');
  return lines.filter((line) => !left.has(line.replace(/^\s*\S{1,10}\s*\[.\]\s+/, '').trim())).join('\n');
}

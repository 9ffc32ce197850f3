import type { MarkdownBlock } from './markdown-blocks.ts';

/** An answer of an issue form: GitHub writes the question as a heading of the third level above it. */
export interface FormField {
  name: string;
  /** Empty where nothing was answered. */
  value: string;
}

const FORM_LEVEL = 3;
/** GitHub's words for an answer that was left empty. */
export const NO_RESPONSE = '_No response_';
const MOST_FIELDS = 100;

/** Also of templates whose headings are of that level; text before the first of them belongs to no field. */
export function formFields(blocks: readonly MarkdownBlock[]): FormField[] {
  const fields: { name: string; texts: string[] }[] = [];
  let isOpen = false;
  for (const { kind, level, text } of blocks) {
    if (kind === 'heading' && level <= FORM_LEVEL) {
      isOpen = level === FORM_LEVEL;
      if (isOpen) fields.push({ name: text, texts: [] });
    } else if (isOpen) {
      fields.at(-1)?.texts.push(text);
    }
    if (fields.length > MOST_FIELDS) break;
  }
  return fields.slice(0, MOST_FIELDS).map(({ name, texts }) => ({ name, value: answerOf(texts.join('\n').trim()) }));
}

function answerOf(value: string): string {
  return value === NO_RESPONSE ? '' : value;
}

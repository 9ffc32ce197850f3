import { type FormField, formFields, NO_RESPONSE } from './form-fields.ts';
import { type MarkdownBlock, markdownBlocks } from './markdown-blocks.ts';
import { namedPaths, namedVersions } from './named-things.ts';
import { isFrame, type StackFrame, stackFrames } from './stack-frames.ts';
import { type TaskItem, taskItems } from './task-items.ts';
import { linkedUrls, type Reference, references } from './text-links.ts';

/** A Markdown text with each thing in it kept apart; what is quoted of others counts for nothing but `quotes`. */
export interface ReadText {
  /** What is said, line by line: no frames of traces, no empty answers. */
  prose: string;
  headings: string[];
  code: { language: string; text: string }[];
  quotes: string[];
  fields: FormField[];
  tasks: TaskItem[];
  traces: StackFrame[];
  paths: string[];
  versions: string[];
  urls: string[];
  references: Reference[];
}

/** Reads up to 100,000 characters, in time that grows as they do. */
export function readText(markdown: string): ReadText {
  const blocks = markdownBlocks(markdown);
  const own = blocks.filter(({ kind }) => kind !== 'quote');
  const prose = saidLines(textsOf(blocks, 'prose'));
  const headings = textsOf(blocks, 'heading');
  const said = [...headings, prose].join('\n');
  const all = own.map(({ text }) => text).join('\n');
  return {
    prose,
    headings,
    code: blocks.flatMap(({ kind, language, text }) => (kind === 'code' ? [{ language, text }] : [])),
    quotes: textsOf(blocks, 'quote'),
    fields: formFields(blocks),
    tasks: taskItems(prose),
    traces: stackFrames(all.split('\n')),
    paths: namedPaths(all),
    versions: namedVersions(all),
    urls: linkedUrls(all),
    references: references(said),
  };
}

function textsOf(blocks: readonly MarkdownBlock[], wanted: MarkdownBlock['kind']): string[] {
  return blocks.filter(({ kind }) => kind === wanted).map(({ text }) => text);
}

function saidLines(texts: readonly string[]): string {
  const lines = texts.flatMap((text) => text.split('\n'));
  return lines.filter((line, at) => line !== NO_RESPONSE && !isFrame(line, lines[at - 1] ?? '')).join('\n');
}

import { indentOf, TAB, withoutIndent } from './line-indent.ts';
import { dropComments, plainText } from './visible-text.ts';

/** A piece of a Markdown text by what it is; comments and markup are gone, the words are as written. */
export interface MarkdownBlock {
  kind: 'prose' | 'heading' | 'code' | 'quote';
  text: string;
  /** Of a heading, 1 to 6; else 0. */
  level: number;
  /** What a fence names, in lower case; empty where it names nothing and for all that is no code. */
  language: string;
}

/** Longer bodies are read up to here; GitHub itself takes 65,536 characters. */
export const LONGEST_BODY = 100_000;
const LONGEST_LANGUAGE = 40;
const CODE_INDENT = TAB;
/** Deeper lists than this are read as if they were no deeper. */
const DEEPEST_LIST = 40;

const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const LIST_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?=\s|$)/;
const HEADING = /^#{1,6}(?=\s|$)/;
const RULE = /^(?:[-*_][ \t]*){3,}$/;
const UNDERLINE = /^(?:=+|-+)$/;

interface Reader {
  blocks: MarkdownBlock[];
  /** The marks that opened the code being read; empty outside of code. */
  fence: string;
  /** Less indented text ends the code: the column of a list item that begins with its fence. */
  fenceColumn: number;
  inComment: boolean;
  /** Column where the text of the open list item begins; 0 outside of lists. */
  listColumn: number;
  /** Lines since the last blank one, of prose only. */
  paragraph: number;
  blankBefore: boolean;
}

/** Reads line by line in one pass whatever the nesting, so that no input is slow or deep. */
export function markdownBlocks(markdown: string): MarkdownBlock[] {
  const reader: Reader = {
    blocks: [],
    fence: '',
    fenceColumn: 0,
    inComment: false,
    listColumn: 0,
    paragraph: 0,
    blankBefore: true,
  };
  for (const line of markdown.slice(0, LONGEST_BODY).split(/\r\n?|\n/)) {
    if (reader.fence !== '') readFenced(reader, line);
    else readVisible(reader, line);
  }
  return reader.blocks;
}

function readFenced(reader: Reader, line: string): void {
  const trimmed = line.trim();
  if (trimmed.startsWith(reader.fence) && trimmed === (trimmed[0] ?? '').repeat(trimmed.length)) {
    reader.fence = '';
  } else if (trimmed !== '' && indentOf(line) < reader.fenceColumn) {
    reader.fence = '';
    readVisible(reader, line);
  } else {
    addText(reader, 'code', withoutIndent(line, reader.listColumn));
  }
}

function readVisible(reader: Reader, line: string): void {
  const { text, inComment } = dropComments(line, reader.inComment);
  reader.inComment = inComment;
  const trimmed = text.trim();
  if (trimmed === '') {
    reader.paragraph = 0;
    reader.blankBefore = true;
    return;
  }
  readLine(reader, text, trimmed);
  reader.blankBefore = false;
}

function readLine(reader: Reader, line: string, trimmed: string): void {
  const column = indentOf(line);
  if (reader.blankBefore && column < reader.listColumn && !LIST_MARKER.test(trimmed)) reader.listColumn = 0;
  const own = Math.max(0, column - reader.listColumn);
  const continuesCode = reader.blankBefore || reader.blocks.at(-1)?.kind === 'code';
  if (own >= CODE_INDENT && reader.paragraph === 0 && continuesCode) {
    addText(reader, 'code', withoutIndent(line, reader.listColumn + CODE_INDENT));
    return;
  }
  const marker = LIST_MARKER.exec(trimmed)?.[0] ?? '';
  if (marker !== '') reader.listColumn = Math.min(DEEPEST_LIST, column + marker.length + 1);
  const inItem = trimmed.slice(marker.length).trimStart();
  const fence = FENCE.exec(inItem)?.[0] ?? '';
  if (fence === '') readText(reader, trimmed);
  else openFence(reader, fence, inItem);
  reader.fenceColumn = fence !== '' && marker !== '' ? reader.listColumn : 0;
}

function openFence(reader: Reader, fence: string, line: string): void {
  const [language = ''] = line
    .slice(fence.length)
    .trim()
    .toLowerCase()
    .split(/[\s{,]/, 1);
  reader.fence = fence;
  reader.paragraph = 0;
  reader.blocks.push({ kind: 'code', text: '', level: 0, language: language.slice(0, LONGEST_LANGUAGE) });
}

function readText(reader: Reader, trimmed: string): void {
  const level = HEADING.exec(trimmed)?.[0].length ?? 0;
  if (trimmed.startsWith('>')) {
    addText(reader, 'quote', plainText(trimmed.replace(/^[> ]+/, '')));
  } else if (level > 0) {
    addHeading(
      reader,
      level,
      trimmed
        .slice(level)
        .trim()
        .replace(/(?<=^|\s)#{1,100}$/, ''),
    );
  } else if (reader.paragraph === 1 && reader.blocks.at(-1)?.kind === 'prose' && UNDERLINE.test(trimmed)) {
    addHeading(reader, trimmed.startsWith('=') ? 1 : 2, takeLastLine(reader.blocks));
  } else if (!RULE.test(trimmed)) {
    const text = plainText(trimmed).trim();
    if (text !== '') addText(reader, 'prose', text);
    reader.paragraph += 1;
    return;
  }
  reader.paragraph = 0;
}

function addHeading(reader: Reader, level: number, text: string): void {
  reader.blocks.push({ kind: 'heading', text: plainText(text).trim(), level, language: '' });
}

/** Neighbouring lines of one kind are one block. */
function addText({ blocks }: Reader, kind: MarkdownBlock['kind'], text: string): void {
  const last = blocks.at(-1);
  if (last?.kind !== kind) blocks.push({ kind, text, level: 0, language: '' });
  else last.text += last.text === '' && kind === 'code' ? text : `\n${text}`;
}

/** Of a paragraph that turns out to be a heading, and so is no prose. */
function takeLastLine(blocks: MarkdownBlock[]): string {
  const last = blocks.at(-1);
  if (last === undefined) return '';
  const cut = last.text.lastIndexOf('\n');
  const line = last.text.slice(cut + 1);
  if (cut === -1) blocks.pop();
  else last.text = last.text.slice(0, cut);
  return line;
}

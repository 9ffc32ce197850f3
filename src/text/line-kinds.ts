/**
 * What a line of Markdown is for those around it. `text`: goes on with the paragraph before, if there is one. `item`:
 * begins an item of a list. `hidden`: inside HTML that shows code or a quotation, or nothing. `apart`: all else, such as
 * headings and fenced code.
 */
export type LineKind = 'text' | 'item' | 'quote' | 'blank' | 'hidden' | 'apart';

const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^#{1,6}(?=\s|$)/;
const RULE = /^(?:[-*_][ \t]*){3,}$/;
/** Any other marker does not interrupt a paragraph. */
const ITEM = /^(?:[-*+]|1[.)])(?=\s+\S)/;
const LEAST_FENCE = 3;
const COMMENT_END = '-->';
const SHOWN_APART = ['pre', 'script', 'style', 'textarea', 'blockquote', 'code'];

interface Reader {
  /** The marks that opened the code being read; empty outside of code. */
  fence: string;
  quoteFence: string;
  /** What ends the HTML being read; empty outside of it. */
  until: string;
}

export function lineKinds(lines: readonly string[]): LineKind[] {
  const reader: Reader = { fence: '', quoteFence: '', until: '' };
  return lines.map((line) => kindOf(reader, line.trim()));
}

function kindOf(reader: Reader, line: string): LineKind {
  if (reader.fence !== '') {
    if (closes(line, reader.fence)) reader.fence = '';
    return 'apart';
  }
  if (reader.until !== '') {
    if (line.toLowerCase().includes(reader.until)) reader.until = '';
    return 'hidden';
  }
  const item = ITEM.exec(line)?.[0] ?? '';
  const inItem = line.slice(item.length).trimStart();
  if (inItem.startsWith('>')) return quoted(reader, inItem.replace(/^[>\s]+/, ''));
  reader.quoteFence = '';
  if (line === '') return 'blank';
  reader.fence = FENCE.exec(inItem)?.[0] ?? '';
  if (reader.fence !== '' || HEADING.test(inItem) || RULE.test(line)) return 'apart';
  if (inItem.startsWith('<')) reader.until = endOfHtml(inItem.toLowerCase());
  if (reader.until !== '') return 'hidden';
  return item === '' ? 'text' : 'item';
}

/** Only a paragraph of a quotation goes on without its mark. */
function quoted(reader: Reader, line: string): LineKind {
  if (reader.quoteFence !== '') {
    if (closes(line, reader.quoteFence)) reader.quoteFence = '';
    return 'apart';
  }
  reader.quoteFence = FENCE.exec(line)?.[0] ?? '';
  return line === '' || reader.quoteFence !== '' || HEADING.test(line) ? 'apart' : 'quote';
}

function closes(line: string, fence: string): boolean {
  return line.length >= LEAST_FENCE && line.startsWith(fence) && line === (line[0] ?? '').repeat(line.length);
}

/** Of a line that begins with HTML: what ends the part that is open at its end; empty where none is. */
function endOfHtml(line: string): string {
  if (line.startsWith('<!--') && !line.slice('<!'.length).includes(COMMENT_END)) return COMMENT_END;
  const open = SHOWN_APART.find((tag) => {
    const at = line.lastIndexOf(`<${tag}`);
    return (
      at > line.lastIndexOf(`</${tag}`) && /^(?:[\s>]|$)/.test(line.slice(at + tag.length + 1, at + tag.length + 2))
    );
  });
  return open === undefined ? '' : `</${open}`;
}

import { codeSpans } from './code-spans.ts';
import { lineKinds } from './line-kinds.ts';
import { LONGEST_BODY, markdownBlocks } from './markdown-blocks.ts';

const COMMAND = /^\/commscore(?=\s|$)/i;

/** Lines that speak to the app: they begin with `/commscore` and are neither code nor quoted nor hidden. */
export function commandLines(markdown: string): string[] {
  // Most comments hold no command, and need no reading.
  if (!/\/commscore/i.test(markdown)) return [];
  return markdownBlocks(ownLines(markdown).join('\n'))
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ text }) => text.split('\n'))
    .filter(isCommand);
}

function isCommand(line: string): boolean {
  return COMMAND.test(line.trim());
}

/** Without those lines that would be taken for commands, read one by one, but are none among their neighbours. */
function ownLines(markdown: string): string[] {
  const lines = markdown.slice(0, LONGEST_BODY).split(/\r\n?|\n/);
  const kinds = lineKinds(lines);
  const own: string[] = [];
  let isQuoted = false;
  let paragraph: string[] = [];

  function endParagraph(): void {
    for (const line of isQuoted ? paragraph.filter((some) => !isCommand(some)) : withoutCode(paragraph)) own.push(line);
    paragraph = [];
    isQuoted = false;
  }

  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? 'blank';
    if (kind === 'text') {
      paragraph.push(line);
      continue;
    }
    if (kind !== 'quote' || !isQuoted) endParagraph();
    isQuoted = kind === 'quote';
    if (kind === 'quote' || kind === 'item') paragraph.push(line);
    else own.push(kind === 'hidden' ? '' : line);
  }
  endParagraph();
  // Without its markup a line may begin with what it does not begin with.
  return own.map((line) => (isCommand(line) ? line : line.replace(/\/commscore/gi, '')));
}

/** Without the lines of a paragraph that begin inside of code between backticks. */
function withoutCode(lines: readonly string[]): string[] {
  const spans = codeSpans(lines.join('\n'));
  let [begin, span] = [0, 0];
  return lines.filter((line) => {
    const from = begin;
    begin += line.length + 1;
    while ((spans[span]?.to ?? Number.POSITIVE_INFINITY) <= from) span += 1;
    return from <= (spans[span]?.from ?? Number.POSITIVE_INFINITY);
  });
}

import { markdownBlocks } from './markdown-blocks.ts';

const COMMAND = /^\/commscore(?=\s|$)/i;

/** Lines that speak to the app: they begin with `/commscore` and are neither code nor quoted nor hidden. */
export function commandLines(markdown: string): string[] {
  // Most comments hold no command, and need no reading.
  if (!/\/commscore/i.test(markdown)) return [];
  return markdownBlocks(markdown)
    .filter(({ kind }) => kind === 'prose')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => COMMAND.test(line));
}

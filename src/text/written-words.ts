import { markdownParts } from './markdown-parts.ts';
import { isFrame } from './stack-frames.ts';

/** What the writer says in own words: no code, quotes, logs, stack traces, tables or addresses. */
export function writtenWords(markdown: string): string {
  const lines: string[] = [];
  for (const { kind, text } of markdownParts(markdown)) {
    if (kind === 'code' || kind === 'quote') continue;
    let before = '';
    for (const line of text.split('\n')) {
      const words = line.replace(CODE_SPAN, ' code ').replace(LINK_TARGET, ']').replace(ADDRESS, ' ').trim();
      if (!isFrame(line, before) && isSaid(words)) lines.push(words);
      before = line;
    }
  }
  return lines.join('\n');
}

const CODE_SPAN = /`+[^`\n]+`+/g;
const LINK_TARGET = /\]\([^()\s]{1,1000}\)/g;
const ADDRESS = /(?:https?:\/\/|www\.)\S+/g;

const MACHINE_LINES = [
  /^(?:\/\/|func |package |import |#include)|[{};]$/,
  /^Traceback \(/,
  /^\[?\d{4}[-/]\d\d[-/]\d\d|^\[?\d\d:\d\d:\d\d/,
  /^\[?(?:FATAL|ERROR|WARN(?:ING)?|INFO|DEBUG|TRACE)\b/,
  /^(?:npm ERR!|[-+]{3} |\$ |# |%|\||@@|\+ |goroutine \d|panic:|fatal error:|make(?:\[\d+\])?:)/,
  /^[\w.$]{0,200}(?:Exception|Error)(?::|$)/,
];

/** Below this length marks may outweigh letters, as in `:(` or `no!!!`. */
const SHORT = 16;
const MIN_LETTERS = 0.6;

function isSaid(line: string): boolean {
  const start = line.trimStart().slice(0, 600);
  if (start === '' || MACHINE_LINES.some((pattern) => pattern.test(start))) return false;
  const visible = line.replace(/\s+/g, '').length;
  return visible <= SHORT || (line.match(/[\p{L}\p{M}!?！？。，、,.]/gu)?.length ?? 0) >= MIN_LETTERS * visible;
}

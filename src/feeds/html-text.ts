import { Parser } from 'htmlparser2';

/** What a reader does not see. */
const HIDDEN = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'math', 'head', 'title']);
const BLOCKS = new Set(
  (
    'address article aside blockquote br dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'li main nav ol p pre section summary table td th tr ul'
  ).split(' '),
);

/** What HTML says, without markup and scripts, one line a block; stops once that is `max` characters long. */
export function htmlText(html: string, max: number): string {
  let text = '';
  let hidden = 0;
  let depth = 0;
  const parser = new Parser({
    onopentagname(name) {
      depth++;
      if (HIDDEN.has(name)) hidden++;
      if (BLOCKS.has(name)) text += '\n';
    },
    onclosetag(name) {
      depth--;
      if (HIDDEN.has(name) && hidden > 0) hidden--;
      if (BLOCKS.has(name)) text += '\n';
    },
    ontext(data) {
      if (hidden === 0) text += data;
    },
  });
  for (let start = 0; start < html.length && text.length < 2 * max && depth < MAX_DEPTH; start += PORTION) {
    parser.write(html.slice(start, start + PORTION));
  }
  if (depth < MAX_DEPTH) parser.end();
  return plainLines(text, max);
}

const PORTION = 16_384;
/** The parser slows down with what is open, and no page that was meant to be read is as deep. */
const MAX_DEPTH = 1_000;

/** Lines without blank ones and without space at their ends. */
export function plainLines(text: string, max: number): string {
  const lines = text.slice(0, 4 * max).split(/[\n\r\u2028\u2029]+/);
  const visible = lines.map((line) => line.replace(/[\s\p{Cc}]+/gu, ' ').trim()).filter((line) => line !== '');
  return visible.join('\n').slice(0, max);
}

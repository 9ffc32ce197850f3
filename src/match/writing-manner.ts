const READ_CHARACTERS = 3000;
const LONGEST_TITLE_WORDS = 15;
const MOST_SIGNS = 200;
/** A run of what is neither letter nor digit, cut at four. */
const SIGNS = /[^\p{L}\p{N}]{1,4}/gu;
const SENTENCE_END = /[.!?]\s/;
const CODE_BLOCK = /\{(code|noformat)[^}]*\}.*?\{\1\}|```.*?```/gs;
/** Markup, lists, quotes and manners of spacing by which people's writing is told apart; Markdown and wiki alike. */
const MARKS = [
  ...['{code', '{noformat', '{{', '```', '`', '!image', '[~', 'h1', 'h2', 'h3', '# ', '## ', '- [ ]', '<!--'],
  ...['\r', '\t', '\n\n', '\n\n\n', '  ', '  \n', '\n ', '\n    ', '\u00a0', '.\n', ':\n', ': \n', ';\n', '*\n'],
  ...['\n* ', '\n- ', '\n# ', '1.', '1)', ' - ', '--', '...', '.  ', ' ,', '“', '’', '"', "'"],
  ...['*', '_', '[', ']', '(', '<', '>', '/', '^', '|', '&', '%', '$', '#', '@', '=', '+', '~', ':', ';', '?', '!'],
  ...['http', 'at ', 'Exception', 'e.g', 'i.e'],
];

/** How a text is written, whatever it is about: its length, its signs, its markup. */
export function writingManner(title: string, body: string): Set<string> {
  const read = body.slice(0, READ_CHARACTERS);
  const manner = new Set([...titleManner(title), ...bodyManner(read)]);
  for (const [signs] of `${title}\n${read}`.matchAll(SIGNS)) {
    if (manner.size >= MOST_SIGNS) break;
    manner.add(`signs${signs}`);
  }
  for (const mark of MARKS) {
    if (read.includes(mark)) manner.add(`body${mark}`);
    if (title.includes(mark)) manner.add(`title${mark}`);
  }
  return manner;
}

function titleManner(title: string): string[] {
  const words = title.split(/\s+/).filter(Boolean);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return [
    `title long ${magnitude(title.length)}`,
    `title words ${Math.min(LONGEST_TITLE_WORDS, words.length)}`,
    `title capital ${Math.floor((4 * capital) / Math.max(1, words.length))}`,
    `title ${/^\p{Ll}/u.test(title) ? 'small' : 'large'}`,
    `title ${title.trimEnd().endsWith('.') ? 'stopped' : 'open'}`,
  ];
}

function bodyManner(body: string): string[] {
  const told = body.trim();
  if (told === '') return ['body empty'];
  const sentences = body.replace(CODE_BLOCK, '').split(SENTENCE_END).filter(isTold);
  const words = sentences.reduce((sum, sentence) => sum + sentence.split(/\s+/).filter(Boolean).length, 0);
  return [
    'body told',
    `body long ${magnitude(body.length)}`,
    `lines ${magnitude(body.split('\n').length - 1)}`,
    `starts ${body[0]}`,
    `ends ${told.at(-1)}`,
    `ends so ${body.slice(-2)}`,
    `sentences ${magnitude(sentences.length)}`,
    `sentence long ${magnitude((2 * words) / Math.max(1, sentences.length))}`,
  ];
}

function isTold(text: string): boolean {
  return text.trim() !== '';
}

function magnitude(value: number): number {
  return Math.floor(Math.log2(1 + value));
}

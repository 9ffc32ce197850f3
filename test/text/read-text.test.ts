import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readText } from '../../src/text/read-text.ts';

const FORM = [
  '### Version',
  '',
  '2.4.1',
  '',
  '### What happened?',
  '',
  'The queue of @ann stops, see #12.',
  '',
  '### Log',
  '',
  '```shell',
  'Error: no pool',
  '    at Pool.take (/app/src/pool.js:12:5)',
  '```',
  '',
  '### Browser',
  '',
  '_No response_',
  '',
  '### Terms',
  '',
  '- [X] I searched before',
  '- [ ] I can help',
].join('\r\n');

describe('what is read in a text', () => {
  it('takes an issue form apart', () => {
    expect(readText(FORM)).toEqual({
      prose: '2.4.1\nThe queue of @ann stops, see #12.\n- [X] I searched before\n- [ ] I can help',
      headings: ['Version', 'What happened?', 'Log', 'Browser', 'Terms'],
      code: [{ language: 'shell', text: 'Error: no pool\n    at Pool.take (/app/src/pool.js:12:5)' }],
      quotes: [],
      fields: [
        { name: 'Version', value: '2.4.1' },
        { name: 'What happened?', value: 'The queue of @ann stops, see #12.' },
        { name: 'Log', value: 'Error: no pool\n    at Pool.take (/app/src/pool.js:12:5)' },
        { name: 'Browser', value: '' },
        { name: 'Terms', value: '- [X] I searched before\n- [ ] I can help' },
      ],
      tasks: [
        { done: true, text: 'I searched before' },
        { done: false, text: 'I can help' },
      ],
      traces: [{ language: 'javascript', function: 'Pool.take', file: '/app/src/pool.js', line: 12 }],
      paths: ['/app/src/pool.js'],
      versions: ['2.4.1'],
      urls: [],
      references: [{ kind: 'thread', host: null, repository: null, number: 12 }],
    });
  });

  it('keeps what is quoted of others to the quotes', () => {
    const { quotes, ...own } = readText(
      '> @ann saw #1 in src/a.ts 1.2.3 at https://example.org\n> - [ ] x\n\nSo did I.',
    );

    expect(quotes).toEqual(['@ann saw #1 in src/a.ts 1.2.3 at https://example.org\n- [ ] x']);
    expect(own).toMatchObject({ prose: 'So did I.', tasks: [], paths: [], versions: [], urls: [] });
  });

  it('leaves a trace without a fence out of the prose', () => {
    const read = readText('It fails:\nTraceback (most recent call last):\n  File "app/q.py", line 3, in poll\nsadly');

    expect(read.prose).toBe('It fails:\nTraceback (most recent call last):\nsadly');
    expect(read.traces).toEqual([{ language: 'python', function: 'poll', file: 'app/q.py', line: 3 }]);
  });

  it('ends the last field of a form at a heading that is larger', () => {
    expect(readText('before\n### A\n1\n#### a\n2\n## B\n3').fields).toEqual([{ name: 'A', value: '1\na\n2' }]);
  });

  it('reads any text, the same each time', () => {
    const pieces = ['`', '```', '~~~', '>', '- ', '[ ] ', '#', '\n', '\r', '    ', '<!--', '-->', '<pre>', '&lt;', '|'];
    const marks = ['@', '/', '.', ':', '1', 'a', '連', '\u0000', '\ud800', '(', ')', '[', ']', '*', '_', '"', 'at '];
    const text = fc.array(fc.constantFrom(...pieces, ...marks), { maxLength: 200 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        const read = readText(markdown);
        expect(readText(markdown)).toEqual(read);
        expect(read.prose).not.toMatch(/\r/);
      }),
      { numRuns: 300 },
    );
  });
});

/** Texts of about so many characters that parsers of Markdown and careless patterns need minutes for. */
function hostileTexts(length: number): Record<string, string> {
  const of = (piece: string) => piece.repeat(length / piece.length);
  const lists = Array.from({ length: length / 10 }, (_, depth) => `${' '.repeat(depth % 20)}- a`);
  const ticks = Array.from({ length: Math.sqrt(2 * length) }, (_, at) => '`'.repeat(at + 1));
  return {
    quotes: of('>'),
    lists: lists.join('\n'),
    brackets: of('['),
    images: of('![a]('),
    emphasis: of('*a_'),
    ticks: ticks.join(' '),
    'open tags': of('<a '),
    'open comments': of('`<!--'),
    entities: of('&lt'),
    hashes: of('# '),
    rules: of('- '),
    tables: of('|a|-'),
    'a path without end': of('a/'),
    dots: of('.'),
    numbers: of('1.'),
    digits: of('1'),
    hex: of('a1'),
    addresses: of('https://a/'),
    mentions: of('@a'),
    'frames of Java': of('at a.b('),
    'frames of Rust': of('panicked at a, '),
    'frames of C#': of('at a.b() in a:line 1'),
    'lines of frames': of('#1 0x1 in a (b+0x1\n'),
    humps: of('Aa'),
    words: of('連接'),
  };
}

function milliseconds(text: string): number {
  const started = performance.now();
  readText(text);
  return performance.now() - started;
}

describe('the time that reading takes', () => {
  const SHORT = 12_500;
  const TIMES = 8;
  /** Work that grows with the square takes 64 times as long; the floor is there for a machine that does other things. */
  const MOST_TIMES = 40;
  const FLOOR_MS = 1000;
  const short = hostileTexts(SHORT);
  const long = hostileTexts(SHORT * TIMES);

  it.each(Object.keys(long))('grows as the text does that is full of %s', (name) => {
    const before = milliseconds(short[name] ?? '');

    expect(milliseconds(long[name] ?? '')).toBeLessThan(FLOOR_MS + MOST_TIMES * before);
  });

  it('is that of the first 100,000 characters of a megabyte', () => {
    const start = 'word '.repeat(20_000);

    expect(readText(start + ' end'.repeat(250_000))).toEqual(readText(start));
  });

  it('is not led deep by ten thousand levels of lists and quotes', () => {
    const levels = Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');

    expect(readText(levels).prose).toMatch(/^- a\n- a\n/);
    expect(readText(`${'>'.repeat(10_000)} a`).quotes).toEqual(['a']);
  });
});

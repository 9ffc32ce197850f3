import fc from 'fast-check';

/** Pieces of which attacks on what GitHub makes of text are made. */
const PIECES = [
  ...['@octocat', '@acme/security', 'root@example.com', '＠octocat', '@', '#1', 'GH-12', 'other/repo#1'],
  ...['0123456789abcdef0123456789abcdef01234567', 'deadbee', 'acme/engine@deadbee'],
  ...['https://evil.example/a_(b)', 'HTTP://evil.example', 'www.evil.example', 'ftp://evil.example', '//evil.example'],
  ...[
    '[click](https://evil.example)',
    '![x](https://evil.example/p.png)',
    '<https://evil.example>',
    ']( https://evil)',
  ],
  ...['[a]: https://evil.example', '[^1]', '[^1]: note', '[x]', '[ ] ', '[[wiki]]', ']', '[', '(', ')', '!'],
  ...['<img src=x onerror=alert(1)>', '</details>', '<details>', '</summary>', '<sub>', '<table>', '<!--', '-->', '<'],
  ...['<!-- commscore:triage -->', '<!-- commscore:reply IC_1 -->', 'commscore:triage'],
  ...['&lt;', '&#64;octocat', '&commat;octocat', '&#x40;octocat', '&num;1', '&amp;', '&', '&#8203;'],
  ...['|', '\\|', '| a | b |', '|---|---|', '---', '===', '# ', '> ', '- ', '1. ', '* ', '+ ', '```', '~~~', '    '],
  ...['`', '``', '```', '`x`', '**', '__', '*', '_', '~~', '~', '\\', '\\\\', '\\`', '$', '$$', '$`', ':tada:'],
  ...['\n', '\r\n', '\n\n', '\t', '\u0000', '\u001b[31m', '\u2028', '\u2029', '\u0085', ' '],
  ...['\u202e', '\u202c', '\u2066', '\u2069', '\u200f', '\u200b', '\u200d', '\ufeff', '\u2060', '\u00ad', '\u{e0041}'],
  ...['Z\u0301\u0302\u0303\u0304\u0305\u0306', '\ud800', '❤️', '👩‍💻', '内存', 'نص', 'ﬁ', 'ß', 'word', 'a', '7'],
  ...['/commscore assign @octocat', 'x'.repeat(300), '@a '.repeat(100), '`'.repeat(200), '['.repeat(200)],
];

/** Text as somebody may write it who means harm. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''));

/** What GitHub takes for the name of an account. */
export const anyLogin: fc.Arbitrary<string> = fc.constantFrom('octocat', 'a', 'x-1', '0123456', 'deadbeef', 'gh-12');

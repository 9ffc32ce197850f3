import { describe, expect, it } from '@jest/globals';
import { commandLines } from '../../src/text/command-lines.ts';

describe('commandLines', () => {
  it('gives the lines that begin with the name of the app', () => {
    const text = ['Thanks!', '', '/commscore assign @ada', 'and then', '  /CommScore why  ', '/commscore'].join('\n');
    expect(commandLines(text)).toEqual(['/commscore assign @ada', '/CommScore why', '/commscore']);
  });

  it('reads lines that end as Windows ends them', () => {
    expect(commandLines('/commscore help\r\n/commscore who\r\n')).toEqual(['/commscore help', '/commscore who']);
  });

  it.each([
    ['in a fence', '```\n/commscore undo\n```'],
    ['in a fence of tildes that never ends', '~~~sh\n/commscore undo'],
    ['in an indented block', 'Like this:\n\n    /commscore undo'],
    ['between marks of code', '`/commscore undo`'],
    ['in a quote', '> /commscore undo'],
    ['in a quote of a quote', '> > /commscore undo'],
    ['in a comment that nobody sees', '<!--\n/commscore undo\n-->'],
    ['in the middle of a line', 'try /commscore undo'],
    ['as an item of a list', '- /commscore undo'],
    ['as a heading', '# /commscore undo'],
    ['as the beginning of a longer word', '/commscores undo'],
    ['as the beginning of a path', '/commscore/undo'],
    ['where a quote goes on without its mark', '> Somebody wrote\n/commscore undo'],
    ['further on in such a quote', '> Somebody wrote\nto the app\n/commscore undo'],
    ['where a quote in a list goes on', '- > Somebody wrote\n/commscore undo'],
    ['in code that spans lines', 'Write `this:\n/commscore undo` to take it back'],
    ['in code between more marks, with fewer inside', 'Write ``this `:\n/commscore undo\n`` to take it back'],
    ['in preformatted HTML', '<pre>\n/commscore undo\n\n/commscore undo\n</pre>'],
    ['in preformatted HTML behind a summary', '<details><summary>Log</summary><PRE>\n\n/commscore undo\n</PRE>'],
    ['in a quotation of HTML', '<blockquote>\n\n/commscore undo\n\n</blockquote>'],
    ['behind the end of a comment', '<!--\nhidden\n--> /commscore undo'],
    ['behind a comment', '<!-- hidden --> /commscore undo'],
    ['in a comment that seems to hold code', '<!--\n```\n-->\n<!--\n/commscore undo\n```\n-->'],
    ['between marks of emphasis', '**/commscore undo**'],
  ])('sees no command %s', (_where, text) => {
    expect(commandLines(text)).toEqual([]);
  });

  it.each([
    ['a blank line after a quote', '> Somebody wrote\n\n/commscore help'],
    ['a quote that ends in a heading', '> # Title\n/commscore help'],
    ['a quote that ends with its code', '> ```\n> x\n> ```\n/commscore help'],
    ['an empty line of a quote', '> Somebody wrote\n>\n/commscore help'],
    ['a mark of code that none closes', 'a ` b\n/commscore help'],
    ['a mark of code that is closed', 'the `code` here\n/commscore help'],
    ['a mark of code in another paragraph', 'a ` b\n\n/commscore help\n\nc ` d'],
    ['an escaped mark of code', 'a \\` b\n/commscore help ` d'],
    ['HTML that ended', '<pre>x</pre>\n/commscore help'],
    ['HTML that ended further on', '<pre>\nx\n</pre>\n/commscore help'],
    ['a comment that ended', '<!-- hidden -->\n/commscore help'],
    ['code that holds HTML', '```html\n<pre>\n> text\n```\n/commscore help'],
  ])('sees the command after %s', (_what, text) => {
    expect(commandLines(text).map((line) => line.slice(0, 15))).toEqual(['/commscore help']);
  });

  it('needs no more than a moment for the longest texts, whatever they hold', () => {
    for (const piece of ['`', '`a', '``a`', '> ', '>`\n', '<pre', '<!--', '\\`', '\n/commscore `', '- > ', '1. ']) {
      const text = piece.repeat(Math.ceil(70_000 / piece.length));
      expect(Array.isArray(commandLines(`${text}\n/commscore help`))).toBe(true);
    }
  });

  it('sees the command after a fence that ended', () => {
    expect(commandLines('```\n/commscore undo\n```\n/commscore help')).toEqual(['/commscore help']);
  });
});

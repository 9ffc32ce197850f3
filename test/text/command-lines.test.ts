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
  ])('sees no command %s', (_where, text) => {
    expect(commandLines(text)).toEqual([]);
  });

  it('sees the command after a fence that ended', () => {
    expect(commandLines('```\n/commscore undo\n```\n/commscore help')).toEqual(['/commscore help']);
  });
});

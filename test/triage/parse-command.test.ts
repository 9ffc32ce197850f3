import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commands } from '../../src/triage/commands.ts';
import { parseCommand } from '../../src/triage/parse-command.ts';

describe('a line that speaks to the app', () => {
  it.each([
    ['/commscore', { verb: 'help' }],
    ['/commscore help assign', { verb: 'help' }],
    ['/CommScore  WHY', { verb: 'why', login: null }],
    ['/commscore why @mara', { verb: 'why', login: 'mara' }],
    ['/commscore who src/queue', { verb: 'who', about: 'src/queue' }],
    ['/commscore who scheduler eviction', { verb: 'who', about: 'scheduler eviction' }],
    ['/commscore who', { verb: 'who', about: '' }],
    ['/commscore next', { verb: 'next' }],
    ['/commscore assign @mara', { verb: 'assign', people: ['mara'] }],
    ['/commscore assign me', { verb: 'assign', people: ['author'] }],
    ['/commscore assign @me', { verb: 'assign', people: ['me'] }],
    ['/commscore assign @mara, Bo @MARA', { verb: 'assign', people: ['MARA', 'Bo'] }],
    ['/commscore review me @bo', { verb: 'review', people: ['author', 'bo'] }],
    ['/commscore label bug', { verb: 'label', labels: ['bug'] }],
    ['/commscore label good first issue', { verb: 'label', labels: ['good first issue'] }],
    [
      '/commscore label "good first issue", bug ,“a, b”',
      { verb: 'label', labels: ['good first issue', 'bug', 'a, b'] },
    ],
    ['/commscore label bug, "Good First Issue", docs', { verb: 'label', labels: ['bug', 'Good First Issue', 'docs'] }],
    ['/commscore label "never ends', { verb: 'label', labels: ['"never ends'] }],
    ['/commscore label bug，文档', { verb: 'label', labels: ['bug', '文档'] }],
    ['/commscore away', { verb: 'away', until: null }],
    ['/commscore away until 2028-02-29', { verb: 'away', until: '2028-02-29' }],
    ['/commscore capacity 0', { verb: 'capacity', threads: 0 }],
    ['/commscore opt-out', { verb: 'opt-out' }],
    ['/commscore forget-me', { verb: 'forget-me' }],
  ])('%s is understood', (line, command) => {
    expect(parseCommand(line, 'author')).toEqual({ command });
  });

  it.each([
    ['/commscore asign @mara', { kind: 'unknown-verb', verb: 'asign', nearest: 'assign' }],
    ['/commscore deploy', { kind: 'unknown-verb', verb: 'deploy', nearest: null }],
    ['/commscore constructor', { kind: 'unknown-verb', verb: 'constructor', nearest: null }],
    ['/commscore __proto__', { kind: 'unknown-verb', verb: '__proto__', nearest: null }],
    ['/commscore undo everything', { kind: 'bad-arguments', verb: 'undo' }],
    ['/commscore assign', { kind: 'bad-arguments', verb: 'assign' }],
    [`/commscore assign ${'@a '.repeat(11).trim()}`, { kind: 'bad-arguments', verb: 'assign' }],
    ['/commscore assign ../../x', { kind: 'not-a-login', verb: 'assign', given: '../../x' }],
    ['/commscore why @mara?per_page=1', { kind: 'not-a-login', verb: 'why', given: '@mara?per_page=1' }],
    ['/commscore label', { kind: 'bad-arguments', verb: 'label' }],
    ['/commscore label ,,', { kind: 'bad-arguments', verb: 'label' }],
    ['/commscore away for 2 weeks', { kind: 'bad-arguments', verb: 'away' }],
    ['/commscore away until friday', { kind: 'not-a-day', given: 'friday' }],
    ['/commscore away until 2027-02-29', { kind: 'not-a-day', given: '2027-02-29' }],
    ['/commscore capacity', { kind: 'bad-arguments', verb: 'capacity' }],
    ['/commscore capacity -1', { kind: 'not-a-capacity', given: '-1', most: 1000 }],
    ['/commscore capacity 1001', { kind: 'not-a-capacity', given: '1001', most: 1000 }],
    [`/commscore who ${'x'.repeat(600)}`, { kind: 'too-long', most: 500 }],
  ])('%s is a problem with its cause', (line, problem) => {
    expect(parseCommand(line, 'author')).toEqual({ problem });
  });

  it.each(Object.values(commands).map(({ example }) => example))('%s, an example of ours, is understood', (example) => {
    expect(parseCommand(`/commscore ${example}`, 'author')).toHaveProperty('command.verb', example.split(' ')[0]);
  });

  it('is read whatever it says', () => {
    const verb = fc.constantFrom(...Object.keys(commands), 'x');
    fc.assert(
      fc.property(verb, fc.string({ unit: 'binary', maxLength: 80 }), (said, given) => {
        const parsed = parseCommand(`/commscore ${said} ${given}`, 'author');
        expect('command' in parsed || 'problem' in parsed).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '../../src/comment/command-answer.ts';
import { evidenceSentenceZh } from '../../src/comment/evidence-words-zh.ts';
import { commandLanguages, renderAnswer, renderReply } from '../../src/comment/render-answer.ts';
import type { CommandProblem } from '../../src/domain/command.ts';
import type { PersonEvidence, RankedPerson } from '../../src/domain/suggestion.ts';
import { assigneeWeights } from '../../src/match/assignee-weights.ts';
import type { Never } from '../../src/match/eligible.ts';
import { reviewerWeights } from '../../src/match/reviewer-weights.ts';
import { commands } from '../../src/triage/commands.ts';

const repository = { owner: 'acme', repo: 'engine', webUrl: 'https://github.com' };
const EVIL = '@everyone <!-- x --> [a](http://evil.example) | `b` #12 \u202e';

const evidence: PersonEvidence = {
  ...{ feature: 'tookSimilar', value: 4, meanValue: 1, weight: 0.42, shippedWeight: 0.4 },
  ...{ contribution: 1.26, times: 4 },
};
const person: RankedPerson = {
  ...{ login: 'ada', score: 1, probability: 0.78 },
  reasons: [{ kind: 'took-similar', threads: ['3'], times: 1 }],
  evidence: [evidence, { ...evidence, feature: 'awakeNow', contribution: 0.01 }],
};

const problems: CommandProblem[] = [
  { kind: 'unknown-verb', verb: EVIL, nearest: null },
  { kind: 'unknown-verb', verb: 'asign', nearest: 'assign' },
  { kind: 'too-long', most: 500 },
  { kind: 'too-many', most: 10 },
  { kind: 'bad-arguments', verb: 'undo' },
  { kind: 'not-a-login', verb: 'assign', given: EVIL },
  { kind: 'not-a-day', given: EVIL },
  { kind: 'day-is-over', given: '2026-01-01' },
  { kind: 'not-a-capacity', given: EVIL, most: 1000 },
  { kind: 'pulls-only', verb: 'review' },
  { kind: 'not-on-discussions', verb: 'assign' },
  { kind: 'nobody-asked', verb: 'reroll' },
  { kind: 'without-access', login: EVIL },
  { kind: 'not-taken', names: [EVIL, 'bo'] },
  { kind: 'is-author', login: EVIL },
  { kind: 'no-such-label', name: EVIL, nearest: EVIL },
];
const nevers = Object.keys(commandLanguages.en.never) as Never[];
const answers: CommandAnswer[] = [
  ...problems.map((problem) => ({ kind: 'problem', problem }) as const),
  ...nevers.map((never) => ({ kind: 'why-person', why: { login: EVIL, is: 'never', never } }) as const),
  { kind: 'refused', verb: 'undo' },
  { kind: 'help' },
  { kind: 'why', why: { labels: [{ name: EVIL, probability: 0.8, reasons: [] }], people: [person], related: [] } },
  { kind: 'why', why: { labels: [], people: [], related: [] } },
  { kind: 'why-person', why: { login: 'ada', is: 'suggested', person } },
  { kind: 'why-person', why: { login: EVIL, is: 'not-needed' } },
  { kind: 'why-person', why: { login: EVIL, is: 'off' } },
  { kind: 'why-person', why: { login: EVIL, is: 'unknown' } },
  { kind: 'why-person', why: { login: EVIL, is: 'unlikely', person, needed: 0.9 } },
  { kind: 'why-person', why: { login: EVIL, is: 'behind', person, place: 3, most: 2 } },
  { kind: 'who', about: EVIL, people: [] },
  { kind: 'who', about: EVIL, people: [person] },
  { kind: 'who', about: '', people: [{ ...person, login: EVIL }] },
  { kind: 'next', tasks: [] },
  {
    kind: 'next',
    tasks: [{ id: '7', type: 'discussion', title: EVIL, probability: 0.5, welcome: EVIL, reasons: person.reasons }],
  },
  { kind: 'asked-all-the-same', people: [{ login: EVIL, never: 'away' }] },
  { kind: 'nothing-to-undo' },
  { kind: 'nothing-to-reroll' },
  { kind: 'still-silent', because: 'closed' },
  { kind: 'will-be-forgotten' },
];

const CODE = /(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g;
/** What an escape leaves of a mark that does nothing. */
const ESCAPED = /\\[\\`*_[\]<>&~|]|@&#8203;|#&#8203;|:&#8203;\/\//g;
const OURS = /\]\(https:\/\/github\.com\/[\w/-]+\)|<\/?sub>/g;

describe.each(['en', 'zh-CN'] as const)('an answer (%s)', (language) => {
  const render = (answer: CommandAnswer) => renderAnswer(answer, { language, repository, uses: commands });

  it.each(answers.map((answer) => [JSON.stringify(answer).slice(0, 80), answer] as const))(
    'is whole, and shows text of users as it was typed: %s',
    (_, answer) => {
      const text = render(answer);

      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text).not.toBe('');
      const outside = text.replace(CODE, '').replace(ESCAPED, '').replace(OURS, '');
      expect(outside).not.toMatch(/[@<]|\]\(|\u202e/);
    },
  );

  it.each([{ kind: 'done' }, { kind: 'too-often' }] as const)('is empty where a reaction tells it', (answer) => {
    expect(render(answer)).toBe('');
  });

  it('tells of every verb', () => {
    const help = render({ kind: 'help' });

    for (const { usage } of Object.values(commands)) expect(help).toContain(`\`/commscore ${usage}\``);
  });
});

describe('why', () => {
  it('names the reasons, and what moved the score with its weight', () => {
    const why = { labels: [], people: [person], related: [] };

    expect(renderAnswer({ kind: 'why', why }, { language: 'en', repository, uses: commands })).toMatchInlineSnapshot(`
"- [\`ada\`](https://github.com/ada): likely, 78%; took the similar thread [#3](https://github.com/acme/engine/issues/3)
  - Took similar threads (4 times). +1.26 (weight 0.42)

<sub>Each figure is what it adds to the log odds beside the mean candidate; weights are those that this repository has taught.</sub>"
`);
  });
});

describe('evidence', () => {
  it.each([...Object.keys(reviewerWeights), ...Object.keys(assigneeWeights)])('%s has words in Chinese', (feature) => {
    expect(evidenceSentenceZh({ feature, times: 2 })).toMatch(/\p{Script=Han}.*。$/u);
  });
});

describe('a reply', () => {
  it('is none where nothing is said', () => {
    expect(renderReply([{ line: '/commscore back', said: '' }])).toBeNull();
  });

  it('names the command where there are several', () => {
    const both = [
      { line: '/commscore back', said: '' },
      { line: '/commscore who `x`', said: 'Nobody.' },
    ];

    expect(renderReply(both.slice(1))).toBe('Nobody.');
    expect(renderReply(both)).toBe('`` /commscore who `x` ``\n\nNobody.');
  });

  it('stays far below what GitHub takes', () => {
    const long = Array.from({ length: 10 }, (_, i) => ({ line: `/commscore who ${i}`, said: 'x'.repeat(9_000) }));

    expect(renderReply(long)?.length).toBeLessThan(20_000);
  });
});

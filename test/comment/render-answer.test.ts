import { describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '../../src/comment/command-answer.ts';
import { evidenceSentenceZh } from '../../src/comment/evidence-words-zh.ts';
import { commandLanguages, renderAnswer, renderReply } from '../../src/comment/render-answer.ts';
import type { CommandProblem } from '../../src/domain/command.ts';
import type { NextReason } from '../../src/domain/next-task.ts';
import type { Recommendations } from '../../src/domain/recommendations.ts';
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
const area = { kind: 'label' as const, name: EVIL };
const ownReasons: NextReason[] = [
  { kind: 'in-their-areas', areas: [area, { ...area, kind: 'directory' }] },
  { kind: 'fitting-difficulty', as: 'easy', days: 0.4 },
  { kind: 'work-waits', area, weeks: null },
];

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
  { kind: 'next', tasks: [], articles: [], people: [] },
  {
    kind: 'next',
    tasks: [
      { id: '7', type: 'discussion', title: EVIL, probability: 0.5, welcome: EVIL, reasons: person.reasons },
      { id: '8', type: 'issue', title: EVIL, probability: 0.5, welcome: null, reasons: ownReasons },
    ],
    articles: [
      { id: 'a', url: 'https://github.com/a', title: EVIL, fits: { kind: 'thread', id: '3' }, terms: [EVIL, EVIL] },
      { id: 'b', url: 'javascript:alert(1)', title: EVIL, fits: { kind: 'area', area }, terms: [EVIL] },
    ],
    people: [{ login: EVIL, likeness: 0.5, areas: [area, area] }],
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

describe('what is recommended', () => {
  const src = { kind: 'directory' as const, name: 'src/queue' };
  const found: Recommendations = {
    tasks: [
      {
        ...{ id: '7', type: 'issue', title: 'Retry jobs', probability: 0.5, welcome: 'good first issue' },
        reasons: [{ kind: 'fitting-difficulty', as: 'easy', days: 3.2 }],
      },
      {
        ...{ id: '8', type: 'discussion', title: 'How to wait?', probability: 0.4, welcome: null },
        reasons: [
          { kind: 'in-their-areas', areas: [src] },
          { kind: 'work-waits', area: { kind: 'label', name: 'api' }, weeks: 12.4 },
        ],
      },
    ],
    articles: [
      {
        ...{ id: 'docs/a.md', url: 'https://docs.example/a', title: 'Waiting' },
        ...{ fits: { kind: 'thread', id: '5' }, terms: ['queue', 'retry'] },
      },
    ],
    people: [{ login: 'bo', likeness: 0.6, areas: [src] }],
  };
  const told = (language: 'en' | 'zh-CN', what: Recommendations) =>
    renderAnswer({ kind: 'next', ...what }, { language, repository, uses: commands });

  it('says why of each', () => {
    expect(told('en', found)).toMatchInlineSnapshot(`
"**You could take up next**

- [#7](https://github.com/acme/engine/issues/7) Retry jobs: labelled \`good first issue\`; looks easy: those like it took 3 days
- [#8](https://github.com/acme/engine/discussions/8) How to wait?: a question without an answer; you are active in \`src/queue\`; 12 weeks of work wait in the label \`api\`

**Worth reading**

- [Waiting](https://docs.example/a): fits [#5](https://github.com/acme/engine/issues/5) by the words \`queue\` and \`retry\`

**Work on the same, and you have not dealt with each other yet**

- [\`bo\`](https://github.com/bo): active in \`src/queue\`"
`);
    expect(told('zh-CN', found)).toMatchInlineSnapshot(`
"**你接下来可以处理**

- [#7](https://github.com/acme/engine/issues/7) Retry jobs：带有标签 \`good first issue\`；看来不难：类似任务约需 3 天
- [#8](https://github.com/acme/engine/discussions/8) How to wait?：尚无答案的问题；你活跃于 \`src/queue\`；标签 \`api\` 中积压了约 12 周的任务

**值得一读**

- [Waiting](https://docs.example/a)：与 [#5](https://github.com/acme/engine/issues/5) 共有词语 \`queue\`、\`retry\`

**与你方向相同、尚未有过往来的人**

- [\`bo\`](https://github.com/bo)：都活跃于 \`src/queue\`"
`);
  });

  it('shows no list with nothing in it, and says where there is no task', () => {
    expect(told('en', { ...found, articles: [], people: [] })).not.toMatch(/reading|Work on the same/);
    expect(told('en', { ...found, tasks: [] })).toMatch(/^Nothing that is open/);
  });
});

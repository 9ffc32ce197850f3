import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rationaleOf } from '../../src/comment/rationale.ts';
import { renderComment } from '../../src/comment/render.ts';
import { renderAnswer, renderReply } from '../../src/comment/render-answer.ts';
import { renderConfigCheck } from '../../src/comment/render-config-check.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ThreadType } from '../../src/domain/fact.ts';
import type { AreaName } from '../../src/domain/next-task.ts';
import type { LabelReason, PersonReason, RelatedReason } from '../../src/domain/reason.ts';
import type { Recommendations } from '../../src/domain/recommendations.ts';
import type { RankedPerson, RelatedItem, Suggestion } from '../../src/domain/suggestion.ts';
import { commands } from '../../src/triage/commands.ts';
import { parseCommand } from '../../src/triage/parse-command.ts';
import { anyLogin, hostileText } from './hostile-text.ts';
import { buildOf, harmIn } from './rendered-comment.ts';

const repository = { owner: 'acme', repo: 'app', webUrl: 'https://github.com' };
const links = ['https://github.com/', 'https://docs.example/'];
const language = fc.constantFrom('en' as const, 'zh-CN' as const);
/** Reading Markdown back is slow. */
const runs = { numRuns: 40 };

type Text = () => string;

function personReasons(text: Text): PersonReason[] {
  return [
    { kind: 'reviewed', path: text(), times: 2, lastDays: 2 },
    { kind: 'owner', pattern: text(), team: text() },
    { kind: 'reviewed-author', author: text(), times: 2 },
    { kind: 'took-similar', threads: [text(), '12'], times: 9 },
    { kind: 'took-label', label: text(), times: 2 },
    { kind: 'knows-terms', terms: [text(), text()] },
    { kind: 'changed', path: text(), times: 1, lastDays: 0 },
  ];
}

function people(text: Text): RankedPerson[] {
  const reasons = personReasons(text);
  // Each kind of reason comes first once.
  return reasons.map((_, at) => ({
    login: text(),
    score: 1,
    probability: 0.5,
    reasons: [...reasons.slice(at), ...reasons.slice(0, at)],
  }));
}

const labelReasons = (text: Text): LabelReason[] => [{ kind: 'terms', terms: [text(), text()] }, { kind: 'fits-name' }];
const relatedReasons = (text: Text): RelatedReason[] => [
  { kind: 'shares-terms', terms: [text()] },
  { kind: 'shares-code', terms: [text(), text()] },
  { kind: 'has-duplicates', threads: [text(), '9'] },
];

function related(text: Text): RelatedItem[] {
  const thread = { kind: 'thread' as const, score: 1, url: null, state: 'open' as const, type: 'issue' as const };
  const document = { kind: 'document' as const, score: 1, state: null, outcome: null, type: null };
  const address = `https://docs.example/${text()}`;
  return [
    { ...thread, id: '3', title: text(), outcome: text(), reasons: relatedReasons(text), quote: `a ${text()}` },
    { ...thread, id: '4', title: text(), outcome: null, reasons: [], fixedBy: { kind: 'commit', id: text() } },
    { ...thread, id: text(), title: text(), outcome: null, reasons: relatedReasons(text) },
    { ...document, id: `a${text()}`, title: text(), url: address, reasons: [], quote: `a ${text()}` },
    { ...document, id: address, title: `a ${text()}`, url: address, reasons: relatedReasons(text) },
    {
      ...document,
      id: `a${text()}`,
      title: text(),
      url: `https://github.com/acme/app/blob/main/${text()}`,
      reasons: relatedReasons(text),
    },
  ];
}

function suggestion(text: Text): Suggestion {
  const labels = [0, 1].map(() => ({ name: text(), probability: 0.9, reasons: labelReasons(text) }));
  return { labels, assignees: people(text), reviewers: people(text), related: related(text) };
}

function markupOf(comment: string): string[] {
  return buildOf(comment).filter((part) => part.startsWith('<'));
}

/** A text for each place, from a list that is gone through again and again. */
function takenFrom(texts: string[]): Text {
  let at = 0;
  return () => texts[at++ % texts.length] ?? '';
}

const texts = fc.array(hostileText, { minLength: 1, maxLength: 40 });

function recommended(text: () => string): Recommendations {
  const area = (kind: AreaName['kind']) => ({ kind, name: text() });
  const task = { id: '3', type: 'issue' as const, title: text(), probability: 0.5, welcome: text() };
  const areas = [area('directory'), area('label'), area('topic')];
  const article = { id: text(), url: `https://docs.example/${text()}`, title: text(), terms: [text(), text()] };
  return {
    tasks: [
      { ...task, reasons: personReasons(text) },
      { ...task, welcome: null, reasons: [{ kind: 'in-their-areas', areas }] },
      { ...task, welcome: null, reasons: [{ kind: 'work-waits', area: area('label'), weeks: 9 }] },
    ],
    articles: [
      { ...article, fits: { kind: 'thread', id: '7' } },
      { ...article, fits: { kind: 'area', area: area('label') } },
    ],
    people: [{ login: text(), likeness: 0.5, areas }],
  };
}

describe('whatever text a comment is made of', () => {
  it('pings nobody, forges nothing, leads nowhere else and stays built as it is', () => {
    fc.assert(
      fc.property(
        texts,
        language,
        fc.constantFrom<ThreadType>('issue', 'pull', 'discussion'),
        (given, inLanguage, threadType) => {
          const context = { language: inLanguage, mention: false, repository, threadType };
          const render = (text: Text) => renderComment(suggestion(text), { ...context, done: suggestion(text) }) ?? '';
          const comment = render(takenFrom(given));

          expect(harmIn(comment, { links })).toEqual([]);
          // One that would be too long does without its folded part.
          const markup = markupOf(render(() => 'word'));
          const [opening, closing] = [markup.slice(0, 1), markup.slice(-2)];
          expect([markup, [...opening, ...closing]]).toContainEqual(markupOf(comment));
          expect(comment.length).toBeLessThan(65_536);
        },
      ),
      runs,
    );
  });

  it('mentions no more than the people themselves where they are to be mentioned', () => {
    fc.assert(
      fc.property(texts, anyLogin, (given, login) => {
        const text = takenFrom(given);
        const assignees = people(text).map((person, at) => (at === 0 ? { ...person, login } : person));
        const context = { language: 'en' as const, mention: true, repository, threadType: 'issue' as const };
        const comment = renderComment({ ...suggestion(text), assignees }, context) ?? '';

        const harm = harmIn(comment, { links, mentions: [login] });
        const others = assignees.slice(1).map((person) => person.login);
        // A whole name that somebody made up is still only a name.
        expect(harm.filter((one) => !others.some((name) => one.includes(`"@${name}`)))).toEqual([]);
      }),
      runs,
    );
  });

  it('holds for every answer to a command', () => {
    fc.assert(
      fc.property(texts, language, (given, inLanguage) => {
        const text = takenFrom(given);
        const context = { language: inLanguage, repository, uses: commands };
        const [person] = people(text);
        if (person === undefined) throw new Error('nobody');
        const { labels, assignees } = suggestion(text);
        const answers = [
          renderAnswer({ kind: 'who', about: text(), people: people(text) }, context),
          renderAnswer({ kind: 'who', about: text(), people: [] }, context),
          renderAnswer({ kind: 'next', ...recommended(text) }, context),
          renderAnswer({ kind: 'why', why: { labels, people: assignees, related: related(text) } }, context),
          renderAnswer({ kind: 'why-person', why: { login: text(), is: 'never', never: 'away' } }, context),
          renderAnswer({ kind: 'why-person', why: { login: text(), is: 'suggested', person } }, context),
          renderAnswer({ kind: 'asked-all-the-same', people: [{ login: text(), never: 'away' }] }, context),
        ];

        for (const said of answers) expect(harmIn(said, { links })).toEqual([]);
        const reply = renderReply(answers.map((said) => ({ line: text(), said }))) ?? '';
        expect(harmIn(reply, { links })).toEqual([]);
      }),
      runs,
    );
  });

  it('holds for every command that cannot be understood', () => {
    const verbs = fc.constantFrom(...Object.keys(commands), '');
    fc.assert(
      fc.property(verbs, hostileText, language, (verb, given, inLanguage) => {
        const parsed = parseCommand(`/commscore ${verb} ${given}`.replace(/\s+/g, ' '), 'mara');
        if (!('problem' in parsed)) return;
        const context = { language: inLanguage, repository, uses: commands };

        expect(harmIn(renderAnswer({ kind: 'problem', problem: parsed.problem }, context), { links })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('holds for the check of a configuration, whose table keeps its cells', () => {
    fc.assert(
      fc.property(texts, language, (given, inLanguage) => {
        const text = takenFrom(given);
        const inForce = { ...defaultConfig, language: inLanguage };
        const labels = { ...inForce.labels, allow: [text(), text()], deny: [text()] };
        const partners = { domains: Object.fromEntries([[`a${text()}`, text()]]) };
        const proposed = { ...inForce, labels, partners };
        const good = renderConfigCheck({ inForce, deleted: false, proposed, problems: [] });
        const problems = [{ file: 'x', line: 1, message: text() }];
        const bad = renderConfigCheck({ inForce, deleted: false, proposed: null, problems });

        expect(harmIn(good.summary, { links })).toEqual([]);
        expect(buildOf(good.summary).filter((part) => part.startsWith('tableRow'))).toEqual(
          Array.from({ length: 4 }, () => 'tableRow of 3'),
        );
        for (const { message } of bad.annotations) expect(message).not.toMatch(/@[\p{L}\p{N}]|#\d|:\/\/|<!--/u);
      }),
      runs,
    );
  });

  it('holds for the plain text of GitHub’s own suggestion fields', () => {
    fc.assert(
      fc.property(texts, language, (given, inLanguage) => {
        const line = rationaleOf(personReasons(takenFrom(given)), inLanguage);

        expect(line).not.toMatch(/@[\p{L}\p{N}]|#\d|:\/\/|<!--|[`*_[\]<>|~\\\n]/u);
        expect(line.length).toBeLessThanOrEqual(280);
      }),
      { numRuns: 300 },
    );
  });
});

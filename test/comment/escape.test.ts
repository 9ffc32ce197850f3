import { describe, expect, it } from '@jest/globals';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as plainText } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { cleanLine, codeSpan, escapeInline, link } from '../../src/comment/escape.ts';
import { TRIAGE_MARKER } from '../../src/comment/marker.ts';
import { renderComment } from '../../src/comment/render.ts';
import type { Suggestion } from '../../src/domain/suggestion.ts';
import { contextOf } from './sample-suggestion.ts';

const attacks = [
  'cc @octocat and @acme/security please',
  'mail root@example.com',
  'see #1, GH-12, gh-7, other/repo#1 and other/repo@0123456789abcdef0123456789abcdef01234567',
  'broken since 0123456789abcdef0123456789abcdef01234567, maybe deadbee',
  'https://evil.example/?a=b&c=d and http://evil.example, ftp://evil.example, www.evil.example, WWW.evil.example',
  '[click](https://evil.example) ![pixel](https://evil.example/p.png) <https://evil.example> [a]: https://evil.example',
  '[^1]: note [^1] [x] [ ] [[wiki]]',
  '<img src=x onerror=alert(1)> <script>alert(1)</script> </details></sub><h1>',
  '<!-- commscore:triage -->',
  '--> <!--',
  '&lt;b&gt; &#64;octocat &commat;octocat &#x40;octocat',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '# heading\n\n---\n\n> quote\n\n1. list\n\n```\nfence\n```\n',
  'a\r\n\r\n    indented\u2028\u2029\u0085line\u0000\u001b[31m',
  '**bold** __bold__ *it* _it_ ~~no~~ ~no~',
  '`code` ``two`` ``` three ```` four @octocat',
  '`',
  '``` ',
  '\\`\\@octocat\\',
  'trailing \\',
  '\u202Egnp.exe\u202C \u2066isolate\u2069 \u200Fmark',
  '@\u200Boctocat \uFEFF#\u20601 \u00ADw\u00ADw\u00ADw.evil.example h\u200Bttps://evil.example',
  'Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 stacked',
  '$x$ $$\\href{https://evil.example}{y}$$',
  'lone \uD800 surrogate',
  '\u{E0041}\u{E0042} tags',
  ' '.repeat(5000),
  'x'.repeat(100_000),
  '/commscore assign @octocat',
  ':tada: :+1:',
];

interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
}

function nodesOf(markdown: string): Node[] {
  const walk = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(walk)];
  return walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node);
}

/** What GitHub looks through for mentions, references and commits once Markdown is read. */
function textOf(nodes: Node[]): string[] {
  return nodes.filter((node) => node.type === 'text').map((node) => node.value ?? '');
}

const LIVE = [/@\w/, /#\d/, /gh-\d/i, /:\/\//, /www\./i, /[0-9a-f]{7}/i];

/** Every place where text of users comes into a comment holds the attack. */
function attacked(attack: string): Suggestion {
  const person = { login: attack, score: 1, probability: 0.5 };
  return {
    labels: [{ name: attack, probability: 0.9, reasons: [{ kind: 'terms', terms: [attack, attack] }] }],
    reviewers: [],
    assignees: [
      { ...person, reasons: [{ kind: 'reviewed', path: attack, times: 2, lastDays: 2 }] },
      {
        ...person,
        reasons: [
          { kind: 'owner', pattern: attack },
          { kind: 'reviewed-author', author: attack, times: 2 },
        ],
      },
      {
        ...person,
        reasons: [
          { kind: 'took-similar', threads: [attack], times: 2 },
          { kind: 'knows-terms', terms: [attack] },
        ],
      },
      {
        ...person,
        reasons: [
          { kind: 'took-label', label: attack, times: 2 },
          { kind: 'changed', path: attack, times: 1, lastDays: 0 },
        ],
      },
    ],
    related: [
      {
        id: '3',
        kind: 'thread',
        score: 1,
        reasons: [{ kind: 'shares-code', terms: [attack] }],
        title: attack,
        url: null,
        state: 'open',
        outcome: attack,
        type: 'issue',
      },
      {
        id: attack,
        kind: 'thread',
        score: 1,
        reasons: [],
        title: '',
        url: null,
        state: 'closed',
        outcome: null,
        type: null,
      },
      {
        id: attack,
        kind: 'document',
        score: 1,
        reasons: [{ kind: 'shares-terms', terms: [attack] }],
        title: attack,
        url: `https://docs.example/${attack}`,
        state: null,
        outcome: null,
        type: null,
      },
    ],
  };
}

function shapeOf(nodes: Node[]): string[] {
  return nodes.map((node) => node.type).filter((type) => !['text', 'inlineCode', 'link'].includes(type));
}

describe.each(['en', 'zh-CN'] as const)('a comment in %s full of hostile text', (language) => {
  const render = (text: string, mention = false) =>
    renderComment(attacked(text), contextOf({ language, mention })) ?? '';
  const harmless = nodesOf(render('word'));

  // Reading a comment back is slow, so each language takes every other attack.
  const mine = attacks.filter((_, i) => i % 2 === (language === 'en' ? 0 : 1)).map((a) => [a.slice(0, 60), a] as const);

  it.each(mine)('stays what it is: %j', (_name, attack) => {
    const comment = render(attack);
    const nodes = nodesOf(comment);

    expect(shapeOf(nodes)).toEqual(shapeOf(harmless));
    expect(nodes.filter((n) => n.type === 'html')).toEqual(
      harmless.filter((n) => n.type === 'html').map((n) => expect.objectContaining({ value: n.value })),
    );
    for (const { url } of nodes.filter((n) => n.type === 'link')) {
      expect(url).toMatch(/^https:\/\/(github\.com\/|docs\.example\/)/);
    }
    for (const text of textOf(nodes.filter((n) => !/^#\d+$/.test(n.value ?? '')))) {
      for (const live of LIVE) expect(text).not.toMatch(live);
    }
    expect(comment.split(TRIAGE_MARKER)).toHaveLength(2);
    expect(comment.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_C}\p{Zl}\p{Zp}]/u);
    expect(comment.length).toBeLessThan(20_000);
  });

  it.each(mine.filter(([, attack]) => attack.includes('@')))(
    'pings nobody even where people are mentioned: %j',
    (_name, attack) => {
      for (const text of textOf(nodesOf(render(attack, true)))) expect(text).not.toMatch(/@\w/);
    },
  );
});

describe('escapeInline', () => {
  it.each([
    ['Fix a_b in *all* <T> of `x` & [y] | z~'],
    ['C# and F# crash at 50% #hash'],
    ['costs $5'],
    ['emoji ❤️ 👩‍💻 stay whole'],
    ['连接池泄漏：重试后崩溃'],
    ['نص عربي'],
  ])('shows %j as it was typed', (text) => {
    expect(plainText(fromMarkdown(`- x ${escapeInline(text)}`))).toBe(`x ${text}`);
  });

  it('cuts what is too long between whole characters', () => {
    expect(escapeInline('😀'.repeat(10), 4)).toBe('😀😀😀…');
  });
});

describe('codeSpan', () => {
  it.each([
    ['src/a|b.ts', '`src/a|b.ts`'],
    ['a`b', '``a`b``'],
    ['`a``b`', '``` `a``b` ```'],
    ['  spaced\nout ', '`spaced out`'],
    ['\u200b', ''],
  ])('fences %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });
});

describe('link', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@evil.example/',
    '//evil.example',
    'docs/a.md',
    '',
  ])('does not link to %j', (url) => {
    expect(link('text', url)).toBe('text');
  });

  it('keeps an address whole, whatever is in it', () => {
    const url = 'https://docs.example/a_(b)?c=<d>&e=[f]|&copy;';
    const [found] = nodesOf(`- ${link('text', url)}.`).filter((node) => node.type === 'link');

    expect(decodeURIComponent(found?.url ?? '')).toBe(url);
  });
});

describe('cleanLine', () => {
  it('makes one visible line', () => {
    expect(cleanLine(' a\t\r\n b\u2028c \u200e ', 10)).toBe('a b c');
  });
});

describe('a text that begins the item of a list', () => {
  it.each([
    '# head',
    '- point',
    '+ point',
    '1. first',
    '12) first',
    '---',
    '- - -',
    '===',
    '#',
    '1.',
    '#1',
    '-1',
    '3.5',
  ])('is shown as it was typed: %j', (text) => {
    const tree = fromMarkdown(`- ${escapeInline(text)}`, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

    expect(plainText(tree).replace('\u200b', '')).toBe(text);
    expect(nodesOf(`- ${escapeInline(text)}`).map(({ type }) => type)).toEqual([
      ...['root', 'list', 'listItem', 'paragraph', 'text'],
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse-config.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';

const EXAMPLE = `mode: suggest              # suggest | shadow | auto
language: en               # en | zh-CN
settle: 2m                 # wait before the first comment, then re-read the thread (0s in tests)
mention: false
triggers: { issues: true, pulls: true, discussions: true }
labels:    { enabled: true, allow: ['*'], deny: ['security*', 'P0'], max: 3, minPrecision: 0.8 }
assignees: { enabled: true, max: 2, minPrecision: 0.5, allow: [], deny: [] }
reviewers: { enabled: true, max: 2, minPrecision: 0.5, spreadKnowledge: true, allow: [], deny: [] }
related:   { enabled: true, max: 5, docs: ['README.md', 'docs/**'], feeds: [] }
people:    { exclude: [], capacity: 5, inactiveAfter: 180d, away: [] }
community: { digest: weekly, digestTo: issue, stalledAfter: 14d, rankings: false }
partners:  { domains: {} }                 # 'example.com: Example Inc'
inference: { provider: embedded }          # embedded | huggingface
`;

function parse(...texts: string[]) {
  return parseConfig(texts.map((text, i) => ({ name: `file ${i + 1}`, text })));
}

describe('parseConfig', () => {
  it('reads the example, which states the defaults', () => {
    expect(parse(EXAMPLE)).toEqual({ config: defaultConfig, problems: [] });
  });

  it.each([
    ['no file', []],
    ['an empty file', ['']],
    ['only comments', ['# nothing yet\n']],
    ['a byte order mark and Windows line ends', ['\uFEFFmode: suggest\r\nmention: false\r\n']],
  ])('takes the defaults from %s', (_what, texts) => {
    expect(parse(...texts).config).toEqual(defaultConfig);
  });

  it('reads durations as milliseconds', () => {
    const { config } = parse('settle: 90s\npeople: { inactiveAfter: 2w }\ncommunity: { stalledAfter: 6h }');

    expect([config?.settle, config?.people.inactiveAfter, config?.community.stalledAfter]).toEqual([
      90_000, 1_209_600_000, 21_600_000,
    ]);
  });

  it('takes logins with and without the at sign', () => {
    expect(parse("people: { exclude: ['@mara', tom] }").config?.people.exclude).toEqual(['mara', 'tom']);
  });

  it('lays the repository over the organisation: maps merged, lists and values replaced', () => {
    const organisation =
      'mode: shadow\nlabels: { max: 1, deny: [a, b] }\npartners: { domains: { a.example: A, b.example: B } }';
    const repository = 'mode: auto\nlabels: { deny: [c] }\npartners: { domains: { b.example: Better } }';

    const { config } = parse(organisation, repository);

    expect(config?.mode).toBe('auto');
    expect(config?.labels).toEqual({ ...defaultConfig.labels, max: 1, deny: ['c'] });
    expect(config?.partners.domains).toEqual({ 'a.example': 'A', 'b.example': 'Better' });
  });

  it('reads absences with and without an end', () => {
    const { config } = parse("people: { away: ['@mara', tom until 2026-12-24] }");

    expect(config?.people.away).toEqual([
      { login: 'mara', until: null },
      { login: 'tom', until: '2026-12-24' },
    ]);
  });

  it('reads people and teams of the fallback with or without @', () => {
    const { config } = parse("reviewers: { fallback: ['@mara', acme/core], sweepingDirectories: 40 }");

    expect(config?.reviewers).toMatchObject({ fallback: ['mara', 'acme/core'], sweepingDirectories: 40 });
  });

  it.each([
    ['an unknown key', 'mode: auto\nlables: {}\n', 2, "unknown key 'lables'"],
    ['an unknown key within', 'labels:\n  max: 2\n\n  maximum: 3\n', 4, "unknown key 'labels.maximum'"],
    ['an unknown key in flow style', 'mode: auto\nlabels: { max: 2, maximum: 3 }\n', 2, "unknown key 'labels.maximum'"],
    ['a wrong word', '# c\n\nmode: loud\n', 3, 'mode: Invalid option: expected one of "suggest"|"shadow"|"auto"'],
    ['a wrong type', 'labels:\n  max: many\n', 2, 'labels.max: Invalid input: expected number, received string'],
    ['a number out of range', 'labels:\n  max: 99\n', 2, 'labels.max: Too big: expected number to be <=10'],
    [
      'a wrong entry of a list',
      'people:\n  away:\n    - mara\n    - 7\n',
      4,
      'people.away.1: Invalid input: expected string, received number',
    ],
    [
      'an absence until no date',
      'people:\n  away: [mara until friday]\n',
      2,
      'people.away.0: expected a login, or a login until a date: mara until 2026-12-24',
    ],
    ['a duration without unit', 'settle: 120\n', 1, 'settle: expected a duration such as 0s, 2m, 6h, 14d or 2w'],
    ['a duration in words', 'settle: two minutes\n', 1, 'settle: expected a duration such as 0s, 2m, 6h, 14d or 2w'],
    [
      'an empty section',
      'mode: auto\nlabels:\nmention: true',
      2,
      'labels: Invalid input: expected object, received null',
    ],
    ['a feed that is no web address', 'related:\n  feeds: ["file:///etc/passwd"]', 2, 'related.feeds.0: Invalid URL'],
    ['a list', '- mode: auto\n', 1, 'expected keys and values at the top level'],
    ['plain text', 'auto\n', 1, 'expected keys and values at the top level'],
    ['a key twice', 'mode: auto\nmode: shadow\n', 2, 'Map keys must be unique at line 2, column 1:'],
    ['prototype tricks', '__proto__: { mode: auto }\n', 1, "unknown key '__proto__'"],
    ['a constructor', 'mode: auto\nconstructor: {}\n', 2, "unknown key 'constructor'"],
  ])('refuses %s with its line', (_what, text, line, message) => {
    expect(parse(text)).toEqual({ config: null, problems: [{ file: 'file 1', line, message }] });
  });

  it('tells what is wrong with YAML that cannot be read', () => {
    const { config, problems } = parse('mode: auto\nlabels: { max: 1\n');

    expect(config).toBeNull();
    expect(problems[0]).toMatchObject({ file: 'file 1', line: 3 });
  });

  it('does not follow aliases, so that a small file stays small', () => {
    const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n';

    expect(parse(bomb)).toEqual({
      config: null,
      problems: [{ file: 'file 1', line: null, message: 'aliases are not supported' }],
    });
  });

  it('tells every problem of every file', () => {
    const { problems } = parse('mode: loud\nextra: 1', '', 'mention: maybe');

    expect(problems.map(({ file, line }) => [file, line])).toEqual([
      ['file 1', 1],
      ['file 1', 2],
      ['file 3', 1],
    ]);
  });

  it('keeps nothing of one reading for the next', () => {
    parse('labels: { max: 1 }');

    expect(parse('').config).toEqual(defaultConfig);
    expect({}).not.toHaveProperty('mode');
  });
});

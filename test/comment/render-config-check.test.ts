import { describe, expect, it } from '@jest/globals';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as plainText } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { renderConfigCheck } from '../../src/comment/render-config-check.ts';
import { configProposal } from '../../src/config/config-proposal.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';

function check(text: string | null, language: 'en' | 'zh-CN' = 'en') {
  const inForce = { ...defaultConfig, language };
  return renderConfigCheck(configProposal(inForce, null, text === null ? null : { name: 'acme/engine', text }));
}

/** Rows of the one table, as GitHub reads them. */
function cells(markdown: string): string[][] {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tables = tree.children.filter((node) => node.type === 'table');
  expect(tables).toHaveLength(1);
  return (tables[0]?.children ?? []).map((row) => row.children.map((cell) => plainText(cell)));
}

describe('the check of a configuration', () => {
  it('shows what would change', () => {
    const { passed, title, summary, annotations } = check('mode: auto\nlabels: { max: 5 }');

    expect({ passed, title, annotations }).toEqual({
      passed: true,
      title: 'Valid: 2 settings change',
      annotations: [],
    });
    expect(cells(summary)).toEqual([
      ['Setting', 'Now', 'Then'],
      ['mode', 'suggest', 'auto'],
      ['labels.max', '3', '5'],
    ]);
  });

  it.each([
    ['settle: 2m', 'Valid, and nothing changes', 'Everything stays as it is in force now.'],
    [null, 'The file is taken away', 'the defaults hold'],
  ])('says of %j that it is all right', (text, title, words) => {
    const report = check(text);

    expect(report).toMatchObject({ passed: true, title });
    expect(report.summary).toContain(words);
  });

  it('tells problems on their lines, fifty at most', () => {
    const lines = Array.from({ length: 60 }, (_, n) => `key${n}: 1`).join('\n');

    const { passed, title, summary, annotations } = check(lines);

    expect({ passed, title }).toEqual({ passed: false, title: '60 problems' });
    expect(annotations).toHaveLength(50);
    expect(annotations[1]).toEqual({ line: 2, message: "unknown key 'key1'" });
    expect(summary).toContain('The first 50 of 60 are told.');
  });

  it('speaks the language that is in force', () => {
    expect(check('mode: auto\nlanguage: zh-CN', 'zh-CN').title).toBe('有效：1 项设置有变化');
    expect(check('mode: loud', 'zh-CN').title).toBe('1 处问题');
  });

  it.each(['a|b', 'a\\|b', '|', '`|`', '\\', '</td>| @octocat', '||||', 'x\\\\|y'])(
    'keeps %j in its cell of the table',
    (name) => {
      const [, row] = cells(check(`labels: { deny: [${JSON.stringify(name)}] }`).summary);

      expect(row).toHaveLength(3);
      expect(row?.[0]).toBe('labels.deny');
      expect(row?.[2]).toContain(name.includes('\\') ? '' : name);
    },
  );

  it('has nobody pinged and nothing linked by the name of a key', () => {
    const { annotations } = check('"@octocat https://evil.example #12 <!-- commscore:triage -->": 1');

    expect(annotations[0]?.message).not.toMatch(/@\w|:\/\/|#\d|<!--/);
  });
});

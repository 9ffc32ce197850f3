import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { accessMarkdown } from '../access/access-table.ts';

const SECURITY = new URL('../../docs/security.md', import.meta.url);
const BETWEEN = /(?<=<!-- access -->\n)[\s\S]*(?=<!-- \/access -->)/;

/** Whatever the formatter did to its widths. */
function cells(table: string): string[][] {
  const rows = table.trim().split('\n');
  return rows.map((row) => row.split('|').map((cell) => cell.trim().replace(/^-+$/, '---')));
}

describe('who sees what, in docs/security.md', () => {
  it('is what the tests of access expect (UPDATE_DOCS=1 rewrites it)', () => {
    const page = readFileSync(SECURITY, 'utf8');
    if (process.env.UPDATE_DOCS === '1') writeFileSync(SECURITY, page.replace(BETWEEN, `\n${accessMarkdown()}\n\n`));

    expect(cells(readFileSync(SECURITY, 'utf8').match(BETWEEN)?.[0] ?? '')).toEqual(cells(accessMarkdown()));
  });
});

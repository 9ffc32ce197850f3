import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/cli/fail.ts';
import { suggestIssue } from '../../src/cli/suggest-issue.ts';

let folder: string;
let pack: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commscore-issue-'));
  pack = join(folder, 'pack.jsonl');
  const lines = Array.from({ length: 30 }, (_, n) => ({
    ...{
      kind: 'thread',
      type: 'issue',
      id: String(n + 1),
      time: `2026-05-${String(n + 1).padStart(2, '0')}T00:00:00Z`,
    },
    title: n % 2 === 0 ? `Crash while the cache is written ${n}` : `Please support theme number ${n}`,
    ...{ body: '', labels: [n % 2 === 0 ? 'bug' : 'wish'], assignees: ['ada'], state: 'closed' },
  }));
  writeFileSync(pack, lines.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('suggest issue', () => {
  it('names labels and threads of a history that has some', async () => {
    const answer = JSON.parse(await suggestIssue({ pack, title: 'Crash of the cache', json: true }, 'best'));

    expect(answer.labels[0]).toMatchObject({ name: 'bug' });
    expect(answer.related[0]).toMatchObject({ kind: 'thread' });
    expect(answer.assignees[0]).toMatchObject({ login: 'ada' });
  });

  it('tells the same in plain lines', async () => {
    const told = await suggestIssue({ pack, title: 'Crash of the cache' }, 'best');

    expect(told).toMatch(/^Labels\n\n\d+% +bug\n/m);
    expect(told).toMatch(/^#\d+ +Crash while the cache is written/m);
  });

  it('wants one source of history', async () => {
    await expect(suggestIssue({ title: 'Crash' }, 'best')).rejects.toThrow(UsageError);
    await expect(suggestIssue({ title: 'Crash', pack, repo: folder }, 'best')).rejects.toThrow(UsageError);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/cli/fail.ts';
import { suggestWork } from '../../src/cli/suggest-work.ts';

let folder: string;
let pack: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'commscore-work-'));
  pack = join(folder, 'pack.jsonl');
  const thread = (id: number, over: object) => ({
    ...{ kind: 'thread', type: 'issue', id: String(id), time: '2026-05-10T00:00:00Z', author: 'kai' },
    ...{ title: 'Cache eviction drops entries', body: '', labels: [], assignees: [], participants: [], state: 'open' },
    ...over,
  });
  const done = { assignees: ['ada'], state: 'closed', closedAt: '2026-05-12T00:00:00Z' };
  const lines = [
    ...Array.from({ length: 12 }, (_, n) => thread(100 + n, done)),
    thread(7, { title: 'Cache eviction drops \u001b[31mentries again' }),
    { kind: 'query', id: 'q', time: '2026-05-11T00:00:00Z', want: ['labels'], item: { title: 'x' } },
  ];
  writeFileSync(pack, lines.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('suggest work', () => {
  it('tells in plain lines what somebody could take up, and why', async () => {
    const told = await suggestWork({ for: 'ada', pack });

    expect(told).toMatch(
      /^You could take up next\n\n- #7 Cache eviction drops \[31mentries again: took \d+ similar threads/,
    );
  });

  it('gives the same as JSON', async () => {
    const found = JSON.parse(await suggestWork({ for: 'ada', pack, json: true }));

    expect(found).toMatchObject({ at: '2026-05-10T00:00:00Z', tasks: [{ id: '7' }], articles: [], people: [] });
  });

  it('says what tells of threads where none is known', async () => {
    const changes = join(folder, 'changes.jsonl');
    const change = { kind: 'change', id: 'c', time: '2026-05-10T00:00:00Z', author: 'ada', reviewers: [], files: [] };
    writeFileSync(changes, JSON.stringify({ ...change, title: 'x', body: '' }));

    expect(await suggestWork({ for: 'ada', pack: changes })).toMatch(/\n\nNo issue or pull request is known here/);
    expect(await suggestWork({ for: 'ada', pack })).not.toContain('No issue or pull request');
  });

  it('takes one source', async () => {
    await expect(suggestWork({ for: 'ada' })).rejects.toBeInstanceOf(UsageError);
    await expect(suggestWork({ for: 'ada', pack, repo: '.' })).rejects.toBeInstanceOf(UsageError);
  });
});

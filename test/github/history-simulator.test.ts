import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import type { GitHubClient } from '../../src/github/client.ts';
import type { HistoryBatch, HistoryCursor } from '../../src/github/history.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { openStage, REPOSITORY, type Stage } from './stage.ts';

let stage: Stage;
let simulator: Simulator;
let github: GitHubClient;

beforeEach(async () => {
  stage = await openStage();
  ({ simulator, github } = stage);
});

afterEach(() => stage.close());

function tokens(): string[] {
  return [...simulator.world.state.tokens.keys()];
}

async function historyOf(since: HistoryCursor | null = null): Promise<HistoryBatch[]> {
  const batches: HistoryBatch[] = [];
  for await (const batch of github.readHistory(stage.ref('issue', 1), since)) batches.push(batch);
  return batches;
}

function factsOf<K extends Fact['kind']>(batches: HistoryBatch[], kind: K): Extract<Fact, { kind: K }>[] {
  return batches.flatMap(({ facts }) => facts).filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}

function lastCursor(batches: HistoryBatch[]): HistoryCursor | null {
  return (
    batches
      .map(({ cursor }) => cursor)
      .filter((cursor) => cursor !== null)
      .at(-1) ?? null
  );
}

describe('history', () => {
  it('tells how issues ended and what was accepted as an answer', async () => {
    const at = { repository: REPOSITORY };
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'a.md': 'A\n' } });
    for (const title of ['One', 'Two', 'Three']) await simulator.openIssue(REPOSITORY, { title, author: 'ana' });
    const files = { 'b.md': 'B\n' };
    const pull = await simulator.openPull(REPOSITORY, { title: 'B', body: 'Fixes #1', author: 'ana', files });
    await simulator.mergePull({ ...at, number: pull.number }, 'mira');
    simulator.markDuplicate({ ...at, number: 2 }, { canonical: 1, marked: true }, 'mira');
    simulator.markDuplicate({ ...at, number: 3 }, { canonical: 1, marked: true }, 'mira');
    simulator.markDuplicate({ ...at, number: 3 }, { canonical: 1, marked: false }, 'mira');
    const { number } = await simulator.openDiscussion(REPOSITORY, { title: 'How?', author: 'bo' });
    const answer = await simulator.comment({ ...at, number }, { author: 'mira', body: 'So.' });
    await simulator.answerDiscussion({ ...at, number }, answer, 'bo');

    const threads = new Map(factsOf(await historyOf(), 'thread').map((fact) => [fact.id, fact]));
    const live = await github.readThread(stage.ref('issue', 1));

    expect(threads.get('1')).toMatchObject({ outcome: 'completed', fixedBy: { kind: 'pull', id: '4' } });
    expect(live?.fact.fixedBy).toEqual({ kind: 'pull', id: '4' });
    expect([threads.get('2')?.duplicateOf, threads.get('3')?.duplicateOf]).toEqual(['1', null]);
    expect(threads.get('1')?.duplicateOf).toBeUndefined();
    expect(threads.get(String(number))).toMatchObject({ outcome: 'answered', answer: 'So.' });
  });

  it('is read whole, then only what is new', async () => {
    const at = { repository: REPOSITORY };
    await simulator.push(REPOSITORY, {
      author: 'mira',
      message: 'Start',
      files: { 'README.md': '# Engine\n', 'docs/a.md': 'A\n' },
    });
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await simulator.openDiscussion(REPOSITORY, { title: 'How?', author: 'bo' });
    const pull = await simulator.openPull(REPOSITORY, { title: 'Add b', author: 'ana', files: { 'src/b.ts': '1\n' } });
    await simulator.reviewPull({ ...at, number: pull.number }, { author: 'mira', state: 'APPROVED' });
    stage.ahead(60_000);
    const { mergeCommit } = await simulator.mergePull({ ...at, number: pull.number }, 'mira');

    const all = await historyOf();

    expect(factsOf(all, 'document').map(({ id, title, url }) => [id, title, url])).toEqual([
      ['README.md', 'Engine', `${simulator.address}/acme/engine/blob/HEAD/README.md`],
      ['docs/a.md', 'docs/a.md', `${simulator.address}/acme/engine/blob/HEAD/docs/a.md`],
    ]);
    expect(factsOf(all, 'thread').map(({ type, title, outcome }) => [type, title, outcome])).toEqual(
      expect.arrayContaining([
        ['issue', 'Breaks', null],
        ['discussion', 'How?', null],
        ['pull', 'Add b', 'merged'],
      ]),
    );
    const start = factsOf(all, 'change').find(({ title }) => title === 'Start');
    expect(start).toMatchObject({ author: 'mira', files: [{ path: 'README.md' }, { path: 'docs/a.md' }] });
    const merged = all.filter(({ known }) => known === 'replace').flatMap(({ facts }) => facts);
    expect(merged.find(({ kind }) => kind === 'change')).toMatchObject({
      id: mergeCommit,
      author: 'ana',
      reviewers: ['mira'],
      files: [{ path: 'src/b.ts', added: 1, deleted: 0 }],
    });

    stage.ahead(120_000);
    await simulator.push(REPOSITORY, { author: 'mira', message: 'More', files: { 'docs/c.md': '# C\n' } });
    await simulator.closeThread({ ...at, number }, 'mira', 'completed');
    const news = await historyOf(lastCursor(all));

    expect(
      factsOf(news, 'change')
        .filter(({ title }) => title !== 'Add b')
        .map(({ title }) => title),
    ).toEqual(['More']);
    expect(factsOf(news, 'document').map(({ id }) => id)).toEqual(['docs/c.md']);
    expect(factsOf(news, 'thread').find(({ type }) => type === 'issue')).toMatchObject({ outcome: 'completed' });
    // The latest of each kind is read again: others may have been updated in the same second.
    expect(factsOf(news, 'thread').map(({ type }) => type)).toEqual(['issue', 'pull', 'discussion']);
  });

  it('tells how far it is', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'README.md': 'x\n' } });
    await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });

    expect((await historyOf()).map(({ progress, cursor }) => [progress, cursor !== null])).toEqual([
      [{ what: 'commits', done: 1, total: 1 }, false],
      [{ what: 'documents', done: 1, total: 1 }, true],
      [{ what: 'threads', done: 1, total: null }, true],
    ]);
  });

  it('of an empty repository is empty', async () => {
    expect(await historyOf()).toEqual([]);
  });

  it('never shows the token: not to other programs, not in a file, not in the log', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'README.md': 'x\n' } });
    const seen = join(stage.folder, 'seen');
    const before = process.env.PATH;
    const script = `#!/bin/sh\n{ echo "$@"; ps -ww -o args= -p $$; } >> '${seen}'\nPATH='${before}' exec git "$@"\n`;
    writeFileSync(join(stage.folder, 'git'), script);
    chmodSync(join(stage.folder, 'git'), 0o755);
    process.env.PATH = `${stage.folder}:${before}`;
    try {
      await historyOf();
    } finally {
      process.env.PATH = before;
    }

    const commandLines = readFileSync(seen, 'utf8');
    const files = readdirSync(stage.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const written = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
    expect(files.map(({ name }) => name)).toContain('config');
    expect(commandLines).toContain('fetch');
    expect(tokens().length).toBeGreaterThan(0);
    for (const token of tokens()) {
      const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
      for (const secret of [token, credentials]) {
        expect(commandLines).not.toContain(secret);
        expect(written).not.toContain(secret);
        expect(stage.logged.join('')).not.toContain(secret);
      }
    }
  });

  it('never shows the token in an error of git', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'README.md': 'x\n' } });
    simulator.faults.expiredToken({ times: 9, where: ({ path }) => path.includes('.git/') });

    const [result] = await Promise.allSettled([historyOf()]);

    const error: unknown = result?.status === 'rejected' ? result.reason : null;
    expect(error).toBeInstanceOf(Error);
    for (const token of tokens()) expect(inspect(error, { depth: null, showHidden: true })).not.toContain(token);
  });
});

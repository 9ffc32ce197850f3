import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedDataDir } from '../store/database-snapshot.ts';
import { commscore, makeClone } from './run-command.ts';

describe('commscore', () => {
  let folder: string;
  let clone: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-cli-'));
    clone = join(folder, 'clone');
    makeClone(clone, [
      ...Array.from({ length: 6 }, (_, n) => ({
        author: n % 2 === 0 ? 'ada' : 'bob',
        message: `Change ${n % 2 === 0 ? 'the cache' : 'the parser'}\n\nReviewed-by: cleo <cleo@example.com>`,
        files: { [n % 2 === 0 ? 'src/cache/shard.ts' : 'src/parser/lexer.ts']: `export const n = ${n};\n` },
      })),
      { author: 'ada', message: 'Say what it is', files: { 'README.md': '# Engine\n\nThe cache evicts entries.\n' } },
    ]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const env = () => ({ XDG_CACHE_HOME: join(folder, 'cache') });

  describe('suggest reviewers', () => {
    it('names who knows the files, with a reason, and not the author', async () => {
      const { code, out } = await commscore(
        ['suggest', 'reviewers', '--repo', clone, '--files', 'src/parser/lexer.ts', '--author', 'ada'],
        { env: env() },
      );

      expect(code).toBe(0);
      expect(out).toMatch(/(cleo|bob)\s+(reviewed|wrote) 3 changes in src\/parser/);
      expect(out).not.toMatch(/\bada\b/);
    });

    it('gives people with probability and reasons as JSON', async () => {
      const { out } = await commscore(
        ['suggest', 'reviewers', '--repo', clone, '--files', 'src/cache/shard.ts', '--json'],
        { env: env() },
      );

      const { reviewers } = JSON.parse(out);
      expect(reviewers.length).toBeGreaterThan(0);
      expect(reviewers[0]).toEqual({
        login: expect.any(String),
        score: expect.any(Number),
        probability: expect.any(Number),
        reasons: expect.arrayContaining([expect.objectContaining({ kind: expect.any(String) })]),
      });
    });

    it('takes the change between two commits, by the author of the newer', async () => {
      const { out } = await commscore(
        ['suggest', 'reviewers', '--repo', clone, '--base', 'HEAD~2', '--head', 'HEAD~1'],
        { env: env() },
      );

      expect(out).toContain('by bob (1 file)');
      expect(out).not.toMatch(/%\s+bob/);
    });
  });

  it('suggest issue finds who knows and what is written about it', async () => {
    const body = join(folder, 'body.md');
    writeFileSync(body, 'Entries of the cache are gone, see `src/cache/shard.ts`.');

    const { code, out } = await commscore(
      ['suggest', 'issue', '--repo', clone, '--title', 'The cache evicts hot entries', '--body-file', body, '--json'],
      { env: env() },
    );

    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.assignees[0].login).toBe('ada');
    expect(answer.related[0]).toMatchObject({ id: 'README.md', kind: 'document' });
  });

  it('explain shows every reason where suggest shows one', async () => {
    const question = ['reviewers', '--repo', clone, '--files', 'src/parser/lexer.ts', '--author', 'ada'];
    const suggested = await commscore(['suggest', ...question], { env: env() });
    const explained = await commscore(['explain', ...question], { env: env() });

    expect(explained.out.length).toBeGreaterThan(suggested.out.length);
  });

  it('explain shows the scores of those suggested, in their order', async () => {
    const question = ['reviewers', '--repo', clone, '--files', 'src/parser/lexer.ts', '--author', 'ada'];
    const told = await commscore(['explain', ...question], { env: env() });
    const json = JSON.parse((await commscore(['explain', ...question, '--json'], { env: env() })).out);

    expect(told.out).toMatch(/Scores\n\ndifficulty 0\.\d{3} \(2 people, percentile \d+; 1 file, percentile \d+\)/);
    expect(json.scores.people.map(({ login }: { login: string }) => login)).toEqual(
      json.reviewers.map(({ login }: { login: string }) => login),
    );
    const matches: number[] = json.scores.people.map(({ match }: { match: number }) => match);
    expect(matches.every((match) => match > 0)).toBe(true);
    expect(matches.reduce((sum, match) => sum + match, 0)).toBeLessThanOrEqual(1);
  });

  it('learn keeps what was learnt, so that the next run learns only what is new', async () => {
    const first = JSON.parse((await commscore(['learn', '--repo', clone, '--json'], { env: env() })).out);
    execFileSync(
      'git',
      ['-C', clone, '-c', 'user.name=dan', '-c', 'user.email=dan@example.com'].concat([
        'commit',
        '--quiet',
        '--allow-empty',
        '--message',
        'Nothing',
      ]),
    );
    const second = JSON.parse((await commscore(['learn', '--repo', clone, '--json'], { env: env() })).out);

    expect(first.learntNow).toBe(7);
    expect(second.learntNow).toBe(1);
    expect(second.changes).toBe(8);
  });

  describe('backtest', () => {
    it('asks about the reviewers that commits of a clone name', async () => {
      const { code, out } = await commscore(['backtest', '--repo', clone, '--task', 'reviewers', '--json']);

      expect(code).toBe(0);
      // The first of the six cannot be known: nobody had reviewed anything yet.
      expect(JSON.parse(out)).toMatchObject({
        task: 'reviewers',
        scores: { questions: 6, top1: 5 / 6 },
        unanswerable: 1,
      });
    });

    it('tells where the reviewers of a clone come from, and writes a page with the curves', async () => {
      const page = join(folder, 'backtest.html');

      const { code, out, err } = await commscore(['backtest', '--repo', clone, '--task', 'reviewers', '--html', page]);

      expect(code).toBe(0);
      expect(out).toContain('6 changes say it in a line such as Reviewed-by');
      expect(out).toContain(`The curves are in ${page}.`);
      expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<svg class="chart"/);
      expect(err).toBe('');
    });

    it('says so where nothing in a clone answers', async () => {
      const { code, err } = await commscore(['backtest', '--repo', clone, '--task', 'assignees']);

      expect(code).toBe(1);
      expect(err).toContain('A clone holds no threads: give what the app has learnt');
    });

    it('reads a pack, plain or gzipped, and prints a table', async () => {
      const plain = join(folder, 'small.jsonl');
      writeFileSync(plain, PACK);
      writeFileSync(`${plain}.gz`, gzipSync(PACK));

      const one = await commscore(['backtest', '--pack', plain, '--task', 'assignees']);
      const two = await commscore(['backtest', '--pack', `${plain}.gz`, '--task', 'assignees']);

      expect(one.out).toContain('assignees: 1 question');
      expect(two.out).toBe(one.out.replace('small.jsonl', 'small.jsonl.gz'));
    });
  });

  it('stream answers each question with one line and goes on after a malformed one', async () => {
    const [fact = '', query = ''] = PACK.split('\n');

    const { code, out } = await commscore(['stream'], { input: `${fact}\n{"kind":\n${query}\n` });

    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ error: { line: 2 } }, { id: 'q1', assignees: [{ login: 'ada' }] }]);
  });

  it('migrate brings an embedded database up to date once', async () => {
    await seedDataDir(join(folder, 'data'), 'empty');
    const data = { COMMSCORE_DATA_DIR: join(folder, 'data') };

    const first = JSON.parse((await commscore(['migrate', '--json'], { env: data })).out);
    const second = JSON.parse((await commscore(['migrate', '--json'], { env: data })).out);

    expect(first).toMatchObject({ database: 'embedded', applied: expect.arrayContaining([1]) });
    expect(second.applied).toEqual([]);
  }, 60_000);

  it.each([
    [['suggest', 'reviewers'], '--repo'],
    [['backtest', '--task', 'reviewers'], '--pack'],
    [['backtest', '--pack', 'x', '--task', 'dinner'], 'dinner'],
    [['dance'], 'dance'],
    [['suggest', 'reviewers', '--repo', '.', '--files', 'a', '--base', 'b'], '--files'],
  ])('exits with 2 and says what is wrong with the command line: %j', async (args, said) => {
    const { code, err } = await commscore(args);

    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it.each<[string[], string, Record<string, string>]>([
    [['learn', '--repo', '/does/not/exist'], 'no such folder', {}],
    [['suggest', 'reviewers', '--repo', tmpdir(), '--files', 'a'], 'not a git repository', {}],
    [['backtest', '--pack', '/does/not/exist', '--task', 'labels'], 'ENOENT', {}],
    [['backtest', '--pack', '-', '--task', 'labels', '--html', '/does/not/exist.html'], 'folder that is there', {}],
    [['migrate'], 'DATABASE_URL', { DATABASE_URL: 'http://example.com' }],
  ])('exits with 1 and names the cause: %j', async (args, said, more) => {
    const { code, out, err } = await commscore(args, { env: { ...env(), ...more } });

    expect(code).toBe(1);
    expect(err).toContain(said);
    expect(err).not.toContain('    at ');
    expect(out).toBe('');
  });
});

const PACK = [
  {
    kind: 'thread',
    type: 'issue',
    id: '1',
    time: '2026-01-01T00:00:00Z',
    author: 'bob',
    title: 'Cache evicts',
    body: 'The cache evicts entries.',
    labels: ['bug'],
    assignees: ['ada'],
    state: 'closed',
  },
  {
    kind: 'query',
    id: 'q1',
    time: '2026-02-01T00:00:00Z',
    want: ['assignees'],
    k: 3,
    item: { type: 'issue', author: 'bob', title: 'Cache evicts again', body: '' },
  },
  { kind: 'truth', id: 'q1', assignees: ['ada'] },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

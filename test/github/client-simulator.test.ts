import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { type GitHubClient, gitHubClient } from '../../src/github/client.ts';
import { GitHubAccessError } from '../../src/github/github-error.ts';
import type { HistoryBatch, HistoryCursor } from '../../src/github/history.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { testProbot } from './probot.ts';
import { tempFolder } from './temp-repository.ts';

const REPOSITORY = 'acme/engine';

let simulator: Simulator;
let folder: ReturnType<typeof tempFolder>;
let github: GitHubClient;
let installationId: number;
let logged: string[];
/** How far the simulator's clock is ahead. */
let aheadMs: number;

beforeEach(async () => {
  folder = tempFolder();
  aheadMs = 0;
  simulator = await startSimulator({ now: () => new Date(Date.now() + aheadMs) });
  simulator.addAccount({ login: 'mira', name: 'Mira Sol', emails: ['mira@example.com'] });
  simulator.addAccount({ login: 'renovate[bot]', type: 'Bot' });
  await simulator.addRepository({
    owner: 'acme',
    name: 'engine',
    private: true,
    labels: ['bug', 'docs'],
    collaborators: { mira: 'write' },
    categories: [{ name: 'Q&A', answerable: true }],
  });
  installationId = (await simulator.install('acme')).id;
  logged = [];
  github = clientOf({ patient: false });
});

function clientOf({ patient }: { patient: boolean }): GitHubClient {
  const { app, privateKey, address } = simulator;
  const probot = testProbot({ appId: app.id, privateKey, baseUrl: `${address}/api/v3`, logged, patient });
  return gitHubClient({ probot, web: address, dataDir: join(folder.path, 'data') });
}

afterEach(async () => {
  const violations = simulator.violations();
  await simulator.close();
  folder.remove();
  expect(violations).toEqual([]);
});

function ref(type: ThreadRef['type'], number: number): ThreadRef {
  return { installationId, owner: 'acme', repo: 'engine', type, number };
}

function tokens(): string[] {
  return [...simulator.world.state.tokens.keys()];
}

async function historyOf(since: HistoryCursor | null = null): Promise<HistoryBatch[]> {
  const batches: HistoryBatch[] = [];
  for await (const batch of github.readHistory(ref('issue', 1), since)) batches.push(batch);
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

describe('threads', () => {
  it('are read as they stand', async () => {
    const issue = await simulator.openIssue(REPOSITORY, {
      title: 'Breaks',
      body: 'Badly',
      author: 'ana',
      labels: ['bug'],
    });
    await simulator.comment({ repository: REPOSITORY, number: issue.number }, { author: 'bo', body: 'Same here' });
    await simulator.assign({ repository: REPOSITORY, number: issue.number }, ['mira'], 'mira');
    await simulator.closeThread({ repository: REPOSITORY, number: issue.number }, 'mira', 'not_planned');

    const reading = await github.readThread(ref('issue', issue.number));

    expect(reading?.fact).toMatchObject({
      type: 'issue',
      id: String(issue.number),
      author: 'ana',
      title: 'Breaks',
      body: 'Badly',
      labels: ['bug'],
      assignees: ['mira'],
      state: 'closed',
      outcome: 'not-planned',
    });
    expect(reading?.fact.participants).toEqual(expect.arrayContaining(['ana', 'bo']));
    expect(await github.readThread(ref('issue', 999))).toBeNull();
    expect(await github.readThread(ref('pull', issue.number))).toBeNull();
  });

  it('that are pull requests have files and reviewers', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'src/a.ts': '1\n' } });
    const pull = await simulator.openPull(REPOSITORY, {
      title: 'Add b',
      author: 'renovate[bot]',
      files: { 'src/b.ts': '1\n2\n' },
      draft: true,
      reviewers: ['mira'],
    });
    await simulator.reviewPull({ repository: REPOSITORY, number: pull.number }, { author: 'ana', state: 'COMMENTED' });

    expect(await github.readThread(ref('pull', pull.number))).toMatchObject({
      draft: true,
      authorIsBot: true,
      files: [{ path: 'src/b.ts', added: 2, deleted: 0 }],
      reviewers: ['mira', 'ana'],
      fact: { author: 'renovate[bot]', state: 'open', outcome: null },
    });
  });
});

describe('the one comment', () => {
  const first = '<!-- commscore:triage -->\nFirst';
  const second = '<!-- commscore:triage -->\nSecond';

  it.each(['issue', 'discussion'] as const)('on an %s is written, kept, edited and removed', async (type) => {
    const opening = { title: 'Help', author: 'ana' };
    const open = type === 'issue' ? simulator.openIssue : simulator.openDiscussion;
    const { number } = await open(REPOSITORY, opening);
    await simulator.comment({ repository: REPOSITORY, number }, { author: 'eve', body: `${first} (copied)` });
    const texts = () => simulator.comments(REPOSITORY, number).map(({ body }) => body);

    expect(await github.upsertComment(ref(type, number), null)).toBe('none');
    expect(await github.upsertComment(ref(type, number), first)).toBe('created');
    expect(await github.upsertComment(ref(type, number), first)).toBe('unchanged');
    expect(await github.upsertComment(ref(type, number), second)).toBe('updated');
    expect(texts()).toEqual([`${first} (copied)`, second]);
    expect(await github.upsertComment(ref(type, number), null)).toBe('removed');
    expect(texts()).toEqual([`${first} (copied)`]);
  });

  it.each(['issue', 'discussion'] as const)('on an %s is not written twice when the answer is lost', async (type) => {
    const open = type === 'issue' ? simulator.openIssue : simulator.openDiscussion;
    const { number } = await open(REPOSITORY, { title: 'Help', author: 'ana' });
    await github.upsertComment(ref(type, number), null);
    let asked = 0;
    simulator.faults.reset('after', {
      // The second request is the write; the first only looks.
      where: ({ path, method }) =>
        method === 'POST' && /comments$|graphql$/.test(path) && ++asked === (type === 'issue' ? 1 : 2),
    });

    expect(await github.upsertComment(ref(type, number), first)).toBe('created');
    expect(simulator.comments(REPOSITORY, number)).toHaveLength(1);
  });
});

describe('the library’s own second tries', () => {
  it('repeat what only reads', async () => {
    simulator.faults.serverError(502, { where: ({ path }) => path.endsWith('/labels') });

    expect(await clientOf({ patient: true }).readLabels(ref('issue', 1))).toContain('bug');
  });

  it('never repeat the writing of the comment', async () => {
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Help', author: 'ana' });
    simulator.faults.reset('after', { where: ({ method, path }) => method === 'POST' && path.endsWith('/comments') });

    await clientOf({ patient: true }).upsertComment(ref('issue', number), '<!-- commscore:triage -->\nHi');

    expect(simulator.comments(REPOSITORY, number)).toHaveLength(1);
  });
});

describe('what a repository has', () => {
  it('is read: labels, people, code owners and configuration', async () => {
    await simulator.push(REPOSITORY, {
      author: 'mira',
      message: 'Configure',
      files: { '.github/commscore.yml': 'mode: shadow\n', 'docs/CODEOWNERS': '* @mira\n' },
    });

    expect((await github.readConfig(ref('issue', 1))).config.mode).toBe('shadow');
    expect(await github.readCodeowners(ref('issue', 1))).toBe('* @mira\n');
    expect(await github.readLabels(ref('issue', 1))).toEqual(expect.arrayContaining(['bug', 'docs']));
    expect(await github.readAssignable(ref('issue', 1))).toContain('mira');
  });

  it('keeps the last good configuration when a push breaks it', async () => {
    const push = (text: string) =>
      simulator.push(REPOSITORY, { author: 'mira', message: 'x', files: { '.github/commscore.yml': text } });
    await push('mode: auto\n');
    await push('mode: nonsense\n');

    const { config, problems } = await github.readConfig(ref('issue', 1));

    expect(config.mode).toBe('auto');
    expect(problems).toHaveLength(1);
  });

  it('is out of reach when the installation is suspended', async () => {
    await simulator.suspend('acme');

    await expect(github.readLabels(ref('issue', 1))).rejects.toBeInstanceOf(GitHubAccessError);
  });
});

describe('installedRepositories', () => {
  it('gives all that the app was given, but no archived or suspended ones', async () => {
    await simulator.addRepository({ owner: 'acme', name: 'old', archived: true });
    await simulator.addRepository({ owner: 'other', name: 'tool' });
    await simulator.addRepository({ owner: 'gone', name: 'tool' });
    const other = await simulator.install('other');
    await simulator.install('gone');
    await simulator.suspend('gone');

    const found = [];
    for await (const repository of github.installedRepositories()) found.push(repository);

    expect(found).toEqual([
      { installationId, owner: 'acme', repo: 'engine' },
      { installationId: other.id, owner: 'other', repo: 'tool' },
    ]);
  });
});

describe('history', () => {
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
    aheadMs = 60_000;
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

    aheadMs = 120_000;
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
    expect(factsOf(news, 'thread').map(({ type }) => type)).not.toContain('discussion');
  });

  it('tells how far it is', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'README.md': 'x\n' } });
    await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });

    expect((await historyOf()).map(({ progress, cursor }) => [progress, cursor !== null])).toEqual([
      [{ what: 'commits', done: 1, total: 1 }, false],
      [{ what: 'documents', done: 1, total: 1 }, true],
      [{ what: 'threads', done: 1, total: 1 }, true],
    ]);
  });

  it('of an empty repository is empty', async () => {
    expect(await historyOf()).toEqual([]);
  });

  it('never shows the token: not to other programs, not in a file, not in the log', async () => {
    await simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'README.md': 'x\n' } });
    const seen = join(folder.path, 'seen');
    const before = process.env.PATH;
    const script = `#!/bin/sh\n{ echo "$@"; ps -ww -o args= -p $$; } >> '${seen}'\nPATH='${before}' exec git "$@"\n`;
    writeFileSync(join(folder.path, 'git'), script);
    chmodSync(join(folder.path, 'git'), 0o755);
    process.env.PATH = `${folder.path}:${before}`;
    try {
      await historyOf();
    } finally {
      process.env.PATH = before;
    }

    const commandLines = readFileSync(seen, 'utf8');
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const written = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n');
    expect(files.map(({ name }) => name)).toContain('config');
    expect(commandLines).toContain('fetch');
    expect(tokens().length).toBeGreaterThan(0);
    for (const token of tokens()) {
      const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
      for (const secret of [token, credentials]) {
        expect(commandLines).not.toContain(secret);
        expect(written).not.toContain(secret);
        expect(logged.join('')).not.toContain(secret);
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

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GitHubClient } from '../../src/github/client.ts';
import { GitHubAccessError } from '../../src/github/github-error.ts';
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

    const reading = await github.readThread(stage.ref('issue', issue.number));

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
      firstResponseAt: expect.any(String),
      lastWord: { byAuthor: false },
      tones: [{ week: expect.any(String), comments: 2, negative: 0, toxic: 0 }],
    });
    expect(reading?.fact.participants).toEqual(expect.arrayContaining(['ana', 'bo']));
    expect(await github.readThread(stage.ref('issue', 999))).toBeNull();
    expect(await github.readThread(stage.ref('pull', issue.number))).toBeNull();
  });

  it('belong to an open milestone, until they are taken out of it', async () => {
    const milestone = { title: 'Release 2', dueOn: '2026-12-01T00:00:00Z' };
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    await simulator.setMilestone({ repository: REPOSITORY, number }, milestone, 'mira');
    const planned = await github.readThread(stage.ref('issue', number));
    await simulator.setMilestone({ repository: REPOSITORY, number }, null, 'mira');

    expect(planned?.fact.milestone).toEqual({ number: 1, ...milestone });
    expect((await github.readThread(stage.ref('issue', number)))?.fact).not.toHaveProperty('milestone');
    expect(simulator.violations()).toEqual([]);
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

    expect(await github.readThread(stage.ref('pull', pull.number))).toMatchObject({
      draft: true,
      authorIsBot: true,
      files: [{ path: 'src/b.ts', added: 2, deleted: 0 }],
      reviewers: ['mira', 'ana'],
      fact: { author: 'renovate[bot]', state: 'open', outcome: null, lastWord: { byAuthor: false } },
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

    expect(await github.upsertComment(stage.ref(type, number), null)).toBe('none');
    expect(await github.upsertComment(stage.ref(type, number), first)).toBe('created');
    expect(await github.upsertComment(stage.ref(type, number), first)).toBe('unchanged');
    expect(await github.upsertComment(stage.ref(type, number), second)).toBe('updated');
    expect(texts()).toEqual([`${first} (copied)`, second]);
    expect(await github.upsertComment(stage.ref(type, number), null)).toBe('removed');
    expect(texts()).toEqual([`${first} (copied)`]);
  });

  it.each(['issue', 'discussion'] as const)('on an %s is not written twice when the answer is lost', async (type) => {
    const open = type === 'issue' ? simulator.openIssue : simulator.openDiscussion;
    const { number } = await open(REPOSITORY, { title: 'Help', author: 'ana' });
    await github.upsertComment(stage.ref(type, number), null);
    let asked = 0;
    simulator.faults.reset('after', {
      // The second request is the write; the first only looks.
      where: ({ path, method }) =>
        method === 'POST' && /comments$|graphql$/.test(path) && ++asked === (type === 'issue' ? 1 : 2),
    });

    expect(await github.upsertComment(stage.ref(type, number), first)).toBe('created');
    expect(simulator.comments(REPOSITORY, number)).toHaveLength(1);
  });
});

describe('the library’s own second tries', () => {
  it('repeat what only reads', async () => {
    simulator.faults.serverError(502, { where: ({ path }) => path.endsWith('/labels') });

    expect(await stage.patientClient().readLabels(stage.ref('issue', 1))).toContain('bug');
  });

  it('never repeat the writing of the comment', async () => {
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Help', author: 'ana' });
    simulator.faults.reset('after', { where: ({ method, path }) => method === 'POST' && path.endsWith('/comments') });

    await stage.patientClient().upsertComment(stage.ref('issue', number), '<!-- commscore:triage -->\nHi');

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

    expect((await github.readConfig(stage.ref('issue', 1))).config.mode).toBe('shadow');
    expect(await github.readCodeowners(stage.ref('issue', 1))).toBe('* @mira\n');
    expect(await github.readLabels(stage.ref('issue', 1))).toEqual(expect.arrayContaining(['bug', 'docs']));
    expect(await github.readAssignable(stage.ref('issue', 1))).toContain('mira');
  });

  it('is read where CODEOWNERS is larger than GitHub gives as JSON, but not beyond what it reads itself', async () => {
    const push = (text: string) =>
      simulator.push(REPOSITORY, { author: 'mira', message: 'x', files: { CODEOWNERS: text } });
    const large = `* @mira\n${'#'.repeat(2 * 1024 * 1024)}\n`;
    await push(large);

    expect(await github.readCodeowners(stage.ref('pull', 1))).toBe(large);
    await push(`* @mira\n${'#'.repeat(4 * 1024 * 1024)}\n`);
    github.forgetCached({ owner: 'acme', repo: 'engine' });
    expect(await github.readCodeowners(stage.ref('pull', 1))).toBe('');
  });

  it('of long lists is read whole, and their rest only where their beginning or length changed', async () => {
    const { collaborators } = simulator.repository(REPOSITORY);
    for (let n = 0; n < 250; n++) collaborators.set(simulator.addAccount({ login: `member-${n}` }), 'write');
    const read = async () => {
      simulator.clearLog();
      const [assignable, writers] = await Promise.all([
        github.readAssignable(stage.ref('pull', 1)),
        github.readWriters(stage.ref('pull', 1)),
      ]);
      const asked = simulator.requests.filter(({ path }) => !path.endsWith('/access_tokens')).length;
      return { assignable: assignable.size, writers: writers?.size, asked };
    };

    // The repository, two more pages of people, and three of those who may write.
    expect(await read()).toEqual({ assignable: 251, writers: 251, asked: 6 });
    stage.ahead(4 * 60_000);
    expect(await read()).toEqual({ assignable: 251, writers: 251, asked: 1 });
    collaborators.set(simulator.addAccount({ login: 'new' }), 'write');
    github.forgetCached({ owner: 'acme', repo: 'engine' });
    expect(await read()).toEqual({ assignable: 252, writers: 252, asked: 6 });
    collaborators.set(simulator.addAccount({ login: 'newer' }), 'write');
    stage.ahead(8 * 60_000);
    expect(await read()).toMatchObject({ assignable: 253, asked: 3 });
  });

  it('keeps the last good configuration when a push breaks it', async () => {
    const push = (text: string) =>
      simulator.push(REPOSITORY, { author: 'mira', message: 'x', files: { '.github/commscore.yml': text } });
    await push('mode: auto\n');
    await push('mode: nonsense\n');

    const { config, problems } = await github.readConfig(stage.ref('issue', 1));

    expect(config.mode).toBe('auto');
    expect(problems).toHaveLength(1);
  });

  it('is out of reach when the installation is suspended', async () => {
    await simulator.suspend('acme');

    await expect(github.readLabels(stage.ref('issue', 1))).rejects.toBeInstanceOf(GitHubAccessError);
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
      { installationId: stage.installationId, owner: 'acme', repo: 'engine' },
      { installationId: other.id, owner: 'other', repo: 'tool' },
    ]);
  });
});

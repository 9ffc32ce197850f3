import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, REPOSITORY, type Stage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
});

afterEach(() => stage.close());

describe('a team', () => {
  it('has its own members and those of every team below it', async () => {
    stage.simulator.addTeam({ organization: 'acme', slug: 'core', members: ['mira'] });
    stage.simulator.addTeam({ organization: 'acme', slug: 'queue', members: ['bo', 'mira'], parent: 'core' });
    stage.simulator.addTeam({ organization: 'acme', slug: 'web', members: ['eve'] });

    expect((await stage.github.readTeam(stage.ref('pull', 1), 'acme/core'))?.toSorted()).toEqual(['bo', 'mira']);
  });

  it('is read page by page', async () => {
    const members = Array.from({ length: 230 }, (_, at) => `member-${at}`);
    stage.simulator.addTeam({ organization: 'acme', slug: 'all', members });

    const read = await stage.github.readTeam(stage.ref('pull', 1), 'acme/all');

    expect(read?.toSorted()).toEqual(members.toSorted());
  });

  it('is asked for once in a while', async () => {
    stage.simulator.addTeam({ organization: 'acme', slug: 'core', members: ['mira'] });
    await stage.github.readTeam(stage.ref('pull', 1), 'acme/core');
    stage.simulator.clearLog();

    await stage.github.readTeam(stage.ref('pull', 1), 'acme/core');

    expect(stage.simulator.requests).toEqual([]);
  });

  it('is not told where there is none, where it is of others, or where the permission is missing', async () => {
    stage.simulator.addTeam({ organization: 'other', slug: 'core', members: ['eve'] });
    stage.simulator.addTeam({ organization: 'acme', slug: 'core', members: ['mira'] });
    const ref = stage.ref('pull', 1);

    expect(await stage.github.readTeam(ref, 'acme/none')).toBeNull();
    expect(await stage.github.readTeam(ref, 'other/core')).toBeNull();
    expect(await stage.github.readTeam(ref, 'nobody/core')).toBeNull();
    delete stage.simulator.app.permissions.members;
    for (const token of stage.simulator.world.state.tokens.values()) delete token.permissions.members;
    expect(await stage.github.readTeam(ref, 'acme/core')).toBeNull();
  });
});

describe('people who may write', () => {
  it('are those with the permission to push', async () => {
    const { collaborators } = stage.simulator.repository(REPOSITORY);
    collaborators.set(stage.simulator.addAccount({ login: 'reader' }), 'read');
    collaborators.set(stage.simulator.addAccount({ login: 'sorter' }), 'triage');
    collaborators.set(stage.simulator.addAccount({ login: 'boss' }), 'admin');

    expect([...((await stage.github.readWriters(stage.ref('pull', 1))) ?? [])].toSorted()).toEqual(['boss', 'mira']);
  });
});

describe('an address', () => {
  it('names whom GitHub said it is of, or whom a noreply address tells by itself', async () => {
    const clone = join(stage.folder, 'data/git/acme/engine.git');
    mkdirSync(clone, { recursive: true });
    const links = { 'mira@example.com': 'mira', 'ghost@example.com': null };
    writeFileSync(join(clone, 'commscore-authors.json'), JSON.stringify(links));
    const asked = ['Mira@Example.com', 'ghost@example.com', '7+bo@users.noreply.github.com', 'x@example.com'];

    expect([...(await stage.github.readAddresses(stage.ref('pull', 1), asked))]).toEqual([
      ['mira@example.com', 'mira'],
      ['7+bo@users.noreply.github.com', 'bo'],
    ]);
  });

  it('names nobody before the history is read', async () => {
    expect((await stage.github.readAddresses(stage.ref('pull', 1), ['mira@example.com'])).size).toBe(0);
  });
});

describe('who was taken off a thread', () => {
  it('is told with the thread: un-assigned, and not assigned again by a human', async () => {
    const { number } = await stage.simulator.openIssue(REPOSITORY, { title: 'Breaks', author: 'ana' });
    const name = { repository: REPOSITORY, number };
    for (const login of ['mira', 'bo', 'cy', 'di']) await stage.simulator.assign(name, [login], 'ana');
    await stage.simulator.unassign(name, ['mira', 'bo', 'cy'], 'ana');
    await stage.simulator.assign(name, ['bo'], 'ana');
    await stage.simulator.assign(name, ['cy'], 'commscore[bot]');

    expect((await stage.github.readThread(stage.ref('issue', number)))?.declined).toEqual(['mira', 'cy']);
  });

  it('is told with the thread: whose review request was removed', async () => {
    await stage.simulator.push(REPOSITORY, { author: 'mira', message: 'Start', files: { 'a.ts': '1\n' } });
    const opening = { title: 'Add b', author: 'ana', files: { 'b.ts': '1\n' }, reviewers: ['mira', 'bo'] };
    const { number } = await stage.simulator.openPull(REPOSITORY, opening);
    await stage.simulator.removeReviewRequest({ repository: REPOSITORY, number }, ['mira'], 'mira');

    const reading = await stage.github.readThread(stage.ref('pull', number));

    expect(reading).toMatchObject({ declined: ['mira'], reviewers: ['bo'], fact: { requested: ['bo'] } });
  });
});

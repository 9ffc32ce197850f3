import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loginOf } from '../demo/community/clone-authors.ts';
import { CloneError, seedClone } from '../demo/community/seed-clone.ts';
import { createGitRepository } from './git-repository.ts';
import { writeCommits } from './git-write.ts';
import { type Simulator, startSimulator } from './simulator.ts';

describe('a simulated repository made of a local one', () => {
  let simulator: Simulator;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-source-'));
    simulator = await startSimulator();
  });

  afterEach(async () => {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has its commits, its people by safe logins, and threads about its recent files', async () => {
    const source = join(folder, 'My Engine');
    const git = await createGitRepository(source, 'trunk');
    const commit = { branch: 'trunk', time: '2026-01-01T00:00:00Z' };
    await writeCommits(git, [
      {
        ...commit,
        from: null,
        author: { name: 'Ana Ñandú', email: 'ana@example.com' },
        message: 'Start (#41)',
        files: { 'src/a.py': 'a\n' },
      },
      {
        ...commit,
        from: ':1',
        author: { name: 'x', email: '7+bo-dev@users.noreply.github.com' },
        message: 'Add b',
        files: { 'src/b.py': 'b\n' },
      },
      {
        ...commit,
        from: ':2',
        author: { name: 'Ana Ñandú', email: 'ana@work.example' },
        message: 'Mend b',
        files: { 'src/b.py': 'b2\n' },
      },
    ]);

    git.close();
    const seeded = await seedClone(simulator, source);
    const opened = [];
    for (const delivery of seeded.deliveries) opened.push(await delivery.open(simulator));

    const repository = simulator.repository('local-demo/My-Engine');
    expect(seeded).toMatchObject({ repository: 'local-demo/My-Engine', commits: 3, people: 2 });
    expect([repository.defaultBranch, ...[...repository.collaborators.keys()].map(({ login }) => login)]).toEqual([
      'trunk',
      'ana-nandu',
      'bo-dev',
    ]);
    expect(opened.map(({ number, kind }) => [number, kind])).toEqual([
      [42, 'issue'],
      [43, 'issue'],
      [44, 'pull'],
      [45, 'discussion'],
    ]);
    expect(opened[0]?.body).toContain('src/b.py');
    expect(opened[2]).toMatchObject({ size: { files: [{ path: 'src/a.py' }, { path: 'src/b.py' }] } });
  });

  it('says clearly that a folder is no repository', async () => {
    await expect(seedClone(simulator, folder)).rejects.toThrow(CloneError);
  });

  it.each([
    ['Ana Lúcia', 'x@y.z', 'ana-lucia'],
    ['Ana', '123+Ana-L@users.noreply.github.com', 'Ana-L'],
    ['bot', '49699333+dependabot[bot]@users.noreply.github.com', 'dependabot[bot]'],
    ['../../etc', 'evil@x', 'etc'],
    ['赵一帆', 'yifan.zhao@example.com', 'yifan-zhao'],
  ])('makes of %s <%s> the login %s', (name, email, login) => {
    expect(loginOf(name, email)).toBe(login);
  });
});

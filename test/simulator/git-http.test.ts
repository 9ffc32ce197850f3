import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueToken } from './authentication.ts';
import { runGit } from './git-process.ts';
import { type Simulator, startSimulator } from './simulator.ts';

describe('simulated git over HTTP', () => {
  let simulator: Simulator;
  let folder: string;
  let token: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-clone-'));
    simulator = await startSimulator();
    await simulator.addRepository({ owner: 'acme', name: 'engine', private: true });
    const installation = await simulator.install('acme');
    token = issueToken(simulator.world.state, installation, {}, new Date()).token;
    await simulator.push('acme/engine', { author: 'mira', message: 'Start', files: { 'README.md': '# Engine\n' } });
  });

  afterEach(async () => {
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  });

  function address(credentials: string, repository = 'acme/engine'): string {
    return `${simulator.address.replace('//', `//${credentials}`)}/${repository}.git`;
  }

  const clone = (from: string): Promise<Buffer> =>
    runGit(['clone', '--quiet', '--bare', '--filter=blob:none', from, join(folder, 'clone.git')]);

  it('gives a clone without blobs, later commits, and blobs one by one', async () => {
    await clone(address(`x-access-token:${token}@`));
    await simulator.push('acme/engine', { author: 'ana', message: 'More', files: { 'docs/a.md': '# A\n' } });
    const inside = (...args: string[]) => runGit(['-C', join(folder, 'clone.git'), ...args]);

    await inside('fetch', '--quiet', 'origin', '+refs/heads/*:refs/heads/*');
    const log = await inside('log', '--format=%an|%s', '--name-status', 'main');
    const blob = await inside('show', 'main:docs/a.md');

    expect(log.toString()).toBe('ana|More\n\nA\tdocs/a.md\nmira|Start\n\nA\tREADME.md\n');
    expect(blob.toString()).toBe('# A\n');
    expect(simulator.violations()).toEqual([]);
  });

  it('refuses a private repository to strangers and to tokens that are none', async () => {
    await expect(clone(address(''))).rejects.toThrow();
    await expect(clone(address('x-access-token:ghs_nonsense@'))).rejects.toThrow();
    await expect(clone(address(`x-access-token:${token}@`, 'acme/missing'))).rejects.toThrow(/not found/i);
  });

  it('names the head of a pull request by its number', async () => {
    const pull = await simulator.openPull('acme/engine', { title: 'Add', author: 'ana', files: { b: 'b\n' } });

    const found = await runGit(['ls-remote', address(`x-access-token:${token}@`), `refs/pull/${pull.number}/head`]);

    expect(found.toString()).toBe(`${pull.head.sha}\trefs/pull/1/head\n`);
  });
});

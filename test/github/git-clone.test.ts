import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cloneFolder, fetchClone, moveClone, removeClone } from '../../src/github/git-clone.ts';
import { runGit } from '../../src/github/git-command.ts';
import { GitError } from '../../src/github/git-error.ts';
import { gitRepository, tempFolder } from './temp-repository.ts';

const TOKEN = 'ghs_averysecrettoken';

let folder: ReturnType<typeof tempFolder>;
let origin: ReturnType<typeof gitRepository>;
let address: { owner: string; repo: string; web: string; dataDir: string };

beforeEach(() => {
  folder = tempFolder();
  origin = gitRepository(join(folder.path, 'Acme', 'hello.git'));
  origin.git(['config', 'uploadpack.allowFilter', 'true']);
  address = { owner: 'Acme', repo: 'hello', web: `file://${folder.path}`, dataDir: join(folder.path, 'data') };
});

afterEach(() => folder.remove());

describe('fetchClone', () => {
  it('brings the default branch, and no contents', async () => {
    const id = origin.commit({ files: { 'a.txt': 'text' } });

    const clone = await fetchClone(address, TOKEN);

    expect(clone?.head).toBe(id);
    const missing = await runGit({
      args: ['rev-list', '--objects', '--missing=print', 'HEAD'],
      directory: cloneFolder(address),
    });
    expect(missing).toMatch(/^\?/m);
  });

  it('follows new commits, a force push and another default branch', async () => {
    const first = origin.commit();
    await fetchClone(address, TOKEN);

    const second = origin.commit();
    expect((await fetchClone(address, TOKEN))?.head).toBe(second);

    origin.git(['reset', '--quiet', '--hard', first]);
    expect((await fetchClone(address, TOKEN))?.head).toBe(first);

    origin.git(['checkout', '--quiet', '-b', 'next']);
    const other = origin.commit();
    expect((await fetchClone(address, TOKEN))?.head).toBe(other);
  });

  it('gives null while there is no commit', async () => {
    expect(await fetchClone(address, TOKEN)).toBeNull();
    const id = origin.commit();
    expect((await fetchClone(address, TOKEN))?.head).toBe(id);
  });

  it.each([
    ['refs/heads/default.lock', ''],
    ['HEAD', 'nonsense'],
    ['config.lock', ''],
  ])('makes it anew where a kill left %s behind', async (file, text) => {
    origin.commit();
    await fetchClone(address, TOKEN);
    const id = origin.commit();
    writeFileSync(join(cloneFolder(address), file), text);

    expect((await fetchClone(address, TOKEN))?.head).toBe(id);
  });

  it('fails where there is no such repository, and tells no secret', async () => {
    const [result] = await Promise.allSettled([fetchClone({ ...address, repo: 'other' }, TOKEN)]);

    const error: unknown = result?.status === 'rejected' ? result.reason : null;
    expect(error).toBeInstanceOf(GitError);
    expect(`${error}`).toContain('other.git');
    expect(`${error}`).not.toContain(TOKEN);
  });

  it('goes on under a new name, of another owner too', async () => {
    const id = origin.commit();
    await fetchClone(address, TOKEN);
    const renamed = { ...address, owner: 'Apex', repo: 'hi' };

    await moveClone(address, renamed);
    await moveClone(address, renamed);

    expect(existsSync(cloneFolder(address))).toBe(false);
    expect((await runGit({ args: ['rev-parse', 'HEAD'], directory: cloneFolder(renamed) })).trim()).toBe(id);
  });

  it('gives way to one that was made under the new name before', async () => {
    const old = origin.commit();
    await fetchClone(address, TOKEN);
    const again = { ...address, dataDir: join(folder.path, 'other') };
    const young = origin.commit();
    await fetchClone(again, TOKEN);

    await moveClone(address, again);

    expect(existsSync(cloneFolder(address))).toBe(false);
    const head = await runGit({ args: ['rev-parse', 'HEAD'], directory: cloneFolder(again) });
    expect([old, young].indexOf(head.trim())).toBe(1);
  });

  it('is removed whole', async () => {
    origin.commit();
    await fetchClone(address, TOKEN);

    await removeClone(address);
    await removeClone(address);

    expect(existsSync(cloneFolder(address))).toBe(false);
  });
});

describe('cloneFolder', () => {
  it.each([
    ['Acme', '.github', 'data/git/acme/.github.git'],
    ['a_b', 'x-1.y', 'data/git/a_b/x-1.y.git'],
  ])('of %s/%s is %s', (owner, repo, path) => {
    expect(cloneFolder({ owner, repo, dataDir: 'data' })).toBe(path);
  });

  it.each([
    ['..', 'x'],
    ['a', '..'],
    ['a', '.'],
    ['a/b', 'x'],
    ['a', 'x/../y'],
    ['a', ''],
    ['', 'x'],
    ['-u', 'x'],
    ['a', 'x\0'],
    ['a', 'x\n'],
    ['a', '源'],
  ])('is none for %j / %j', (owner, repo) => {
    expect(() => cloneFolder({ owner, repo, dataDir: 'data' })).toThrow(TypeError);
  });
});

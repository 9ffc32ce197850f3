import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCloneOrigin } from '../../src/github/clone-origin.ts';
import { GitError } from '../../src/github/git-error.ts';

describe('the origin of a clone', () => {
  let folder: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      stdio: 'pipe',
    });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-origin-'));
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '--message', 'first');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is not told where there is no remote', async () => {
    expect(await readCloneOrigin(folder)).toBeNull();
  });

  it.each([
    ['https://github.com/acme/app.git', 'acme/app'],
    ['https://github.com/acme/app/', 'acme/app'],
    ['git@github.com:acme/my.app.git', 'acme/my.app'],
    ['ssh://git@github.example.com:22/acme/app', 'acme/app'],
    ['/srv/mirrors/acme/app', 'acme/app'],
  ])('is read from %s', async (address, name) => {
    git('config', 'remote.origin.url', address);

    expect(await readCloneOrigin(folder)).toBe(name);
  });

  it('is of a clone only', async () => {
    await expect(readCloneOrigin(join(folder, 'none'))).rejects.toThrow(GitError);
  });
});

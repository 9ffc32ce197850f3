import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockFolder } from '../../src/store/folder-lock.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { processStart } from '../../src/store/process-start.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commscore-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holderOf = async (dataDir: string) => {
  const numbers = (await readdir(dataDir))
    .filter((name) => /^lock\.\d+$/.test(name))
    .map((name) => Number(name.slice(5)));
  return JSON.parse(await readFile(join(dataDir, `lock.${Math.max(...numbers)}`), 'utf8'));
};

describe('the embedded database', () => {
  it('keeps its data in the folder and belongs to one opener at a time', async () => {
    const dataDir = join(folder, 'new', 'data');
    const first = await openDatabase({ dataDir });
    await first.pool.query('create table kept (n int)');

    await expect(openDatabase({ dataDir })).rejects.toThrow(
      `the data folder ${dataDir} is in use by process ${process.pid}`,
    );
    await first.close();

    const second = await openDatabase({ dataDir });
    expect((await second.pool.query('select count(*)::int as n from kept')).rows).toEqual([{ n: 0 }]);
    await second.close();
  }, 120_000);

  it('says which folder it cannot write to', async () => {
    await writeFile(join(folder, 'file'), '');

    await expect(openDatabase({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(
      `cannot write to COMMSCORE_DATA_DIR (${join(folder, 'file', 'data')})`,
    );
  });
});

describe('the lock of a folder', () => {
  it('is free again after its process was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const held = await lockFolder(folder, { ...(await ownHolder()), pid: child.pid ?? 0, start: startOf(child.pid) });
    expect(held.taken).toBe(true);

    expect(await lockFolder(folder)).toMatchObject({ taken: false, holder: { pid: child.pid } });
    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(await lockFolder(folder)).toMatchObject({ taken: true });
    expect((await holderOf(folder)).pid).toBe(process.pid);
  });

  it('is not taken for held when the number of its process was given to another', async () => {
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ ...(await ownHolder()), start: 'long ago' }));

    expect(await lockFolder(folder)).toMatchObject({ taken: true });
  });

  it('is not held by a file that was cut off', async () => {
    await writeFile(join(folder, 'lock.1'), '{"pid":');

    expect(await lockFolder(folder)).toMatchObject({ taken: true });
  });

  it('is taken by one of many that start at once after a crash', async () => {
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ ...(await ownHolder()), pid: 2 ** 22 + 1, start: 'x' }));

    const locks = await Promise.all(Array.from({ length: 8 }, () => lockFolder(folder)));

    expect(locks.filter((lock) => lock.taken)).toHaveLength(1);
  });

  it('has one holder at most while many come and go', async () => {
    let holders = 0;
    let taken = 0;
    const comeAndGo = async () => {
      for (let round = 0; round < 25; round++) {
        const lock = await lockFolder(folder);
        if (!lock.taken) continue;
        taken += 1;
        holders += 1;
        expect(holders).toBe(1);
        await sleep(1);
        holders -= 1;
        await lock.release();
      }
    };

    await Promise.all(Array.from({ length: 8 }, comeAndGo));

    expect(taken).toBeGreaterThan(8);
  });

  it('of another machine holds as long as its heart beats', async () => {
    const elsewhere = { pid: 1, start: '1', host: 'another-container' };
    const theirs = await lockFolder(folder, elsewhere);

    expect(await lockFolder(folder)).toEqual({ taken: false, holder: elsewhere });
    if (theirs.taken) await theirs.release();
    expect(await lockFolder(folder)).toMatchObject({ taken: true });
  });

  async function ownHolder(): Promise<{ pid: number; start: string; host: string }> {
    const own = mkdtempSync(join(folder, 'own-'));
    const lock = await lockFolder(own);
    const holder = await holderOf(own);
    if (lock.taken) await lock.release();
    return holder;
  }

  function startOf(pid: number | undefined): string {
    return processStart(pid ?? 0) ?? '';
  }
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { APP, credentials, startContender } from './contender.ts';
import type { MemorySource } from './memory-process.ts';

const PER_CHANGES = 25_000;
const IDLE_MS = 10_000;
const MEASURED = fileURLToPath(new URL('./memory-process.js', import.meta.url));

/** Resident and live memory, each in a fresh process and after a full collection of garbage. */
export async function benchMemory(print: (line: string) => void): Promise<void> {
  const bare = await measured('nothing');
  if (bare === null) throw new Error('the bare process was not measured');
  print(`  bare process: ${mebibytes(bare.resident)} MiB`);
  for (const source of ['rev-kafka', 'synthetic'] as const) {
    const name = source === 'synthetic' ? 'made up, sized like edk2' : source;
    const result = await measured(source);
    if (result === null) {
      print(`  ${name}: skipped, the pack is not there`);
      continue;
    }
    const per = ((result.resident - bare.resident) * PER_CHANGES) / result.changes;
    print(`  ${name}: ${mebibytes(per)} MiB per ${PER_CHANGES} changes over it (${result.changes} changes learnt)`);
  }
  for (const source of ['related-go', 'labels-go'] as const) {
    const result = await measured(source);
    if (result === null) {
      print(`  ${source}: skipped, the pack is not there`);
      continue;
    }
    const per = (result.live - bare.live) / result.threads / 1024;
    print(`  ${source}: ${per.toFixed(1)} KiB of live memory a thread (${result.threads} threads learnt)`);
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-bench-'));
  try {
    const first = mebibytes(await idleApp(dataDir));
    const again = mebibytes(await idleApp(dataDir));
    print(`  the whole app, idle on the embedded store: ${again} MiB (${first} MiB after its very first start)`);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Measured {
  resident: number;
  /** What is in use of it. */
  live: number;
  changes: number;
  threads: number;
}

async function measured(source: MemorySource): Promise<Measured | null> {
  const child = fork(MEASURED, [source], { execArgv: ['--expose-gc'] });
  const [result] = await once(child, 'message');
  return result as Measured | null;
}

async function idleApp(dataDir: string): Promise<number> {
  const env = { ...credentials(), LOG_LEVEL: 'error', COMMSCORE_DATA_DIR: dataDir };
  const app = await startContender('CommScore', APP, env);
  try {
    await sleep(IDLE_MS);
    return await residentOf(app.pid);
  } finally {
    await app.end();
  }
}

/** Told by Linux only; NaN elsewhere. */
async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) * 1024;
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

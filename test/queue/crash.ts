import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import type { Place } from './place.ts';

const HOOK = join(import.meta.dirname, '../servers/typescript.js');
const WORKER = join(import.meta.dirname, 'crashing-worker.ts');
const AT_A_TIME = 4;
/** Each process starts anew, which takes seconds where the database is inside it. */
const PATIENCE_MS = 60_000;

/** Kills a process that adds and runs jobs, twice, and looks what became of the jobs. */
export async function crashTwice(place: Place): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'commscore-crash-'));
  const done = join(folder, 'done');
  const runs = () => readLines(done);

  const added = await untilKilled({ place, from: 0, to: 120, done }, (acknowledged) => {
    return acknowledged.length > 40 && runs().length > 10;
  });
  const before = runs().length;
  await untilKilled({ place, from: 0, to: 0, done }, () => runs().length > before + 3 || lacks(runs(), added) === 0);
  await untilKilled({ place, from: 2000, to: 2001, done }, () => lacks(runs(), [...added, '2000']) === 0);

  const twice = runs().length - new Set(runs()).size;
  expect(added.length).toBeGreaterThan(40);
  expect(twice).toBeLessThanOrEqual(2 * AT_A_TIME);
  rmSync(folder, { recursive: true, force: true });
}

interface Task {
  place: Place;
  from: number;
  to: number;
  done: string;
}

/** Lets a process run until enough is done, then kills it; tells the jobs whose adding it had acknowledged. */
async function untilKilled(task: Task, isEnough: (acknowledged: string[]) => boolean): Promise<string[]> {
  const args = ['--import', HOOK, WORKER, JSON.stringify(task)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const acknowledged = () => output.split('\n').slice(0, -1);
  try {
    const isSo = () => {
      if (child.exitCode !== null) throw new Error(`the worker ended by itself:\n${complaints}`);
      return isEnough(acknowledged());
    };
    await eventually('enough was done', isSo, PATIENCE_MS);
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
  return acknowledged();
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

function lacks(found: string[], expected: string[]): number {
  const all = new Set(found);
  return expected.filter((line) => !all.has(line)).length;
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** When the process was started, in the words of the system; null where no such process runs. */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') return startFromProc(pid);
  if (process.platform === 'win32') return isRunning(pid) ? 'running' : null;
  return startFromPs(pid);
}

const STATE = 0;
const START_TIME = 19;

function startFromProc(pid: number): string | null {
  try {
    // The name of the program comes first, in brackets, and may itself hold brackets and spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[STATE] === 'Z' ? null : (fields[START_TIME] ?? null);
  } catch {
    return null;
  }
}

function startFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

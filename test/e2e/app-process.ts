import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually } from '../fakes/eventually.ts';
import { freePort } from '../servers/server-process.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The real process, as `npm start` runs it. */
export interface AppProcess {
  url: string;
  webhookUrl: string;
  /** Log lines so far. */
  log(): string;
  running(): boolean;
  /** Ends it and says with which code; null where a signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Starts it with nothing in its environment but these, and waits until it answers. */
export async function startAppProcess(
  env: Record<string, string>,
  { upWhen = '/healthz', patienceMs = 60_000 } = {},
): Promise<AppProcess> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: port, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const url = `http://127.0.0.1:${port}`;
  const isAnswering = async () => {
    if (child.exitCode !== null) throw new Error(`the process ended:\n${output()}`);
    return isUp(url + upWhen);
  };
  await eventually('the process answers', isAnswering, patienceMs);
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    log: output,
    running: () => child.exitCode === null && child.signalCode === null,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

/** Runs it until it ends by itself. */
export async function runAppProcess(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  await once(child, 'close');
  return { code: child.exitCode, output: output() };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text;
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

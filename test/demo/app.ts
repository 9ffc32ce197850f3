import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** The real process, as `npm start` runs it. */
export interface DemoApp {
  url: string;
  end(): Promise<void>;
}

type LogLine = Record<string, unknown> & { msg?: string; level?: number };

/** Resolves when it answers. @throws Error with its last lines where it ends instead. */
export async function startApp(env: Record<string, string>, hear: (line: LogLine) => void): Promise<DemoApp> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const last = listen(child, hear);
  const url = `http://127.0.0.1:${env.PORT}`;
  while (!(await isUp(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`the app ended:\n${last.join('\n')}`);
    await sleep(50);
  }
  return {
    url,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const LINES_KEPT = 20;

function listen(child: ChildProcess, hear: (line: LogLine) => void): string[] {
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (text) => {
      last.push(text);
      if (last.length > LINES_KEPT) last.shift();
      if (text.startsWith('{')) hear(JSON.parse(text) as LogLine);
    });
  }
  return last;
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** The wanted port, or any free one where that is taken. */
export async function freePort(wanted: number): Promise<number> {
  for (const port of [wanted, 0]) {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) =>
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
    );
    if (!listening) continue;
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address !== null && typeof address === 'object') return address.port;
  }
  throw new Error('no port is free on this machine');
}

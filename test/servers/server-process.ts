import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ServerProcess {
  start(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

interface ServerCommand {
  program: string;
  args: string[];
  /** Only needed where the program refuses to run as root. */
  user?: { uid: number; gid: number } | undefined;
  isUp: () => Promise<boolean>;
}

const START_TIMEOUT_MS = 20_000;

export function serverProcess({ program, args, user, isUp }: ServerCommand): ServerProcess {
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    let output = '';
    const started = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...user });
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-2000);
    };
    started.stdout.on('data', keep);
    started.stderr.on('data', keep);
    child = started;
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await isUp())) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error(`${program} did not start:\n${output}`);
      await sleep(50);
    }
  }

  async function stop(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  return { start, stop };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../test/servers/server-process.ts';

/** A process that takes webhooks. */
export interface Contender {
  name: string;
  port: number;
  pid: number;
  /** Leaves the machine to others for a while. */
  pause(): void;
  resume(): void;
  end(): Promise<void>;
}

export const BARE_PROBOT = fileURLToPath(new URL('./bare-probot.js', import.meta.url));
/** The app as it is installed. */
export const APP = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export const WEBHOOK_SECRET = 'bench';

/** Starts a server of Node and waits until it answers. @throws Error where it ends instead */
export async function startContender(name: string, script: string, env: Record<string, string>): Promise<Contender> {
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await isUp(`http://127.0.0.1:${port}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
    await sleep(50);
  }
  return {
    name,
    port,
    pid: child.pid ?? 0,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async end() {
      if (child.exitCode !== null) return;
      child.kill('SIGCONT');
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Of an App that exists nowhere. */
export function credentials(): Record<string, string> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    APP_ID: '1',
    PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    WEBHOOK_SECRET,
    // Nobody listens there: what is measured is the door, not the work behind it.
    GHE_HOST: '127.0.0.1:9',
    GHE_PROTOCOL: 'http',
  };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

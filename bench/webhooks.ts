import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { postgresBinaries, startPostgres } from '../test/servers/postgres.ts';
import { redisBinary, startRedis } from '../test/servers/redis.ts';
import { freePort } from '../test/servers/server-process.ts';
import { type LoadResult, quantile, sendWebhooks } from './load.ts';

const SECRET = 'bench';
const ROUNDS = 5;
const LOAD = { requests: 1_500, connections: 32 };

const BARE = fileURLToPath(new URL('./bare-probot.js', import.meta.url));
const APP = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

interface Contender {
  name: string;
  url: string;
  end(): Promise<void>;
}

/**
 * Acknowledged webhooks a second, each backend in turn with a bare Probot in every round, so that a ratio is of one
 * moment of the machine. The web role alone where there is a database to split on; the embedded one works as it goes.
 */
export async function benchWebhooks(print: (line: string) => void): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  const contenders = [await bareProbot()];
  try {
    contenders.push(...(await appContenders(closers, print)));
    const results = new Map(contenders.map(({ name }) => [name, [] as LoadResult[]]));
    for (const { url } of contenders) await sendWebhooks({ ...LOAD, url, secret: SECRET, requests: 300 });
    for (let round = 0; round < ROUNDS; round++) {
      for (const { name, url } of contenders) {
        results.get(name)?.push(await sendWebhooks({ ...LOAD, url, secret: SECRET }));
      }
    }
    report(results, print);
  } finally {
    for (const { end } of contenders) await end();
    for (const close of closers.reverse()) await close();
  }
}

function report(results: Map<string, LoadResult[]>, print: (line: string) => void): void {
  const [bare = []] = results.values();
  print(`webhooks acknowledged, ${LOAD.connections} connections, median of ${ROUNDS} rounds of ${LOAD.requests}`);
  for (const [name, rounds] of results) {
    const median = (of: (r: LoadResult) => number) => quantile(rounds.map(of), 0.5);
    const ratio = quantile(
      rounds.map((r, i) => r.perSecond / (bare[i]?.perSecond ?? Number.NaN)),
      0.5,
    );
    print(
      `  ${name.padEnd(24)} ${median((r) => r.perSecond)
        .toFixed(0)
        .padStart(6)}/s   ${ratio.toFixed(2)} of bare   ` +
        `p50 ${median((r) => r.p50Ms).toFixed(1)} ms   p99 ${median((r) => r.p99Ms).toFixed(1)} ms`,
    );
  }
}

function bareProbot(): Promise<Contender> {
  return startNode('bare Probot', BARE, { WEBHOOK_SECRET: SECRET });
}

async function appContenders(closers: (() => Promise<void>)[], print: (line: string) => void): Promise<Contender[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-bench-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const base = {
    APP_ID: '1',
    PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    WEBHOOK_SECRET: SECRET,
    // Nobody listens there: what is measured is the door, not the work behind it.
    GHE_HOST: '127.0.0.1:9',
    GHE_PROTOCOL: 'http',
    LOG_LEVEL: 'fatal',
    COMMSCORE_DATA_DIR: dataDir,
  };
  const contenders: Contender[] = [];
  if (postgresBinaries === null) print('PostgreSQL is not installed, so it is not measured');
  else {
    const postgres = await startPostgres();
    closers.push(() => postgres.remove());
    const web = async () => ({ ...base, COMMSCORE_ROLE: 'web', DATABASE_URL: await postgres.createDatabase() });
    contenders.push(await startNode('CommScore on PostgreSQL', APP, await web()));
    if (redisBinary === null) print('Redis is not installed, so it is not measured');
    else {
      const redis = await startRedis();
      closers.push(() => redis.remove());
      contenders.push(await startNode('CommScore on Redis', APP, { ...(await web()), REDIS_URL: redis.url }));
    }
  }
  contenders.push(await startNode('CommScore embedded', APP, base));
  return contenders;
}

async function startNode(name: string, script: string, env: Record<string, string>): Promise<Contender> {
  const port = String(await freePort());
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: port, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}`;
  while (!(await isUp(`${address}/healthz`))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start`);
  }
  return {
    name,
    url: `${address}/api/github/webhooks`,
    async end() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return false;
  }
}

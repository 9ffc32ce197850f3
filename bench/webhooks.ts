import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresBinaries, startPostgres } from '../test/servers/postgres.ts';
import { redisBinary, startRedis } from '../test/servers/redis.ts';
import { APP, BARE_PROBOT, type Contender, credentials, startContender, WEBHOOK_SECRET } from './contender.ts';
import { type LoadResult, sendWebhooks } from './load.ts';
import { median } from './quantile.ts';

const ROUNDS = 7;
const CONNECTIONS = 32;
const REQUESTS = 1_500;
const WARM_UP_REQUESTS = 1_500;
const GOAL = 0.5;

/** What is to be ended after the measurement, in reverse. */
type Closers = (() => Promise<void>)[];

/**
 * Webhooks acknowledged a second, every contender in turn in every round, so that a ratio to bare Probot is of one
 * moment of the machine. The web role where there is a database to split on; the embedded store also does the work.
 */
export async function benchWebhooks(print: (line: string) => void): Promise<void> {
  const closers: Closers = [];
  try {
    const contenders = await startContenders(closers, print);
    for (const { pause } of contenders) pause();
    const measure = measurer();
    for (const contender of contenders) await measure(contender, WARM_UP_REQUESTS);
    const results = contenders.map(({ name }) => ({ name, rounds: [] as LoadResult[] }));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [n, contender] of contenders.entries()) results[n]?.rounds.push(await measure(contender, REQUESTS));
    }
    report(results, print);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

function measurer(): (contender: Contender, requests: number) => Promise<LoadResult> {
  let first = 1;
  return async ({ port, pause, resume }, requests) => {
    resume();
    const load = {
      port,
      path: '/api/github/webhooks',
      secret: WEBHOOK_SECRET,
      connections: CONNECTIONS,
      requests,
      first,
    };
    first += requests;
    const result = await sendWebhooks(load);
    pause();
    return result;
  };
}

function report(results: { name: string; rounds: LoadResult[] }[], print: (line: string) => void): void {
  const bare = results[0]?.rounds ?? [];
  print(
    `${CONNECTIONS} connections, bodies of 12 kB, medians of ${ROUNDS} rounds of ${REQUESTS} (goal: ${GOAL} of bare)`,
  );
  for (const { name, rounds } of results) {
    const middle = (of: (result: LoadResult) => number) => median(rounds.map(of));
    const ratios = rounds.map(({ perSecond }, n) => perSecond / (bare[n]?.perSecond ?? Number.NaN));
    print(
      `  ${name.padEnd(26)}${middle((r) => r.perSecond)
        .toFixed(0)
        .padStart(6)}/s` +
        `  ${median(ratios).toFixed(2)} of bare (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})` +
        `  p50 ${middle((r) => r.p50Ms).toFixed(1)} ms  p99 ${middle((r) => r.p99Ms).toFixed(1)} ms` +
        `  sender busy ${(100 * middle((r) => r.senderBusy)).toFixed(0)} %`,
    );
  }
}

async function startContenders(closers: Closers, print: (line: string) => void): Promise<Contender[]> {
  const contenders: Contender[] = [];
  const start = async (name: string, script: string, env: Record<string, string>) => {
    const contender = await startContender(name, script, { ...credentials(), LOG_LEVEL: 'warn', ...env });
    closers.push(contender.end);
    contenders.push(contender);
  };
  await start('bare Probot', BARE_PROBOT, {});
  const databases = await startServers(closers, print);
  if (databases !== null) {
    await start('CommScore on PostgreSQL', APP, await databases.postgres());
    if (databases.redisUrl !== null) {
      await start('CommScore on Redis', APP, { ...(await databases.postgres()), REDIS_URL: databases.redisUrl });
    }
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-bench-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  await start('CommScore embedded', APP, { COMMSCORE_DATA_DIR: dataDir });
  return contenders;
}

interface Servers {
  /** Settings that lead to an empty database, for the web role. */
  postgres(): Promise<Record<string, string>>;
  redisUrl: string | null;
}

async function startServers(closers: Closers, print: (line: string) => void): Promise<Servers | null> {
  if (redisBinary === null) print('  on Redis: skipped, redis-server is not installed');
  if (postgresBinaries === null) {
    print('  on PostgreSQL (and on Redis, which needs it beside): skipped, PostgreSQL is not installed');
    return null;
  }
  const postgres = await startPostgres();
  closers.push(() => postgres.remove());
  const redis = redisBinary === null ? null : await startRedis();
  if (redis !== null) closers.push(() => redis.remove());
  return {
    postgres: async () => ({ COMMSCORE_ROLE: 'web', DATABASE_URL: await postgres.createDatabase() }),
    redisUrl: redis?.url ?? null,
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dashboardData } from '../src/app-data.ts';
import { defaultConfig } from '../src/config/repository-config.ts';
import { variablesInForce } from '../src/config/variables-in-force.ts';
import { finish } from '../src/match/steps.ts';
import { openQueue } from '../src/queue/open-queue.ts';
import { migrate } from '../src/store/migrate.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore, type DatabaseStore } from '../src/store/open-store.ts';
import { type Job, laneOf } from '../src/triage/job.ts';
import { madeParts, measuredParts } from '../src/triage/measured-parts.ts';
import { createMetrics } from '../src/web/metrics.ts';
import { pages } from '../src/web/pages.ts';
import { webHandler } from '../src/web/web-handler.ts';
import { madeUpCommunity } from './made-up-community.ts';
import { measuredFacts } from './measured-facts.ts';
import { quantile } from './quantile.ts';

/** Half of what is made up are threads. */
const SIZE = { people: 5_000, interactions: 276_000, circles: 60 };
const THREADS = 50_000;
const REF = { installationId: 1, owner: 'acme', repo: 'app' };
const ROUNDS = 60;
const WARM_UP = 3;
const GOAL_MS = 100;
const EMPTY = '/healthz';
const PREFIX = '/repositories/acme/app';
const WIDTH = 56;

type Print = (line: string) => void;

/** Time to answer of every page, as HTML, JSON and CSV, of a large repository in a real database, one after another. */
export async function benchPages(print: Print): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-pages-'));
  const database = await openDatabase({ databaseUrl: process.env.BENCH_DATABASE_URL, dataDir });
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  try {
    await migrate(database.pool);
    const store = createStore(database.pool);
    const queue = await openQueue<Job>({ pool: database.pool, laneOf, log: quiet });
    await load(store, print);
    const config = { config: defaultConfig, files: [], problems: [] };
    const github = { readConfig: async () => config, readConfigFiles: async () => config };
    const progress = { of: () => ({ percent: null, minutesLeft: null, pausedUntil: null }) };
    const data = dashboardData(store, queue, progress, github, variablesInForce({}));
    const handler = webHandler({
      version: '0',
      webUrl: 'https://github.com',
      dashboard: 'local',
      checks: { database: () => store.ping(), queue: () => queue.ping() },
      metrics: createMetrics({ queueCounts: () => data.queueCounts() }),
      now: () => new Date(),
      log: quiet,
      data,
    });
    await measure(handler, print);
    await queue.close();
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function load(store: DatabaseStore, print: Print): Promise<void> {
  const started = performance.now();
  const facts = madeUpCommunity(SIZE);
  const threads = facts.filter(({ kind }) => kind === 'thread').length;
  if (threads < THREADS) throw new Error(`only ${threads} threads were made up`);
  await store.addFacts(REF, facts, 'keep');
  await store.saveLearning(REF, 'learnt');
  const loaded = performance.now();
  const input = measuredFacts(facts);
  for (const part of madeParts) {
    const body = finish<unknown>(measuredParts[part](input)) as never;
    const begun = (await store.beginMeasuring(REF)) ?? 0;
    await store.saveMeasurement(REF, part, { at: new Date().toISOString(), body, begun });
  }
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(0);
  print(`  ${threads} threads and ${facts.length - threads} changes of ${SIZE.people} people`);
  print(`  stored in ${seconds(started, loaded)} s, measured in ${seconds(loaded, performance.now())} s`);
}

async function measure(handler: ReturnType<typeof webHandler>, print: Print): Promise<void> {
  const server = createServer(async (req, res) => {
    if (!(await handler(req, res))) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  print(
    `  ${'times in ms; beside each the empty page, asked in turn'.padEnd(WIDTH)}      p50      p95       kB      p50      p95`,
  );
  let worst = 0;
  for (const path of addresses()) {
    const { times, empty, size } = await timesOf(`http://localhost:${port}`, path);
    worst = Math.max(worst, quantile(times, 0.95));
    const cells = [
      quantile(times, 0.5),
      quantile(times, 0.95),
      size / 1000,
      quantile(empty, 0.5),
      quantile(empty, 0.95),
    ];
    print(`  ${path.replace(PREFIX, '').padEnd(WIDTH)}${cells.map(cell).join('')}`);
  }
  print(`  worst p95 ${worst.toFixed(1)} ms; goal: under ${GOAL_MS} ms`);
  await new Promise((resolve) => server.close(resolve));
}

function cell(value: number): string {
  return value.toFixed(1).padStart(9);
}

/** The page, its JSON, and its tables as CSV. */
function addresses(): string[] {
  const places: Record<string, string> = { owner: REF.owner, repo: REF.repo, login: 'person-1' };
  return pages
    .flatMap(({ path, api, tables }) => [path, api, ...tables.map(({ name }) => `${api}/${name}.csv`)])
    .map((path) => path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? ''));
}

/** The page and an empty one in turn, so that both meet the same load of the machine. */
async function timesOf(server: string, path: string): Promise<{ times: number[]; empty: number[]; size: number }> {
  const times: number[] = [];
  const empty: number[] = [];
  let size = 0;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const nothing = await timed(server + EMPTY);
    const page = await timed(server + path);
    size = page.size;
    if (round < WARM_UP) continue;
    times.push(page.ms);
    empty.push(nothing.ms);
  }
  return { times, empty, size };
}

async function timed(address: string): Promise<{ ms: number; size: number }> {
  const started = performance.now();
  const answer = await fetch(address);
  const { byteLength } = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return { ms: performance.now() - started, size: byteLength };
}

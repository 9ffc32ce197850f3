import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readManifest } from '../simulator/manifest.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import { type DemoApp, freePort, startApp } from './app.ts';
import type { DemoDelivery, SeededRepository } from './community/demo-delivery.ts';
import { CloneError, seedClone } from './community/seed-clone.ts';
import { seedCommunity } from './community/seed-community.ts';
import { type DemoOptions, readOptions, USAGE } from './options.ts';
import { print, progressLine, quiet, quoted, strong } from './print.ts';

const ANSWER_WITHIN_MS = 60_000;
const MANIFEST = new URL('../../../app.yml', import.meta.url);
/** Of pino's levels. */
const WARNING = 40;
/** Of one installation GitHub's client writes every three seconds at most; sent sooner, one would wait for the other. */
const BETWEEN_MS = 3_000;

async function demo(options: DemoOptions): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commscore-demo-'));
  const github = await startSimulator({ app: readManifest(MANIFEST) });
  await github.warm();
  let app: DemoApp | null = null;
  try {
    const history = hearOfHistory();
    print('Starting the app on its embedded stores ...');
    const port = await freePort(options.port);
    app = await startApp(
      { ...github.environment(), PORT: String(port), COMMSCORE_DATA_DIR: dataDir, LOG_LEVEL: 'info' },
      history.hear,
    );
    github.webhookUrl = `${app.url}/api/github/webhooks`;
    const seeded = await seed(github, options);
    await history.learnt(seeded.repository);
    for (const delivery of seeded.deliveries) await show(github, seeded.repository, delivery);
    report(github);
    if (!options.once) await keepServing(app, github, seeded);
  } finally {
    await app?.end();
    await github.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function seed(github: Simulator, { repo }: DemoOptions): Promise<SeededRepository> {
  print(
    repo === null
      ? 'A community is made up: people, history and threads are invented, GitHub is a stand-in on this machine.'
      : `The history of ${repo} is real; the new threads are made up, and GitHub is a stand-in on this machine.`,
  );
  const seeded = repo === null ? await seedCommunity(github) : await seedClone(github, repo);
  const { repository, people, commits, threads } = seeded;
  print(`${strong(repository)}: ${people} people, ${commits} commits, ${threads} threads`);
  return seeded;
}

type LogLine = Parameters<Parameters<typeof startApp>[1]>[0];

/** What the app's log tells of its learning. */
function hearOfHistory() {
  const line = progressLine();
  const learnt = new Map<string, LogLine>();
  return {
    hear(entry: LogLine): void {
      if (entry.msg === 'learning') {
        const of = typeof entry.total === 'number' ? ` of ${entry.total}` : '';
        line.update(`learning: ${entry.done}${of} ${entry.what}`);
      }
      if (entry.msg === 'history learnt') learnt.set(String(entry.repository), entry);
      if ((entry.level ?? 0) >= WARNING) print(quiet(`the app says: ${entry.msg}`));
    },
    async learnt(repository: string): Promise<void> {
      while (!learnt.has(repository.toLowerCase())) await sleep(20);
      line.end();
      const { facts, ms } = learnt.get(repository.toLowerCase()) ?? {};
      print(`learnt ${facts} facts in ${seconds(Number(ms))}`);
    },
  };
}

async function show(github: Simulator, repository: string, { what, open }: DemoDelivery): Promise<void> {
  const started = performance.now();
  const { number, title } = await open(github);
  const answered = await commentOf(github, repository, number);
  print(`\n${strong(what)} ${quiet(`${repository}#${number}`)} ${title}`);
  if (answered === null) {
    print(quiet(`  no comment within ${seconds(ANSWER_WITHIN_MS)}`));
    return;
  }
  print(quiet(`  answered ${seconds(answered.at - started)} after it was opened`));
  print(quoted(answered.body));
  await sleep(BETWEEN_MS);
}

async function commentOf(
  github: Simulator,
  repository: string,
  number: number,
): Promise<{ body: string; at: number } | null> {
  const deadline = performance.now() + ANSWER_WITHIN_MS;
  while (performance.now() < deadline) {
    const [comment] = github.comments(repository, number);
    if (comment !== undefined) return { body: comment.body, at: performance.now() };
    await sleep(10);
  }
  return null;
}

function report(github: Simulator): void {
  const violations = github.violations();
  const asked = Object.values(github.requestCounts()).reduce((a, b) => a + b, 0);
  print();
  print(`${asked} requests were made to the stand-in; ${violations.length} were not as GitHub describes them.`);
  for (const violation of violations) print(quiet(`  ${JSON.stringify(violation)}`));
}

async function keepServing(app: DemoApp, github: Simulator, { repository }: SeededRepository): Promise<void> {
  print(`Dashboard: ${strong(app.url)}   stand-in for GitHub: ${github.address}/${repository}`);
  print('Ctrl-C ends it.');
  await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function complain(error: unknown): void {
  const usage = error instanceof TypeError && 'code' in error;
  if (usage) print(`${(error as Error).message}\n${USAGE}`);
  else print(error instanceof CloneError ? error.message : String((error as Error).stack ?? error));
  process.exitCode = usage ? 2 : 1;
}

try {
  await demo(readOptions(process.argv.slice(2)));
} catch (error) {
  complain(error);
}

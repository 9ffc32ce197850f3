import { getPrivateKey } from '@probot/get-private-key';
import type { Logger } from 'pino';
import { Probot, Server } from 'probot';
import { dashboardData, laneCounts, learningProgress } from './app-data.ts';
import { type ProcessSettings, SettingsError } from './config/process-settings.ts';
import { openGitHub } from './github/open-github.ts';
import { type RequestHandler, webhookHandler } from './github/webhook-server.ts';
import type { JobQueue } from './queue/job-queue.ts';
import { openQueue } from './queue/open-queue.ts';
import { migrate } from './store/migrate.ts';
import { type Database, openDatabase } from './store/open-database.ts';
import { createStore, type DatabaseStore } from './store/open-store.ts';
import { accept } from './triage/accept.ts';
import { handle } from './triage/handle.ts';
import { type Job, type JobResult, laneOf } from './triage/job.ts';
import { repositoryModels } from './triage/models.ts';
import type { Store } from './triage/ports.ts';
import { createMetrics, type Metrics, measureWebhooks } from './web/metrics.ts';
import { webHandler } from './web/web-handler.ts';

export interface App {
  port: number;
  /** Takes nothing new, finishes what runs, and closes everything. */
  stop(): Promise<void>;
}

/** Models in memory at a time; a large repository's takes some 100 MB. */
const MODELS_KEPT = 20;

/** The whole process in its role: web server, worker, or both. */
export async function startApp(settings: ProcessSettings & { version: string }, log: Logger): Promise<App> {
  const { app, role } = settings;
  if (app === null) throw new SettingsError('APP_ID is missing: set it to the id of the GitHub App.');
  const database = await openDatabase(settings);
  await migrate(database.pool);
  const store = createStore(database.pool);
  const queue = await openQueue<Job>({ redisUrl: settings.redisUrl, pool: database.pool, laneOf, log });
  const metrics = createMetrics({ queueCounts: () => laneCounts(queue) });
  const progress = learningProgress();
  const OwnProbot = probotOf(settings, app, log, webhookDoor(settings, app, { queue, metrics, log }));
  const github = openGitHub({ probot: new OwnProbot(), address: settings.github, dataDir: settings.dataDir, log });

  if (role !== 'web') {
    const measured = measuredStore(store, metrics);
    const models = repositoryModels({ store, log, keep: MODELS_KEPT });
    const ports = {
      github,
      store: measured,
      models,
      queue,
      clock: () => new Date(),
      log,
      webUrl: settings.github.web,
      progress: progress.report,
    };
    const concurrency = { triage: settings.concurrency, background: 1 };
    await queue.work((job) => measuredJob(job, metrics, () => handle(job, ports)), concurrency);
  }

  const server = new Server({ ...listenAt(settings), log: log.child({}, { level: 'warn' }), Probot: OwnProbot });
  server.addHandler(
    webHandler({
      version: settings.version,
      webUrl: settings.github.web,
      dashboard: role === 'worker' ? 'off' : settings.dashboard,
      now: () => new Date(),
      log,
      checks: { database: () => store.ping(), queue: () => queue.ping(), github: () => github.ping() },
      data: dashboardData(store, queue, progress),
      metrics,
    }),
  );
  await server.start();
  log.info({ port: server.port, role, database: database.kind, queue: queueKind(settings) }, 'ready');
  return { port: server.port, stop: () => stop(server, queue, database) };
}

function listenAt({ host, port, webhookPath }: ProcessSettings) {
  return { port, webhookPath, ...(host === undefined ? {} : { host }) };
}

function queueKind({ redisUrl }: ProcessSettings): string {
  return redisUrl === undefined ? 'in the database' : 'redis';
}

type Credentials = NonNullable<ProcessSettings['app']>;

/** Where webhooks come in: answered once they are queued. A worker has no such door. */
function webhookDoor(
  { role, webhookPath }: ProcessSettings,
  { webhookSecret }: Credentials,
  { queue, metrics, log }: { queue: JobQueue<Job>; metrics: Metrics; log: Logger },
): RequestHandler {
  if (role === 'worker') return () => false;
  const handler = webhookHandler({
    path: webhookPath,
    secret: webhookSecret,
    accept: async (delivery) => void (await accept(delivery, { queue, log })),
    log,
  });
  return measureWebhooks(handler, metrics);
}

/** Probot as GitHub's client (authentication, throttling, retries), with our own door in place of its webhook middleware. */
function probotOf(
  { github, redisUrl }: ProcessSettings,
  { id, privateKey, privateKeyPath }: Credentials,
  log: Logger,
  door: RequestHandler,
): typeof Probot {
  const env = {
    ...(privateKey === null ? {} : { PRIVATE_KEY: privateKey }),
    ...(privateKeyPath === null ? {} : { PRIVATE_KEY_PATH: privateKeyPath }),
  };
  const key = getPrivateKey({ env });
  if (key === null) throw new SettingsError('PRIVATE_KEY is empty: set it to the private key of the GitHub App.');
  const options = {
    appId: id,
    privateKey: key,
    baseUrl: github.rest,
    log,
    ...(redisUrl === undefined ? {} : { redisConfig: redisUrl }),
  };
  return class extends Probot.defaults(options) {
    override async getNodeMiddleware() {
      return async (...[req, res]: Parameters<RequestHandler>) => door(req, res);
    }
  } as typeof Probot;
}

async function measuredJob(job: Job, metrics: Metrics, run: () => Promise<JobResult>): Promise<JobResult> {
  const started = performance.now();
  const count = (outcome: 'done' | 'again' | 'failed') =>
    metrics.countJob(job.kind, outcome, (performance.now() - started) / 1000);
  try {
    const result = await run();
    count(result.done ? 'done' : 'again');
    return result;
  } catch (error) {
    count('failed');
    throw error;
  }
}

function measuredStore(store: DatabaseStore, metrics: Metrics): Store {
  return {
    ...store,
    async saveSuggestion(ref, record) {
      await store.saveSuggestion(ref, record);
      const { labels, assignees, reviewers, related } = record.suggestion;
      metrics.countComment(record.comment);
      metrics.countSuggestion({
        labels: labels.length,
        people: assignees.length + reviewers.length,
        related: related.length,
      });
    },
  };
}

async function stop(server: Server, queue: JobQueue<Job>, database: Database): Promise<void> {
  await server.stop();
  await queue.close();
  await database.close();
}

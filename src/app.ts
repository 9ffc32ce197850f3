import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Probot, Server } from 'probot';
import { dashboardData, laneCounts } from './app-data.ts';
import { measuredJob, measuredStore } from './app-measured.ts';
import { openTextModels } from './app-models.ts';
import { probotOptions, probotWithDoor } from './app-probot.ts';
import { learningProgress } from './app-progress.ts';
import { dashboardAccess } from './app-sign-in.ts';
import type { ProcessSettings } from './config/process-settings.ts';
import type { FeedAccess } from './feeds/feed-access.ts';
import { createFeedReader } from './feeds/feed-reader.ts';
import { type GitHubClient, gitHubClient } from './github/client.ts';
import { type RequestHandler, webhookHandler } from './github/webhook-server.ts';
import type { JobQueue } from './queue/job-queue.ts';
import { openQueue } from './queue/open-queue.ts';
import { migrate } from './store/migrate.ts';
import { type Database, openDatabase } from './store/open-database.ts';
import { createStore } from './store/open-store.ts';
import { accept } from './triage/accept.ts';
import { startDigests } from './triage/digest-later.ts';
import { handle } from './triage/handle.ts';
import { type Job, laneOf } from './triage/job.ts';
import { learnInstalled } from './triage/learn-installed.ts';
import { repositoryModels } from './triage/models.ts';
import { resumeFeeds } from './triage/refresh-feeds.ts';
import { startWatch } from './triage/watch.ts';
import { createMetrics, type Metrics, measureWebhooks } from './web/metrics.ts';
import { webHandler } from './web/web-handler.ts';

export interface App {
  port: number;
  /** Takes nothing new, finishes what runs, and closes everything. */
  stop(): Promise<void>;
}

/** Models in memory at a time; a large repository's takes some 100 MB. */
const MODELS_KEPT = 20;

/** Histories read at a time: mostly waiting for GitHub and git. */
const BACKGROUND_JOBS = 2;

/** The whole process in its role: web server, worker, or both. */
export async function startApp(
  settings: ProcessSettings & { version: string },
  log: Logger,
  /** Where feeds are read from; left out: the public internet, and only tests know of another place. */
  feedAccess?: FeedAccess,
): Promise<App> {
  const { role } = settings;
  const options = probotOptions(settings, log);
  const database = await openDatabase(settings);
  await migrate(database.pool);
  const store = createStore(database.pool);
  const queue = await openQueue<Job>({ redisUrl: settings.redisUrl, pool: database.pool, laneOf, log });
  const metrics = createMetrics({ queueCounts: () => laneCounts(queue) });
  const progress = learningProgress(log);
  const github = gitHubClient({
    probot: new Probot(options),
    web: settings.github.web,
    dataDir: settings.dataDir,
    reserve: settings.apiReserve,
  });

  if (role !== 'web') {
    const measured = measuredStore(store, metrics);
    const models = repositoryModels({ store, log, keep: MODELS_KEPT });
    const textModels = await openTextModels(settings.huggingFace, { store, metrics, log });
    const ports = {
      github,
      store: measured,
      models,
      queue,
      schedules: queue,
      digestHour: settings.digestHour,
      clock: () => new Date(),
      log,
      webUrl: settings.github.web,
      progress: progress.report,
      feeds: createFeedReader({
        userAgent: `CommScore/${settings.version} (feed reader of a self-hosted GitHub App)`,
        notHome: [new URL(settings.github.web).host],
        ...(feedAccess === undefined ? {} : { access: feedAccess }),
      }),
      ...(textModels === null ? {} : { textModels }),
    };
    const concurrency = { triage: settings.concurrency, background: BACKGROUND_JOBS };
    await queue.work((job) => measuredJob(job, metrics, () => handle(job, ports)), concurrency);
    resumeFeeds(randomUUID(), ports).catch((error: unknown) =>
      log.warn({ err: error }, 'feeds could not be queued, the next push to their repositories does it'),
    );
    startDigests(randomUUID(), ports).catch((error: unknown) =>
      log.warn({ err: error }, 'digests could not be scheduled, the next start does it'),
    );
    learnInstalled(randomUUID(), ports).catch((error: unknown) =>
      log.warn({ err: error }, 'installed repositories could not be listed, webhooks will tell of them'),
    );
  }

  const door = webhookDoor(settings, { queue, github, metrics, log });
  const server = new Server({
    ...listenAt(settings),
    log: log.child({}, { level: 'warn' }),
    Probot: probotWithDoor(options, door),
  });
  server.addHandler(
    webHandler({
      version: settings.version,
      webUrl: settings.github.web,
      dashboard: dashboardAccess(settings, { store, github, log, now: Date.now }),
      now: () => new Date(),
      log,
      checks: { database: () => store.ping(), queue: () => queue.ping(), github: () => github.ownLogin() },
      data: dashboardData(store, queue, progress, github, settings.variables),
      metrics,
    }),
  );
  await server.start();
  // What is delivered again comes in by the server.
  if (role !== 'web') {
    startWatch(randomUUID(), { queue }).catch((error: unknown) =>
      log.warn({ err: error }, 'failed deliveries could not be queued, the next start does it'),
    );
  }
  log.info({ port: server.port, role, database: database.kind, queue: queueKind(settings) }, 'ready');
  return { port: server.port, stop: () => stop(server, queue, database) };
}

function listenAt({ host, port, webhookPath }: ProcessSettings) {
  return { port, webhookPath, ...(host === undefined ? {} : { host }) };
}

function queueKind({ redisUrl }: ProcessSettings): string {
  return redisUrl === undefined ? 'in the database' : 'redis';
}

/** Where webhooks come in: answered once they are queued. A worker has no such door. */
function webhookDoor(
  { app, role, webhookPath }: ProcessSettings,
  ports: { queue: JobQueue<Job>; github: GitHubClient; metrics: Metrics; log: Logger },
): RequestHandler {
  if (role === 'worker' || app === null) return () => false;
  const handler = webhookHandler({
    path: webhookPath,
    secret: app.webhookSecret,
    accept: async (delivery) => void (await accept(delivery, ports)),
    log: ports.log,
  });
  return measureWebhooks(handler, ports.metrics);
}

async function stop(server: Server, queue: JobQueue<Job>, database: Database): Promise<void> {
  await server.stop();
  await queue.close();
  await database.close();
}

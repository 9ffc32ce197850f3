import { readFileSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import { run } from 'probot';
import { type App, startApp } from './app.ts';
import { readSettings } from './config/process-settings.ts';
import { SettingsError } from './config/settings-error.ts';
import { QueueError } from './queue/job-queue.ts';
import { DatabaseError } from './store/database-error.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The operator's to mend: told in one line, without a stack. */
const OPERATOR_ERRORS = [SettingsError, DatabaseError, QueueError];

async function main(): Promise<void> {
  loadDotEnv();
  const settings = readSettings(process.env);
  if (settings.app === null) {
    await run(() => undefined);
    return;
  }
  const log = createLog(settings.logLevel);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody heard'));
  endOnSignal(await startApp({ ...settings, version }, log), log);
}

/** What the set-up page wrote; variables of the process win. */
function loadDotEnv(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function createLog(level: string): Logger {
  return pino({
    level,
    serializers: { error: pino.stdSerializers.err },
    // Errors of GitHub's client hold the request they were made with.
    redact: ['*.request.headers.authorization', '*.response.headers["set-cookie"]'],
  });
}

function endOnSignal(app: App, log: Logger): void {
  let ending = false;
  const end = async (signal: NodeJS.Signals) => {
    if (ending) return;
    ending = true;
    log.info({ signal }, 'finishing what runs');
    try {
      await app.stop();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    }
  };
  process.on('SIGTERM', end).on('SIGINT', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`commscore: ${textOf(error)}\n`);
  process.exit(1);
});

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (OPERATOR_ERRORS.some((kind) => error instanceof kind)) return error.message;
  return error.stack ?? error.message;
}

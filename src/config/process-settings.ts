import type { z } from 'zod';
import { environment } from './environment.ts';
import { SettingsError } from './settings-error.ts';
import { type SignInSettings, signInSettings } from './sign-in-settings.ts';
import { type VariableInForce, variablesInForce } from './variables-in-force.ts';

export interface ProcessSettings {
  /** null: not registered yet, so the set-up page is served. */
  app: { id: string; privateKey: string | null; privateKeyPath: string | null; webhookSecret: string } | null;
  github: GitHubAddress;
  webhookPath: string;
  host: string | undefined;
  port: number;
  logLevel: string;
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  role: 'web' | 'worker' | 'all';
  dataDir: string;
  /** `local`: only a request from this machine sees the dashboard; `github`: who has signed in. */
  dashboard: 'off' | 'local' | 'github';
  /** null: nobody signs in here. */
  signIn: SignInSettings | null;
  /** Triage jobs that one worker runs at a time. */
  concurrency: number;
  /** Share of GitHub's hourly limit that reading histories leaves to live work, 0 to 1. */
  apiReserve: number;
  /** Of the day, in UTC, within which digests are written. */
  digestHour: number;
  /** null: no text model is configured, and nothing of it is started. */
  huggingFace: HuggingFaceSettings | null;
  /** To be shown to the operator: without what lets anybody in. */
  variables: VariableInForce[];
}

export interface HuggingFaceSettings {
  token: string | null;
  embedding: ModelPlace;
  zeroShot: ModelPlace;
  classification: ModelPlace;
  /** A model that the team trained to label issues; null: none is named. */
  labels: ModelPlace | null;
  dailyCharacters: number;
  timeoutMs: number;
  batchSize: number;
  concurrency: number;
}

export interface ModelPlace {
  model: string;
  /** null: the hosted service. */
  url: string | null;
}

export interface GitHubAddress {
  rest: string;
  graphql: string;
  /** Where repositories are cloned from and threads are linked to. */
  web: string;
}

/** @throws SettingsError naming every variable that is wrong. */
export function readSettings(env: Record<string, string | undefined>): ProcessSettings {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  const parsed = environment.safeParse(Object.fromEntries(trimmed.filter(([, value]) => value !== '')));
  if (!parsed.success) {
    // The value itself may hold a password, so only the variable is named.
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsError(
      `${wrong.join('\n')}\nCorrect the environment; docs/configuration.md lists every variable.`,
    );
  }
  const e = parsed.data;
  if (e.COMMSCORE_ROLE !== 'all' && e.DATABASE_URL === undefined) {
    throw new SettingsError(
      `COMMSCORE_ROLE=${e.COMMSCORE_ROLE} needs DATABASE_URL: the embedded store belongs to one process. ` +
        'Set DATABASE_URL to a PostgreSQL, or leave COMMSCORE_ROLE unset.',
    );
  }
  return {
    app: appCredentials(e),
    github: gitHubAddress(e.GHE_HOST, e.GHE_PROTOCOL),
    webhookPath: e.WEBHOOK_PATH,
    host: e.HOST,
    port: e.PORT,
    logLevel: e.LOG_LEVEL,
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    role: e.COMMSCORE_ROLE,
    dataDir: e.COMMSCORE_DATA_DIR,
    dashboard: e.COMMSCORE_DASHBOARD,
    // Before the App is registered there is nothing to sign in with, and a worker shows nothing.
    signIn: e.APP_ID === undefined || e.COMMSCORE_ROLE === 'worker' ? null : signInSettings(e),
    concurrency: e.COMMSCORE_CONCURRENCY,
    apiReserve: e.COMMSCORE_API_RESERVE,
    digestHour: e.COMMSCORE_DIGEST_HOUR,
    huggingFace: huggingFace(e),
    variables: variablesInForce(env),
  };
}

function appCredentials(e: z.output<typeof environment>): ProcessSettings['app'] {
  if (e.APP_ID === undefined) return null;
  if (e.WEBHOOK_SECRET === undefined) {
    throw new SettingsError(
      'WEBHOOK_SECRET is missing: without it anybody could send webhooks. Set it to the secret of the GitHub App.',
    );
  }
  if (e.PRIVATE_KEY === undefined && e.PRIVATE_KEY_PATH === undefined) {
    throw new SettingsError(
      'PRIVATE_KEY or PRIVATE_KEY_PATH is missing: set one to the private key of the GitHub App.',
    );
  }
  return {
    id: e.APP_ID,
    privateKey: e.PRIVATE_KEY ?? null,
    privateKeyPath: e.PRIVATE_KEY_PATH ?? null,
    webhookSecret: e.WEBHOOK_SECRET,
  };
}

/** Where any endpoint is set, no text goes to the hosted service. */
function huggingFace(e: z.output<typeof environment>): HuggingFaceSettings | null {
  if (e.HF_TOKEN === undefined && e.HF_ENDPOINT_URL === undefined) {
    if (e.HF_ZERO_SHOT_URL === undefined && e.HF_CLASSIFICATION_URL === undefined) return null;
    throw new SettingsError('HF_ENDPOINT_URL is missing: without it and without HF_TOKEN nothing makes vectors.');
  }
  const main = e.HF_ENDPOINT_URL ?? null;
  return {
    token: e.HF_TOKEN ?? null,
    embedding: { model: e.HF_EMBEDDING_MODEL, url: main },
    zeroShot: { model: e.HF_ZERO_SHOT_MODEL, url: e.HF_ZERO_SHOT_URL ?? main },
    classification: { model: e.HF_CLASSIFICATION_MODEL, url: e.HF_CLASSIFICATION_URL ?? main },
    labels: e.HF_LABELS_MODEL === undefined ? null : { model: e.HF_LABELS_MODEL, url: e.HF_LABELS_URL ?? main },
    dailyCharacters: e.HF_DAILY_CHARACTERS,
    timeoutMs: e.HF_TIMEOUT_MS,
    batchSize: e.HF_BATCH_SIZE,
    concurrency: e.HF_CONCURRENCY,
  };
}

function gitHubAddress(host: string | undefined, protocol: string): GitHubAddress {
  if (host === undefined) {
    return { rest: 'https://api.github.com', graphql: 'https://api.github.com/graphql', web: 'https://github.com' };
  }
  const web = `${protocol}://${host}`;
  return { rest: `${web}/api/v3`, graphql: `${web}/api/graphql`, web };
}

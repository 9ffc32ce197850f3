import { z } from 'zod';
import { address, share, wholeNumber } from './environment-values.ts';
import { huggingFaceEnvironment } from './hugging-face-environment.ts';
import { signInEnvironment } from './sign-in-settings.ts';

/** The variables of the process; an empty one counts as unset. */
export const environment = z.object({
  APP_ID: z
    .string()
    .optional()
    .describe('Id of the GitHub App. Without it the set-up page is served, which registers one.'),
  PRIVATE_KEY: z.string().optional().describe("The App's private key, as PEM text."),
  PRIVATE_KEY_PATH: z.string().optional().describe("File that holds the App's private key; instead of `PRIVATE_KEY`."),
  WEBHOOK_SECRET: z.string().optional().describe("The App's webhook secret. Required with `APP_ID`."),
  WEBHOOK_PATH: z
    .string()
    .startsWith('/', 'expected a path that begins with /')
    .default('/api/github/webhooks')
    .describe('Where GitHub delivers webhooks.'),
  GHE_HOST: z
    .string()
    .regex(/^[a-z\d.-]+(:\d+)?$/i, 'expected a host such as github.example.com, without https:// and without a path')
    .optional()
    .describe('Host of a GitHub Enterprise Server; unset: github.com.'),
  GHE_PROTOCOL: z.enum(['http', 'https']).default('https').describe('How `GHE_HOST` is spoken to.'),
  HOST: z
    .string()
    .optional()
    .describe('Address to listen on; unset: this machine only (`localhost`). In a container: `0.0.0.0`.'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('Port to listen on.'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('The least important lines that are still logged.'),
  DATABASE_URL: address('postgres', 'postgresql')
    .optional()
    .describe('PostgreSQL 15 or later. Unset: an embedded one in `COMMSCORE_DATA_DIR`.'),
  REDIS_URL: address('redis', 'rediss')
    .optional()
    .describe('Redis 6.2 or later for the queue. Unset: the queue lives in the database.'),
  COMMSCORE_ROLE: z
    .enum(['web', 'worker', 'all'])
    .default('all')
    .describe('`web` takes webhooks, `worker` runs jobs, `all` does both. A split needs `DATABASE_URL`.'),
  COMMSCORE_DATA_DIR: z
    .string()
    .default('./data')
    .describe('Folder of the embedded database; belongs to one process at a time.'),
  ...signInEnvironment,
  COMMSCORE_CONCURRENCY: wholeNumber(1, 100)
    .default(20)
    .describe('Triage jobs that one worker runs at a time; most of them wait for GitHub.'),
  COMMSCORE_API_RESERVE: share()
    .default(0.5)
    .describe(
      "Share of an installation's hourly GitHub API limit, 0 to 1, that reading histories never touches, so that live work always has room. A history that comes to it pauses until the limit starts anew.",
    ),
  COMMSCORE_DIGEST_HOUR: wholeNumber(0, 23)
    .default(6)
    .describe(
      'Hour of the day (UTC) within which digests are written, on Mondays or the first of a month; each repository has its own minute.',
    ),
  ...huggingFaceEnvironment,
});

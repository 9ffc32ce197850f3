import { z } from 'zod';
import { SettingsError } from './settings-error.ts';

/** How people show who they are, where the dashboard is open to more than this machine. */
export interface SignInSettings {
  clientId: string;
  clientSecret: string;
  /** Where browsers reach the dashboard, such as `https://commscore.example.com`. */
  publicUrl: string;
  /** Logins in lower case. */
  operators: ReadonlySet<string>;
}

export const signInEnvironment = {
  COMMSCORE_DASHBOARD: z
    .enum(['off', 'local', 'github'])
    .default('local')
    .describe(
      '`local`: only requests from this machine see the dashboard; `github`: who signs in with GitHub sees the repositories that they may write to, and operators see all; `off`: nobody does.',
    ),
  GITHUB_CLIENT_ID: z.string().optional().describe("The App's client id. Required with `COMMSCORE_DASHBOARD=github`."),
  GITHUB_CLIENT_SECRET: z
    .string()
    .min(20, 'expected the client secret as GitHub made it')
    .optional()
    .describe(
      "The App's client secret. Required with `COMMSCORE_DASHBOARD=github`; sessions are signed with it, so a new one signs everybody out.",
    ),
  COMMSCORE_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'expected an address without a path, such as https://commscore.example.com')
    .transform((address) => new URL(address).origin)
    .optional()
    .describe(
      "Where browsers reach the dashboard. Required with `COMMSCORE_DASHBOARD=github`; the App's callback URL on GitHub is this and `/sign-in/callback`.",
    ),
  COMMSCORE_OPERATORS: z
    .string()
    .regex(/^[a-z\d][a-z\d_-]*(\s*,\s*[a-z\d][a-z\d_-]*)*$/i, 'expected logins with commas between them')
    .optional()
    .describe('GitHub logins, such as `mara,li`, of people who see all of a dashboard that is signed in to.'),
};

type Given = z.output<z.ZodObject<typeof signInEnvironment>>;

/** null where nobody signs in. @throws SettingsError naming what is missing. */
export function signInSettings(e: Given): SignInSettings | null {
  if (e.COMMSCORE_DASHBOARD !== 'github') return null;
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret, COMMSCORE_PUBLIC_URL: publicUrl } = e;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) {
    const given = { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret, COMMSCORE_PUBLIC_URL: publicUrl };
    const missing = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [name] : []));
    throw new SettingsError(
      `COMMSCORE_DASHBOARD=github needs ${missing.join(', ')}: the client id and secret are on the page of the GitHub App.`,
    );
  }
  const operators = (e.COMMSCORE_OPERATORS ?? '').toLowerCase().split(',');
  return {
    clientId,
    clientSecret,
    publicUrl,
    operators: new Set(operators.map((login) => login.trim()).filter(Boolean)),
  };
}

function isOrigin(address: string): boolean {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return false;
  const { pathname, search, hash, username, password } = new URL(address);
  return pathname === '/' && [search, hash, username, password].every((part) => part === '');
}

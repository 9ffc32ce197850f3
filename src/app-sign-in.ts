import type { Logger } from 'pino';
import type { ProcessSettings } from './config/process-settings.ts';
import { type RepositoryRef, repositoryKey } from './domain/thread-ref.ts';
import type { GitHubClient } from './github/client.ts';
import { GitHubAccessError } from './github/github-error.ts';
import { gitHubSignIn } from './github/sign-in.ts';
import { timedCache } from './github/timed-cache.ts';
import type { Account } from './github/writable.ts';
import type { DatabaseStore } from './store/open-store.ts';
import type { DashboardAccess } from './web/access.ts';

/** Whom GitHub takes a right from keeps seeing what it opened for so long at most. */
const KEEP_MS = 3 * 60_000;

interface Ports {
  store: Pick<DatabaseStore, 'repositoryNames' | 'startSession' | 'findSession' | 'endSession'>;
  github: Pick<GitHubClient, 'writableBy'>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  now(): number;
}

/** Who sees the dashboard of this process. */
export function dashboardAccess(settings: ProcessSettings & { version: string }, ports: Ports): DashboardAccess {
  const { role, dashboard, signIn, github, version } = settings;
  if (role === 'worker' || dashboard === 'off') return 'off';
  if (dashboard === 'local' || signIn === null) return 'local';
  const { clientId, clientSecret, publicUrl, operators } = signIn;
  const { store, log, now } = ports;
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    log.warn({ publicUrl }, 'people sign in without https: whoever is on the way can take over their sessions');
  }
  const known = timedCache<ReadonlySet<string>>(KEEP_MS, now);
  return {
    publicUrl,
    secret: clientSecret,
    operators,
    sessions: store,
    gitHub: gitHubSignIn({ clientId, clientSecret, ...github, userAgent: `CommScore/${version}` }),
    writable: (account) => known.get(`${account.id} ${account.login}`, () => readWritable(account, ports)),
    log,
  };
}

/** What an installation that cannot be asked holds is not seen. @throws where none can be asked. */
async function readWritable(account: Account, { store, github, log }: Ports): Promise<ReadonlySet<string>> {
  const installations = byInstallation(await store.repositoryNames());
  const told = await Promise.allSettled(installations.map((refs) => github.writableBy(refs, account)));
  const failures = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const unsure = failures.filter((reason) => !(reason instanceof GitHubAccessError));
  if (unsure.length > 0 && failures.length === told.length) throw unsure[0];
  for (const err of unsure) log.warn({ err }, 'an installation could not be asked who may write to its repositories');
  return new Set(told.flatMap((one) => (one.status === 'fulfilled' ? one.value.map(repositoryKey) : [])));
}

type Several = [RepositoryRef, ...RepositoryRef[]];

function byInstallation(refs: RepositoryRef[]): Several[] {
  const found = new Map<number, Several>();
  for (const ref of refs) {
    const known = found.get(ref.installationId);
    if (known === undefined) found.set(ref.installationId, [ref]);
    else known.push(ref);
  }
  return [...found.values()];
}

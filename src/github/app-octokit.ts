import Bottleneck from 'bottleneck';
import type { Probot, ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';

/**
 * Requests of one lane go one after the other, spaced by the library: comments by three seconds. In lanes of their
 * own, reading a thread does not hold up the comment, and reading years of history holds up neither.
 */
export type Lane = 'write' | 'read' | 'history';

/** The app towards GitHub: who it is, and clients that act for one installation (throttled, retrying). */
export interface AppOctokit {
  installation(id: number, lane: Lane): Promise<ProbotOctokit>;
  /** The client of the app itself. */
  itself(): Promise<ProbotOctokit>;
  /** Login under which the app writes, such as `commscore[bot]`. */
  ownLogin(): Promise<string>;
  /** Opens the repository's git for reading, for one hour. Not kept: ask again for the next run. */
  gitToken(ref: RepositoryRef): Promise<string>;
}

export function appOctokit(probot: Pick<Probot, 'auth'>): AppOctokit {
  const clients = new Map<string, Promise<ProbotOctokit>>();
  const spacing = readSpacing();
  let login: Promise<string> | null = null;

  function installation(id: number, lane: Lane): Promise<ProbotOctokit> {
    const key = `${id} ${lane}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const octokit = lane === 'write' ? probot.auth(id) : inLane(probot, id, lane, spacing);
    clients.set(key, octokit);
    return octokit;
  }

  function ownLogin(): Promise<string> {
    login ??= readOwnLogin(probot).catch((error: unknown) => {
      login = null;
      throw error;
    });
    return login;
  }

  // Asked for by hand: the library's own way asks api.github.com even where another server is configured.
  async function gitToken({ installationId, repo }: RepositoryRef): Promise<string> {
    const app = await probot.auth();
    const { data } = await app.rest.apps.createInstallationAccessToken({
      installation_id: installationId,
      repositories: [repo],
      permissions: { contents: 'read' },
    });
    return data.token;
  }

  return { installation, itself: () => probot.auth(), ownLogin, gitToken };
}

async function readOwnLogin(probot: Pick<Probot, 'auth'>): Promise<string> {
  const app = await probot.auth();
  const { data } = await app.rest.apps.getAuthenticated();
  if (!data?.slug) throw new Error('GitHub does not tell the name of this app. Check APP_ID and PRIVATE_KEY.');
  return `${data.slug}[bot]`;
}

interface FactoryOptions {
  octokit: ProbotOctokit;
  octokitOptions: { throttle?: { enabled?: boolean; connection?: Bottleneck.IORedisConnection }; auth?: object };
  [other: string]: unknown;
}

/** The library spaces every GraphQL request by a second, as if it wrote. One that only reads waits for the one before. */
const BETWEEN_READS_MS = 20;
const IDLE_MS = 2 * 60_000;

type Spacing = (connection: Bottleneck.IORedisConnection | undefined) => Bottleneck.Group;

function readSpacing(): Spacing {
  let group: Bottleneck.Group | null = null;
  return (connection) => {
    const options = { id: 'commscore-read', maxConcurrent: 1, minTime: BETWEEN_READS_MS, timeout: IDLE_MS };
    group ??= new Bottleneck.Group(connection === undefined ? options : { ...options, connection });
    return group;
  };
}

/** As `probot.auth` makes it, but for how requests are spaced and under which name. */
async function inLane(
  probot: Pick<Probot, 'auth'>,
  installationId: number,
  lane: Lane,
  spacing: Spacing,
): Promise<ProbotOctokit> {
  const app = await probot.auth();
  function factory({ octokit, octokitOptions, ...otherOptions }: FactoryOptions): ProbotOctokit {
    const { throttle } = octokitOptions;
    const Client = octokit.constructor as new (options: object) => ProbotOctokit;
    return new Client({
      ...octokitOptions,
      throttle: throttle?.enabled
        ? { ...throttle, id: `${installationId}-${lane}`, write: spacing(throttle.connection) }
        : { enabled: false },
      auth: { ...octokitOptions.auth, otherOptions, installationId },
    });
  }
  return (await app.auth({ type: 'installation', installationId, factory })) as ProbotOctokit;
}

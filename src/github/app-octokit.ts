import Bottleneck from 'bottleneck';
import type { Probot, ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type Guards, type Lane, withinLimits } from './guarded-client.ts';

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

export function appOctokit(probot: Pick<Probot, 'auth'>, guards: Guards): AppOctokit {
  const clients = new Map<string, Promise<ProbotOctokit>>();
  const spacing = readSpacing();
  let login: Promise<string> | null = null;

  function installation(id: number, lane: Lane): Promise<ProbotOctokit> {
    const key = `${id} ${lane}`;
    const known = clients.get(key);
    if (known !== undefined) return known;
    const octokit = inLane(probot, { id, lane }, { spacing, ...guards });
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

interface Throttle {
  enabled?: boolean;
  connection?: Bottleneck.IORedisConnection;
}

/** Of the tokens that installations were given, by their id. */
interface TokenCache {
  set(key: string, value: string): unknown;
}

interface FactoryOptions {
  octokit: ProbotOctokit;
  octokitOptions: { throttle?: Throttle; auth?: { cache?: TokenCache } };
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

/** A limit that ends so soon is waited for within the request; a longer one puts off the job, whose place others take. */
const PATIENCE_S = 10;
const SECOND_TRIES = 2;

type Limited = (
  retryAfterS: number,
  options: { method: string; url: string },
  octokit: unknown,
  tries: number,
) => boolean;

const waitsLittle: Limited = (retryAfterS, _options, _octokit, tries) =>
  retryAfterS <= PATIENCE_S && tries < SECOND_TRIES;

/** As `probot.auth` makes it, but for how requests are spaced, under which name, and what becomes of them at a limit. */
async function inLane(
  probot: Pick<Probot, 'auth'>,
  { id, lane }: { id: number; lane: Lane },
  { spacing, ...guards }: { spacing: Spacing } & Guards,
): Promise<ProbotOctokit> {
  const app = await probot.auth();
  let tokens: TokenCache | undefined;
  function throttleOf(throttle: Throttle | undefined): object {
    if (!throttle?.enabled) return { enabled: false };
    const patient = { ...throttle, onRateLimit: waitsLittle, onSecondaryRateLimit: waitsLittle };
    if (lane === 'write') return { ...patient, id: String(id) };
    return { ...patient, id: `${id}-${lane}`, write: spacing(throttle.connection) };
  }
  function factory({ octokit, octokitOptions, ...otherOptions }: FactoryOptions): ProbotOctokit {
    tokens = octokitOptions.auth?.cache;
    const Client = octokit.constructor as new (options: object) => ProbotOctokit;
    return new Client({
      ...octokitOptions,
      throttle: throttleOf(octokitOptions.throttle),
      auth: { ...octokitOptions.auth, otherOptions, installationId: id },
    });
  }
  const client = (await app.auth({ type: 'installation', installationId: id, factory })) as ProbotOctokit;
  // The cache has no other way to let go of one; the library takes an empty one for none.
  const forgetToken = () => tokens?.set(String(id), '');
  return withinLimits(client, { id, lane, forgetToken }, guards);
}

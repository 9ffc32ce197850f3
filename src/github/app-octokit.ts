import type { Probot, ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';

/** The app towards GitHub: who it is, and clients that act for one installation (throttled, retrying). */
export interface AppOctokit {
  installation(id: number): Promise<ProbotOctokit>;
  /** The client of the app itself. */
  itself(): Promise<ProbotOctokit>;
  /** Login under which the app writes, such as `commscore[bot]`. */
  ownLogin(): Promise<string>;
  /** Opens the repository's git for reading, for one hour. Not kept: ask again for the next run. */
  gitToken(ref: RepositoryRef): Promise<string>;
}

export function appOctokit(probot: Pick<Probot, 'auth'>): AppOctokit {
  const installations = new Map<number, Promise<ProbotOctokit>>();
  let login: Promise<string> | null = null;

  function installation(id: number): Promise<ProbotOctokit> {
    const known = installations.get(id);
    if (known !== undefined) return known;
    const octokit = probot.auth(id);
    installations.set(id, octokit);
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

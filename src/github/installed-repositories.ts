import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { isGone, statusOf } from './github-error.ts';

/** Every repository that the app was given, for what happened before it listened. Archived ones are left out. */
export async function* installedRepositories(
  app: ProbotOctokit,
  octokitOf: (installationId: number) => Promise<ProbotOctokit>,
): AsyncGenerator<RepositoryRef> {
  for await (const { data } of app.paginate.iterator(app.rest.apps.listInstallations, { per_page: 100 })) {
    for (const { id, suspended_at } of data) {
      if (suspended_at === null) yield* repositoriesOf(id, await octokitOf(id));
    }
  }
}

async function* repositoriesOf(installationId: number, octokit: ProbotOctokit): AsyncGenerator<RepositoryRef> {
  const { listReposAccessibleToInstallation } = octokit.rest.apps;
  try {
    for await (const { data } of octokit.paginate.iterator(listReposAccessibleToInstallation, { per_page: 100 })) {
      for (const { owner, name, archived } of data) {
        if (!archived) yield { installationId, owner: owner.login, repo: name };
      }
    }
  } catch (error) {
    // Uninstalled or suspended in this very moment: the others are still wanted.
    if (!isGone(error) && statusOf(error) !== 403 && statusOf(error) !== 404) throw error;
  }
}

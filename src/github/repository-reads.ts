import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { readRepositoryFile } from './repository-file.ts';

/** Where GitHub looks, in its order: the first that exists counts. */
const CODEOWNERS_PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Text of CODEOWNERS, '' where there is none. */
export async function readCodeowners(octokit: ProbotOctokit, { owner, repo }: RepositoryRef): Promise<string> {
  for (const path of CODEOWNERS_PLACES) {
    const text = await readRepositoryFile(octokit, { owner, repo, path });
    if (text !== null) return text;
  }
  return '';
}

/** Names of the labels that exist. */
export async function readLabels(octokit: ProbotOctokit, { owner, repo }: RepositoryRef): Promise<string[]> {
  const labels = await octokit.paginate(octokit.rest.issues.listLabelsForRepo, { owner, repo, per_page: 100 });
  return labels.map(({ name }) => name);
}

/** Logins that may be assigned or asked for review. */
export async function readAssignable(octokit: ProbotOctokit, { owner, repo }: RepositoryRef): Promise<Set<string>> {
  const people = await octokit.paginate(octokit.rest.issues.listAssignees, { owner, repo, per_page: 100 });
  return new Set(people.map(({ login }) => login));
}

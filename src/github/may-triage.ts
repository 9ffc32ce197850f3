import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { isGone } from './github-error.ts';

const ROLES = new Set(['triage', 'write', 'maintain', 'admin']);

/** Whether GitHub lets the person label and assign here, as it says now. Roles of an organisation's own have other names, so the rights count too. */
export async function mayTriage(
  octokit: ProbotOctokit,
  { owner, repo }: RepositoryRef,
  login: string,
): Promise<boolean> {
  try {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login });
    const rights = data.user?.permissions;
    return ROLES.has(data.permission) || ROLES.has(data.role_name) || rights?.triage === true || rights?.push === true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

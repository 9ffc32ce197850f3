import type { ProbotOctokit } from 'probot';
import { type ConfigProposal, configProposal } from '../config/config-proposal.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import { checkId } from './check-id.ts';
import { isRateLimit, statusOf } from './github-error.ts';
import { ownerLayer } from './read-config.ts';
import { readRepositoryFile } from './repository-file.ts';
import { CONFIG_PATH } from './repository-query.ts';
import type { RepositoryReading } from './repository-reads.ts';

const CHECK_NAME = 'CommScore configuration';

export interface ConfigCheck {
  /** Commit that is checked. */
  head: string;
  /** The same job writes one. */
  jobId: string;
  /** Although the commit was checked before. */
  again: boolean;
  report: { passed: boolean; title: string; summary: string; annotations: { line: number; message: string }[] };
}

/** `not-permitted`: the owner has not granted it yet, told once in a while; `still-not-permitted`: it was told. */
export type CheckChange = 'created' | 'unchanged' | 'not-permitted' | 'still-not-permitted';

/** The configuration as it stands at a commit, which a fork's is too, beside what is in force. */
export async function readProposedConfig(
  octokit: ProbotOctokit,
  { owner, repo }: RepositoryRef,
  { head, inForce, around }: { head: string; inForce: RepositoryConfig; around: RepositoryReading },
): Promise<ConfigProposal> {
  const [below, text] = await Promise.all([
    ownerLayer(octokit, owner, around),
    readRepositoryFile(octokit, { owner, repo, path: CONFIG_PATH, ref: head }),
  ]);
  const file = text === null ? null : { name: `${owner}/${repo}:${CONFIG_PATH}`, text };
  return configProposal(inForce, below, file);
}

/** What an installation does not permit is asked for again after a day. */
const DAY_MS = 86_400_000;

export function configChecks(now: () => number) {
  const refusedAt = new Map<number, number>();

  /** One check run for each commit, and one more for each time that somebody asks for it again. */
  return async (octokit: ProbotOctokit, ref: ThreadRef, check: ConfigCheck, ownLogin: string): Promise<CheckChange> => {
    const { installationId } = ref;
    if (now() - (refusedAt.get(installationId) ?? Number.NEGATIVE_INFINITY) < DAY_MS) return 'still-not-permitted';
    try {
      if (await isThere(octokit, ref, check, ownLogin)) return 'unchanged';
      await createCheck(octokit, ref, check);
      refusedAt.delete(installationId);
      return 'created';
    } catch (error) {
      if (statusOf(error) !== 403 || isRateLimit(error)) throw error;
      refusedAt.set(installationId, now());
      return 'not-permitted';
    }
  };
}

async function isThere(
  octokit: ProbotOctokit,
  { owner, repo, number }: ThreadRef,
  { head, jobId, again }: ConfigCheck,
  ownLogin: string,
): Promise<boolean> {
  const { data } = await octokit.rest.checks.listForRef({
    owner,
    repo,
    ref: head,
    check_name: CHECK_NAME,
    filter: 'all',
    per_page: 100,
  });
  const own = data.check_runs.filter(({ app }) => `${app?.slug}[bot]` === ownLogin);
  return again ? own.some(({ external_id }) => external_id === checkId(number, jobId)) : own.length > 0;
}

async function createCheck(
  octokit: ProbotOctokit,
  { owner, repo, number }: ThreadRef,
  { head, jobId, report }: ConfigCheck,
): Promise<void> {
  const { passed, title, summary, annotations } = report;
  await octokit.rest.checks.create({
    owner,
    repo,
    name: CHECK_NAME,
    head_sha: head,
    external_id: checkId(number, jobId),
    status: 'completed',
    conclusion: passed ? 'success' : 'failure',
    output: {
      title,
      summary,
      annotations: annotations.map(({ line, message }) => ({
        path: CONFIG_PATH,
        start_line: line,
        end_line: line,
        annotation_level: 'failure' as const,
        message,
      })),
    },
  });
}

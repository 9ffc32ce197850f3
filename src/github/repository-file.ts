import type { ProbotOctokit } from 'probot';
import { isGone } from './github-error.ts';

export interface FileAddress {
  owner: string;
  repo: string;
  path: string;
  /** Commit; the default branch without it. */
  ref?: string;
}

/** GitHub reads no larger CODEOWNERS either. */
const LARGEST = 3 * 1024 * 1024;

/** Text of a file; null where there is none, or where it is larger than 3 MB. */
export async function readRepositoryFile(octokit: ProbotOctokit, address: FileAddress): Promise<string | null> {
  try {
    const { data } = await octokit.rest.repos.getContent({ ...address });
    if (Array.isArray(data) || data.type !== 'file' || data.size > LARGEST) return null;
    // From 1 MB on GitHub gives the text only to who asks for nothing else.
    if (data.encoding === 'none') return await readRawFile(octokit, address);
    if (data.encoding !== 'base64') return null;
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

async function readRawFile(octokit: ProbotOctokit, address: FileAddress): Promise<string | null> {
  const { data } = await octokit.rest.repos.getContent({ ...address, mediaType: { format: 'raw' } });
  const text: unknown = data;
  return typeof text === 'string' ? text : null;
}

/** The file's commits, newest first, at most a few. */
export async function readFileCommits(octokit: ProbotOctokit, address: FileAddress, atMost: number): Promise<string[]> {
  const { owner, repo, path } = address;
  const { data } = await octokit.rest.repos.listCommits({ owner, repo, path, per_page: atMost });
  return data.map(({ sha }) => sha);
}

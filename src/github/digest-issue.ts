import type { ProbotOctokit } from 'probot';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { DigestThreads, FoundDigest } from './digest-thread.ts';
import { isGone, statusOf } from './github-error.ts';

interface Issue {
  number: number;
  html_url: string;
  state: string;
  body?: string | null | undefined;
}

/** Issues of a repository as the place of its digest. */
export function digestIssues(octokit: ProbotOctokit, { owner, repo }: RepositoryRef): DigestThreads {
  const { issues } = octokit.rest;
  return {
    async read(number) {
      try {
        const { data } = await issues.get({ owner, repo, issue_number: number });
        // One that was transferred answers under its new number.
        return data.number === number ? found(data) : null;
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },
    async own(creator) {
      try {
        const { data } = await issues.listForRepo({ owner, repo, creator, state: 'open', per_page: 100 });
        return data.map(found);
      } catch (error) {
        // Issues are switched off.
        if (statusOf(error) === 410) return [];
        throw error;
      }
    },
    async open(title, body) {
      try {
        const { data } = await issues.create({ owner, repo, title, body, request: { retries: 0 } });
        return found(data).thread;
      } catch (error) {
        if (statusOf(error) === 410) return null;
        throw error;
      }
    },
    async edit({ thread }, body) {
      await issues.update({ owner, repo, issue_number: thread.number, body });
    },
  };
}

function found({ number, html_url, state, body }: Issue): FoundDigest {
  return {
    thread: { type: 'issue', number, url: html_url },
    open: state === 'open',
    body: body ?? '',
    id: String(number),
  };
}

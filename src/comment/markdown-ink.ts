import type { ThreadType } from '../domain/fact.ts';
import { codeSpan, link } from './escape.ts';
import type { Ink } from './words.ts';

export interface RepositoryAddress {
  owner: string;
  repo: string;
  /** Such as `https://github.com`. */
  webUrl: string;
}

export interface MarkdownInk extends Ink {
  threadOf(type: ThreadType | null, id: string): string;
  /** A link to the person, which notifies nobody. */
  person(login: string): string;
  /** A live mention, which notifies. */
  mention(login: string): string;
}

const LOGIN = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;
const THREAD_PATH = { issue: 'issues', pull: 'pull', discussion: 'discussions' } as const;

export function markdownInk({ owner, repo, webUrl }: RepositoryAddress): MarkdownInk {
  const repository = `${webUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
  // GitHub leads an issue's address on to the pull request or discussion that has the number.
  const threadOf = (type: ThreadType | null, id: string) =>
    /^\d{1,10}$/.test(id) ? link(`#${id}`, `${repository}/${THREAD_PATH[type ?? 'issue']}/${id}`) : codeSpan(id);
  const person = (login: string) => (LOGIN.test(login) ? link(codeSpan(login), `${webUrl}/${login}`) : codeSpan(login));
  return {
    code: (text) => codeSpan(text),
    thread: (id) => threadOf(null, id),
    threadOf,
    person,
    mention: (login) => (LOGIN.test(login) ? `@${login}` : codeSpan(login)),
  };
}

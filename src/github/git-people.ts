import { streamGit } from './git-command.ts';
import type { GitRepository } from './git-repository.ts';
import type { GitPerson } from './identities.ts';

/** Somebody who wrote commits, and one of those commits. */
export interface GitAuthor extends GitPerson {
  /** As it stands in the commit, before the mailmap. */
  rawEmail: string;
  commit: string;
  /** When the first and the last of those commits came, in seconds since 1970. */
  first: number;
  last: number;
}

export interface GitAuthors {
  /** Oldest first. */
  authors: GitAuthor[];
  /** Commits in the range. */
  commits: number;
}

/** Who wrote the commits of the range. Much faster than reading the changes: no tree is opened. */
export async function readAuthors(repository: GitRepository, since: string | null): Promise<GitAuthors> {
  const range = since === null ? repository.head : `${since}..${repository.head}`;
  const args = ['log', '--encoding=UTF-8', '--no-color', '--format=%H%ct %aN%x00%aE%x00%ae', range, '--'];
  const idLength = repository.head.length;
  const newest = new Map<string, Commits>();
  let commits = 0;
  for await (const lines of readLines(streamGit({ args, directory: repository.directory, ...repository.access }))) {
    commits += lines.length;
    for (const line of lines) {
      const end = line.indexOf(' ', idLength);
      const seconds = Number(line.slice(idLength, end));
      const author = line.slice(end + 1);
      const known = newest.get(author) ?? { commit: line.slice(0, idLength), first: seconds, last: seconds };
      // Met again further back: moves to the end, so that the reverse is the order of first appearance.
      newest.delete(author);
      newest.set(author, known);
      known.first = Math.min(known.first, seconds);
      known.last = Math.max(known.last, seconds);
    }
  }
  return { authors: [...newest].reverse().map(([author, those]) => toAuthor(author, those)), commits };
}

type Commits = Pick<GitAuthor, 'commit' | 'first' | 'last'>;

function toAuthor(author: string, commits: Commits): GitAuthor {
  const [name = '', email = '', rawEmail = ''] = author.split('\0');
  return { name, email, rawEmail, ...commits };
}

/** What the authors say of who is one person: the mailmapped name goes with both addresses. */
export function peopleOf(authors: GitAuthor[]): GitPerson[] {
  return authors.flatMap(({ name, email, rawEmail }) =>
    email === rawEmail
      ? [{ name, email }]
      : [
          { name, email },
          { name, email: rawEmail },
        ],
  );
}

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

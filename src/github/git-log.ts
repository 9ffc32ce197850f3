import type { FileChange } from '../domain/fact.ts';
import { streamGit } from './git-command.ts';
import type { GitRepository } from './git-repository.ts';
import type { GitPerson } from './identities.ts';

export interface Commit {
  id: string;
  /** When it came to the branch (committer's time), seconds since 1970. */
  seconds: number;
  name: string;
  email: string;
  committer: GitPerson;
  merge: boolean;
  message: string;
  /** Empty for a merge. */
  files: FileChange[];
}

/** Beyond this a commit is an import or a mass change, which says nothing of who knows a file. */
export const MAX_FILES_PER_COMMIT = 1000;

const ARGS = ['log', '-z', '--reverse', '--name-status', '--no-renames', '--encoding=UTF-8', '--no-color'];
const FORMAT = '--format=%H%n%P%n%ct%n%aN%n%aE%n%cN%n%cE%n%B';

/** Commits of the range, oldest first, in batches as they come. `since` null: all. */
export async function* readLog(repository: GitRepository, since: string | null): AsyncGenerator<Commit[]> {
  const range = since === null ? repository.head : `${since}..${repository.head}`;
  const parse = commitParser();
  const args = [...ARGS, FORMAT, range, '--'];
  for await (const chunk of streamGit({ args, directory: repository.directory, ...repository.access })) {
    const commits = parse(chunk);
    if (commits.length > 0) yield commits;
  }
  const last = parse(null);
  if (last.length > 0) yield last;
}

const NUL = 0;
const NEWLINE = 10;

/**
 * Reads `git log -z --name-status` as it comes: each header and each path ends in NUL, a status letter stands before
 * each path, and only the first one of a commit has a line break before it. Null: nothing more comes.
 */
export function commitParser(): (chunk: Buffer | null) => Commit[] {
  let rest: Buffer = Buffer.alloc(0);
  let commit: Commit | null = null;
  let pathFollows = false;
  let finished: Commit[] = [];

  function take(bytes: Buffer, start: number, end: number): void {
    if (commit !== null && pathFollows) {
      addPath(commit, bytes, start, end);
      pathFollows = false;
    } else if (isStatus(bytes, start, end)) {
      pathFollows = true;
    } else {
      if (commit !== null) finished.push(commit);
      commit = readHeader(bytes.toString('utf8', start, end));
    }
  }

  return (chunk) => {
    if (chunk === null) return commit === null ? [] : [commit];
    finished = [];
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NUL); end !== -1; end = bytes.indexOf(NUL, start)) {
      take(bytes, start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    return finished;
  };
}

function isStatus(bytes: Buffer, start: number, end: number): boolean {
  return end - start === 1 || (end - start === 2 && bytes[start] === NEWLINE);
}

function addPath(commit: Commit, bytes: Buffer, start: number, end: number): void {
  if (commit.files.length >= MAX_FILES_PER_COMMIT) return;
  commit.files.push({ path: bytes.toString('utf8', start, end), added: null, deleted: null });
}

function readHeader(header: string): Commit {
  const [
    id = '',
    parents = '',
    seconds = '',
    name = '',
    email = '',
    committerName = '',
    committerEmail = '',
    ...message
  ] = header.split('\n');
  return {
    id,
    seconds: Number(seconds),
    name,
    email,
    committer: { name: committerName, email: committerEmail },
    merge: parents.includes(' '),
    message: message.join('\n'),
    files: [],
  };
}

import type { ChangeFact, Fact } from '../domain/fact.ts';
import { isAutomation } from './bots.ts';
import { readMessage } from './commit-message.ts';
import { askGit } from './git-command.ts';
import { type Commit, readLog } from './git-log.ts';
import { peopleOf, readAuthors } from './git-people.ts';
import { type GitRepository, openRepository } from './git-repository.ts';
import { type AuthorLinks, type Identities, identities } from './identities.ts';

/** Commits of a clone on this machine as facts, oldest first, in batches; `since`: a commit already read. @throws GitError */
export async function* readCommits(
  path: string,
  { since = null, links = new Map() }: { since?: string | null; links?: AuthorLinks } = {},
): AsyncGenerator<Fact[]> {
  const repository = await openRepository(path);
  const { authors } = await readAuthors(repository, null);
  const start = await knownCommit(repository, since);
  yield* readChanges(repository, start, identities(peopleOf(authors), links));
}

/** The commit when the present head still stands on it; null after a force push, and where all is to be read. */
export async function knownCommit(repository: GitRepository, since: string | null): Promise<string | null> {
  if (since === null || !/^[0-9a-f]{40,64}$/.test(since)) return null;
  const args = ['merge-base', '--is-ancestor', since, repository.head];
  return (await askGit({ args, directory: repository.directory, ...repository.access })) ? since : null;
}

/** Changes after `since`, and for each automation met a fact that it is one. */
export async function* readChanges(
  repository: GitRepository,
  since: string | null,
  { idOf }: Identities,
): AsyncGenerator<Fact[]> {
  const met = new Set<string>();
  for await (const commits of readLog(repository, since)) {
    const facts: Fact[] = [];
    for (const commit of commits) {
      if (repository.cutOff.has(commit.id)) commit.files = [];
      facts.push(...changesOf(commit, idOf));
      const author = idOf(commit);
      if (met.has(author)) continue;
      met.add(author);
      if (isAutomation(author)) facts.push({ kind: 'person', login: author, organisation: null, bot: true });
    }
    yield facts;
  }
}

/** A commit of several authors is one change of each: all of them know what it changed. */
function changesOf(commit: Commit, idOf: Identities['idOf']): ChangeFact[] {
  const message = readMessage(commit.message);
  const author = idOf(commit);
  const change: ChangeFact = {
    kind: 'change',
    id: commit.id,
    time: new Date(commit.seconds * 1000).toISOString(),
    author: author === '' ? null : author,
    reviewers: others(message.reviewers.map(idOf), author),
    files: commit.files,
    title: message.title,
    body: message.body,
  };
  if (message.coauthors.length === 0) return [change];
  const coauthors = others(message.coauthors.map(idOf), author);
  return [
    change,
    ...coauthors.map((id) => ({ ...change, id: `${commit.id}:${id}`, author: id, reviewers: [], title: '', body: '' })),
  ];
}

function others(ids: string[], author: string): string[] {
  if (ids.length === 0) return ids;
  return [...new Set(ids)].filter((id) => id !== '' && id !== author && !isAutomation(id));
}

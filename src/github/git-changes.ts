import type { ChangeFact, Fact } from '../domain/fact.ts';
import type { EvidenceKind } from '../domain/review-evidence.ts';
import { isAutomation } from './bots.ts';
import { cloneReviews, type JudgeReview, others } from './clone-reviews.ts';
import { readMessage } from './commit-message.ts';
import { readPullBranches } from './git-branches.ts';
import { askGit } from './git-command.ts';
import { type Commit, readLog } from './git-log.ts';
import { peopleOf, readAuthors } from './git-people.ts';
import { type GitRepository, openRepository } from './git-repository.ts';
import { type AuthorLinks, type Identities, identities } from './identities.ts';

export interface CommitReading {
  /** A commit already read; null: none. */
  since?: string | null;
  links?: AuthorLinks;
  /** Told for each change that somebody reviewed: how the commits tell. */
  evidence?: (kind: EvidenceKind) => void;
}

/**
 * Commits of a clone on this machine as facts, oldest first, in batches. Nothing else tells who reviewed: where no
 * line names anybody it is read from who merged, signed off or committed. @throws GitError
 */
export async function* readCommits(path: string, reading: CommitReading = {}): AsyncGenerator<Fact[]> {
  const { since = null, links = new Map(), evidence = () => undefined } = reading;
  const repository = await openRepository(path);
  const { authors } = await readAuthors(repository, null);
  const start = await knownCommit(repository, since);
  const people = identities(peopleOf(authors), links);
  const pulls = await readPullBranches(repository, start);
  yield* readChanges(repository, start, people, cloneReviews({ people, pulls, evidence }));
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
  judge: JudgeReview = ({ change }) => change,
): AsyncGenerator<Fact[]> {
  const met = new Set<string>();
  for await (const commits of readLog(repository, since)) {
    const facts: Fact[] = [];
    for (const commit of commits) {
      if (repository.cutOff.has(commit.id)) commit.files = [];
      facts.push(...changesOf(commit, idOf, judge));
      const author = idOf(commit);
      if (met.has(author)) continue;
      met.add(author);
      if (isAutomation(author)) facts.push({ kind: 'person', login: author, organisation: null, bot: true });
    }
    yield facts;
  }
}

/** A commit of several authors is one change of each: all of them know what it changed. */
function changesOf(commit: Commit, idOf: Identities['idOf'], judge: JudgeReview): ChangeFact[] {
  const message = readMessage(commit.message);
  const author = idOf(commit);
  const coauthors = others(message.coauthors.map(idOf), [author]);
  const change: ChangeFact = {
    kind: 'change',
    id: commit.id,
    time: new Date(commit.seconds * 1000).toISOString(),
    author: author === '' ? null : author,
    reviewers: others(message.reviewers.map(idOf), [author]),
    files: commit.files,
    title: message.title,
    body: message.body,
  };
  return [
    judge({ change, commit, message, authors: [author, ...coauthors] }),
    ...coauthors.map((id) => ({ ...change, id: `${commit.id}:${id}`, author: id, reviewers: [], title: '', body: '' })),
  ];
}

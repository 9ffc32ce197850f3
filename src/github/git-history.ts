import type { ProbotOctokit } from 'probot';
import type { Fact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { readAuthorLinks } from './author-links.ts';
import { affiliationFacts } from './git-affiliations.ts';
import { knownCommit, readChanges } from './git-changes.ts';
import { fetchClone } from './git-clone.ts';
import { runGit } from './git-command.ts';
import { readDocuments } from './git-documents.ts';
import { peopleOf, readAuthors } from './git-people.ts';
import type { GitRepository } from './git-repository.ts';
import { identities } from './identities.ts';
import { CONFIG_PATH } from './repository-query.ts';

export interface GitHistorySource {
  octokit: ProbotOctokit;
  gitToken(ref: RepositoryRef): Promise<string>;
  /** Patterns of `related.docs`. */
  documents(ref: RepositoryRef): Promise<readonly string[]>;
  dataDir: string;
  web: string;
}

export interface GitBatch {
  facts: Fact[];
  known: 'keep' | 'replace';
  /** With the last batch: what was read up to. */
  commit: string | null;
  progress: { what: 'commits' | 'documents'; done: number; total: number | null };
}

const FACTS_PER_BATCH = 500;

/** Commits after `since`, then the documents that they changed; nothing where there is nothing new. */
export async function* readGitHistory(
  source: GitHistorySource,
  ref: RepositoryRef,
  since: string | null,
): AsyncGenerator<GitBatch> {
  const { owner, repo } = ref;
  const clone = await fetchClone({ ...source, owner, repo }, await source.gitToken(ref));
  if (clone === null || clone.head === since) return;
  const start = await knownCommit(clone, since);
  yield* readNewChanges(source, ref, clone, start);
  const documents = await readNewDocuments(source, ref, clone, start);
  const progress = { what: 'documents' as const, done: documents.length, total: documents.length };
  yield { facts: documents, known: 'replace', commit: clone.head, progress };
}

async function* readNewChanges(
  { octokit }: GitHistorySource,
  ref: RepositoryRef,
  clone: GitRepository,
  start: string | null,
): AsyncGenerator<GitBatch> {
  const { authors, commits } = await readAuthors(clone, null);
  const total = start === null ? commits : await countCommits(clone, start);
  const links = await readAuthorLinks(octokit, ref, clone.directory, authors);
  const people = identities(peopleOf(authors), links);
  let facts: Fact[] = [];
  let done = 0;
  for await (const some of readChanges(clone, start, people)) {
    facts.push(...some);
    if (facts.length < FACTS_PER_BATCH) continue;
    done += facts.length;
    yield { facts, known: 'keep', commit: null, progress: { what: 'commits', done: Math.min(done, total), total } };
    facts = [];
  }
  if (facts.length > 0) yield { facts, known: 'keep', commit: null, progress: { what: 'commits', done: total, total } };
  const affiliations = affiliationFacts(authors, people);
  for (let at = 0; at < affiliations.length; at += FACTS_PER_BATCH) {
    const some = affiliations.slice(at, at + FACTS_PER_BATCH);
    yield { facts: some, known: 'replace', commit: null, progress: { what: 'commits', done: total, total } };
  }
}

async function readNewDocuments(
  source: GitHistorySource,
  ref: RepositoryRef,
  clone: GitRepository,
  start: string | null,
): Promise<Fact[]> {
  const globs = await source.documents(ref);
  const address = `${source.web}/${ref.owner}/${ref.repo}/blob/HEAD/`;
  const changed = start === null ? null : await changedPaths(clone, start);
  // Another configuration may name other documents.
  const all = changed === null || changed.has(CONFIG_PATH);
  return readDocuments(
    clone,
    globs,
    (path) => address + path.split('/').map(encodeURIComponent).join('/'),
    (path) => all || changed.has(path),
  );
}

async function countCommits({ directory, access, head }: GitRepository, start: string): Promise<number> {
  return Number(await runGit({ args: ['rev-list', '--count', `${start}..${head}`, '--'], directory, ...access }));
}

async function changedPaths({ directory, access, head }: GitRepository, start: string): Promise<Set<string>> {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', start, head, '--'];
  return new Set((await runGit({ args, directory, ...access })).split('\0'));
}

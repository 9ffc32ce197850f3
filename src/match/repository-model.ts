import type { Fact } from '../domain/fact.ts';
import type { RankedContent, RankedLabel, RankedPerson, RelatedItem } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { bestPassage, type Passage } from './best-passage.ts';
import type { Codeowners } from './codeowners.ts';
import { freeThreads } from './free-threads.ts';
import { type KnownWork, knownWork, knownWorkInSteps } from './known-work.ts';
import { createModelParts, learnFact, type ModelParts, removeFact } from './model-parts.ts';
import type { NearContent } from './nearest-vectors.ts';
import { type PersonStanding, personStanding } from './person-standing.ts';
import type { RankRules } from './rank-reviewers.ts';
import { readTime } from './read-time.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { assigneesSpread, reviewersSpread, type SpreadOptions } from './spread-work.ts';
import type { Steps } from './steps.ts';

/** What a question may draw on besides the facts. */
export interface AskOptions extends SpreadOptions {
  /** ISO 8601; the only clock. */
  at: string;
  /** How many answers at most. */
  k: number;
  /** Who may be suggested; absent: everybody who is no bot. */
  allowed?: (login: string) => boolean;
  codeowners?: Codeowners;
  /** Of labels: names of those that exist, so that one nobody has used yet may be answered. */
  labels?: readonly string[];
  /** Of related content: what text models take for alike, nearest first. */
  near?: readonly NearContent[];
  /** Of people: whether all evidence is told besides the reasons. */
  explain?: boolean;
}

/** All that has been learnt from one repository: a function of the set of facts, the latest of each id. */
export interface RepositoryModel extends PersonStanding {
  /** The same kind and id again replaces; an identical fact changes nothing. */
  learn(fact: Fact): void;
  /** As if the fact had never been learnt. `id` is what `factId` says of it. */
  remove(kind: Fact['kind'], id: string): void;
  /**
   * Does what learning left to do, so that no question of these kinds (absent: of any) has to, in pieces of some milliseconds. Answers and snapshots are
   * the same without it, and wherever it is left off.
   */
  settle(kinds?: readonly Settled[]): Steps<void>;
  reviewers(task: Task, options: AskOptions): RankedPerson[];
  assignees(task: Task, options: AskOptions): RankedPerson[];
  labels(task: Task, options: AskOptions): RankedLabel[];
  related(task: Task, options: AskOptions): RankedContent[];
  /** Where a document says most of what is asked; null where it says nothing of it. Its text is not kept here. */
  passage(task: Task, document: { body: string }): Passage | null;
  /** Documents that share words with a text, best first, with the words that say most. */
  documents(text: { title: string; body: string }, k: number): FoundDocument[];
  /** What `related` names, as it is shown; null where it is not known. */
  content(id: string): ContentSummary | null;
  /** Numbers of the k latest issues and discussions that are open, without an answer, and nobody's. */
  freeThreads(k: number): string[];
  /** Whether a file or directory of that path was ever changed. */
  knowsPath(path: string): boolean;
  size(): ModelSize;
  /** What people did until a time in milliseconds since 1970, for measures of the community. */
  work(at: number): KnownWork;
  /** The same in pieces: what is learnt while it rests may be in it or not. */
  workInSteps(at: number): Steps<KnownWork>;
  snapshot(): Uint8Array;
}

/** What takes long to answer at first. */
export type Settled = 'reviewers' | 'assignees' | 'labels';

const SETTLED: readonly Settled[] = ['labels', 'reviewers', 'assignees'];

/** The bytes are of another version or no snapshot at all: learn anew. */
export class SnapshotError extends Error {
  override name = 'SnapshotError';
}

export type ContentSummary = Pick<RelatedItem, 'kind' | 'title' | 'url' | 'state' | 'outcome' | 'type' | 'fixedBy'>;

export interface FoundDocument {
  id: string;
  url: string;
  title: string;
  /** Only comparable within one answer. */
  score: number;
  terms: string[];
}

export interface ModelSize {
  changes: number;
  threads: number;
  documents: number;
  people: number;
}

export function createRepositoryModel(): RepositoryModel {
  return modelOf(createModelParts());
}

function modelOf(parts: ModelParts): RepositoryModel {
  const { people, bots, changes, threads, contents, labels, links } = parts;

  function rulesOf({ at, k, allowed = () => true, codeowners = () => null, explain = false }: AskOptions): RankRules {
    return {
      time: readTime(at) ?? latestTime(),
      k,
      codeowners,
      explain,
      allowed: (login) => !bots.has(login) && allowed(login),
    };
  }

  /** Where the time of a question cannot be read, it is asked right after the last thing that happened. */
  function latestTime(): number {
    let latest = 0;
    for (const { time } of [...changes.all(), ...threads.all()]) if (time > latest) latest = time;
    return latest;
  }

  function content(id: string): ContentSummary | null {
    const thread = threads.find(id);
    if (thread !== null) {
      const { title, type, state, outcome, fixedBy } = thread;
      return { kind: 'thread', title, url: null, type, state, outcome, ...(fixedBy && { fixedBy }) };
    }
    const document = contents.document(id);
    if (document === null) return null;
    return { kind: 'document', title: document.title, url: document.url, type: null, state: null, outcome: null };
  }

  return {
    learn: (fact) => learnFact(parts, fact),
    remove: (kind, id) => removeFact(parts, kind, id),
    reviewers: (task, options) => reviewersSpread(parts, task, rulesOf(options), options),
    assignees: (task, options) => assigneesSpread(parts, task, rulesOf(options), options),
    labels(task, { at, k, labels: existing = [] }) {
      return labels.rank(task, { at: readTime(at) ?? latestTime(), k, existing });
    },
    *settle(kinds = SETTLED) {
      for (const kind of kinds) yield* kind === 'labels' ? labels.settle() : parts.tuning.settle(kind);
    },
    related: (task, { at, k, near = [] }) =>
      contents.related(task, k, readTime(at), { find: threads.find, root: links.root, near }),
    passage: (task, { body }) => bestPassage(task, body, contents.rarity()),
    documents: (text, k) =>
      contents.similarDocuments(text, k).flatMap(({ id, score, terms }) => {
        const document = contents.document(id);
        return document === null ? [] : [{ ...document, score, terms }];
      }),
    content,
    ...personStanding(parts),
    freeThreads: (k) => freeThreads(threads, k),
    knowsPath: (path) => parts.tree.find(path) !== null,
    size: () => ({
      changes: changes.count(),
      threads: threads.count(),
      documents: contents.documentCount(),
      people: people.count(),
    }),
    work: (at) => knownWork(parts, at),
    workInSteps: (at) => knownWorkInSteps(parts, at),
    snapshot: () => writeSnapshot(parts),
  };
}

/** @throws SnapshotError when the bytes are not what this version writes. */
export function restoreRepositoryModel(bytes: Uint8Array): RepositoryModel {
  const parts = createModelParts();
  try {
    readSnapshot(bytes, parts);
  } catch (cause) {
    throw new SnapshotError('this is no snapshot of this version', { cause });
  }
  return modelOf(parts);
}

import type { KeyObject } from 'node:crypto';
import type { ChangedFile } from './git-read.ts';
import type { GitRepository } from './git-repository.ts';

/** Everything the simulated GitHub remembers. All times are ISO 8601 UTC. */
export interface State {
  apps: App[];
  installations: Installation[];
  accounts: Account[];
  repositories: Repository[];
  /** By what they were called before, `owner/name` in lower case. */
  formerNames: Map<string, Repository>;
  teams: Team[];
  /** Whether suggestion fields of issues are taken (`on`), refused (`off`), or not known, so that what is offered is done. */
  preview: 'on' | 'off' | 'unknown';
  suggestions: OfferedSuggestion[];
  /** By node id: the one index that REST and GraphQL share. */
  nodes: Map<string, Node>;
  tokens: Map<string, InstallationToken>;
  nextId: number;
}

export type Node = Account | Repository | Thread | Comment | Review | Label | Category | Milestone | Reaction;
export type Permission = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
export type Permissions = Record<string, 'read' | 'write'>;

interface Identified {
  id: number;
  nodeId: string;
}

export interface Account extends Identified {
  kind: 'account';
  type: 'User' | 'Bot' | 'Organization';
  login: string;
  name: string | null;
  company: string | null;
  /** Organisations that they publicly say to belong to. */
  memberOf: Account[];
  /** Addresses by which commits are recognised as theirs. */
  emails: string[];
  createdAt: string;
}

export interface Team extends Identified {
  kind: 'team';
  owner: Account;
  slug: string;
  members: Account[];
  parent: Team | null;
}

export interface App extends Identified {
  slug: string;
  name: string;
  owner: Account;
  bot: Account;
  publicKey: KeyObject;
  webhookSecret: string;
  permissions: Permissions;
  events: string[];
  createdAt: string;
}

export interface Installation {
  id: number;
  app: App;
  account: Account;
  selection: 'all' | 'selected';
  repositories: Set<Repository>;
  createdAt: string;
  updatedAt: string;
  suspendedAt: string | null;
}

export interface InstallationToken {
  token: string;
  installation: Installation;
  permissions: Permissions;
  /** null: all of the installation's. */
  repositories: Set<Repository> | null;
  expiresAt: string;
}

export interface Repository extends Identified {
  kind: 'repository';
  owner: Account;
  name: string;
  description: string | null;
  private: boolean;
  fork: boolean;
  archived: boolean;
  hasIssues: boolean;
  defaultBranch: string;
  language: string | null;
  labels: Label[];
  categories: Category[];
  milestones: Milestone[];
  collaborators: Map<Account, Permission>;
  threads: Map<number, Thread>;
  nextNumber: number;
  checkRuns: CheckRun[];
  git: GitRepository;
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
}

/** Something that an app offers to an issue for a person to accept or reject. */
export interface OfferedSuggestion {
  thread: Issue;
  kind: 'label' | 'assignee';
  name: string;
  rationale: string;
  confidence: string;
}

export interface Label extends Identified {
  kind: 'label';
  repository: Repository;
  name: string;
  color: string;
  description: string | null;
  createdAt: string;
}

export interface Milestone extends Identified {
  kind: 'milestone';
  repository: Repository;
  number: number;
  title: string;
  dueOn: string | null;
  state: 'open' | 'closed';
  createdAt: string;
}

export interface Category extends Identified {
  kind: 'category';
  repository: Repository;
  name: string;
  slug: string;
  emoji: string;
  description: string;
  answerable: boolean;
  createdAt: string;
}

export type Thread = Issue | Pull | Discussion;

interface ThreadBase extends Identified {
  repository: Repository;
  number: number;
  title: string;
  body: string | null;
  author: Account | null;
  labels: Label[];
  comments: Comment[];
  reactions: Reaction[];
  locked: boolean;
  state: 'open' | 'closed';
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export type ThreadEvent = PersonEvent | LabelEvent | EndingEvent;

interface BaseEvent extends Identified {
  kind: 'event';
  thread: Issue | Pull;
  actor: Account;
  createdAt: string;
}

/** What was done with a person in a thread. */
export interface PersonEvent extends BaseEvent {
  what: 'assigned' | 'unassigned' | 'review_requested' | 'review_request_removed';
  person: Account;
}

export interface LabelEvent extends BaseEvent {
  what: 'labeled' | 'unlabeled';
  label: Label;
}

/** How it came to an end. */
export interface EndingEvent extends BaseEvent {
  what: 'closed' | 'marked_as_duplicate' | 'unmarked_as_duplicate';
  /** The pull that closed it, or what it is a duplicate of; null where it was closed by hand. */
  other: Issue | Pull | null;
}

export interface Issue extends ThreadBase {
  kind: 'issue';
  events: ThreadEvent[];
  milestone: Milestone | null;
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  assignees: Account[];
  closedBy: Account | null;
}

export interface Pull extends ThreadBase {
  kind: 'pull';
  events: ThreadEvent[];
  milestone: Milestone | null;
  assignees: Account[];
  closedBy: Account | null;
  draft: boolean;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommit: string | null;
  base: { ref: string; sha: string };
  head: { ref: string; sha: string };
  requestedReviewers: Account[];
  reviews: Review[];
  /** Read from git when first asked for. */
  size: PullSize | null;
}

export interface PullSize {
  commits: number;
  files: ChangedFile[];
}

export interface Discussion extends ThreadBase {
  kind: 'discussion';
  category: Category;
  stateReason: 'resolved' | 'outdated' | 'duplicate' | 'reopened' | null;
  answer: Comment | null;
  answerChosenAt: string | null;
  answerChosenBy: Account | null;
}

export interface Comment extends Identified {
  kind: 'comment';
  thread: Thread;
  author: Account | null;
  body: string;
  viaApp: App | null;
  /** Who changed it last. */
  editor?: Account;
  replyTo: Comment | null;
  reactions: Reaction[];
  createdAt: string;
  updatedAt: string;
}

export interface Review extends Identified {
  kind: 'review';
  pull: Pull;
  author: Account | null;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  commit: string;
  submittedAt: string;
}

export interface Reaction extends Identified {
  kind: 'reaction';
  subject: Thread | Comment;
  user: Account;
  content: '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';
  createdAt: string;
}

export interface CheckRun extends Identified {
  repository: Repository;
  app: App;
  /** As the app asked for it, merged over the defaults. */
  fields: Record<string, unknown>;
}

export function emptyState(): State {
  return {
    apps: [],
    installations: [],
    accounts: [],
    repositories: [],
    formerNames: new Map(),
    teams: [],
    preview: 'off',
    suggestions: [],
    nodes: new Map(),
    tokens: new Map(),
    nextId: 1_000_001,
  };
}

/** The next id, and a node id made of it in the way GitHub's look. */
export function identify(state: State, prefix: string): { id: number; nodeId: string } {
  const id = state.nextId++;
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(id, 0, 6);
  return { id, nodeId: `${prefix}_kwDO${bytes.toString('base64url')}` };
}

export function remember<N extends Node>(state: State, node: N): N {
  state.nodes.set(node.nodeId, node);
  return node;
}

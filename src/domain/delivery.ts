import type { ThreadType } from './fact.ts';
import type { RepositoryRef } from './thread-ref.ts';

/** One webhook, cut down to what routing needs: names and numbers, no text of users. */
export interface Delivery {
  /** `X-GitHub-Delivery`; the same on a redelivery. */
  id: string;
  /** `issues`, `pull_request`, ... */
  event: string;
  /** '' where the event has none (push). */
  action: string;
  installationId: number | null;
  repository: { owner: string; repo: string; defaultBranch: string; fork: boolean; archived: boolean } | null;
  sender: { login: string; bot: boolean } | null;
  thread: DeliveredThread | null;
  /** issue_comment and discussion_comment. */
  comment: DeliveredComment | null;
  /** check_run and check_suite: number of the pull request whose head was checked by the app; null where none is known. */
  checked: number | null;
  /** push: the branch that moved; null for tags and other events. */
  branch: string | null;
  /** Which fields the event says are not what they were. */
  changed: string[];
  /** repository: what it was called before it was renamed or went to another owner. */
  formerly: { owner: string; repo: string } | null;
  /** Events about an account: of an installation the one it is on, else the organization. */
  account: Renamed | null;
  label: Renamed | null;
  /** installation and installation_repositories: which repositories came and went. */
  repositoriesAdded: RepositoryRef[];
  repositoriesRemoved: RepositoryRef[];
}

export interface Renamed {
  name: string;
  /** null where it is called what it was called before. */
  formerly: string | null;
}

export interface DeliveredComment {
  /** As GraphQL calls it. */
  id: string;
  /** Whether a line of it speaks to the app. */
  command: boolean;
}

export interface DeliveredThread {
  type: ThreadType;
  number: number;
  open: boolean;
  locked: boolean;
  draft: boolean;
  authorIsBot: boolean;
  /** It comes from another repository, where it was started. */
  transferred: boolean;
  createdAt: string;
}

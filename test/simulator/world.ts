import type {
  Account,
  Comment,
  Discussion,
  Installation,
  Issue,
  Label,
  Pull,
  Repository,
  Review,
  State,
} from './state.ts';

/** What every part of the simulator is given. */
export interface World {
  state: State;
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  address: string;
  /** Bare repositories lie here as OWNER/NAME.git. */
  directory: string;
  /** ISO 8601 UTC, whole seconds as GitHub gives. */
  now(): string;
  /** Tells the apps that are installed and subscribed; resolves when each has answered or timed out. */
  emit(event: Happening): Promise<void>;
}

/** Something that GitHub would send a webhook for. */
export type Happening =
  | {
      event: 'issues';
      action: string;
      issue: Issue;
      sender: Account;
      label?: Label;
      assignee?: Account;
      changes?: object;
    }
  | {
      event: 'issue_comment';
      action: string;
      thread: Issue | Pull;
      comment: Comment;
      sender: Account;
      changes?: object;
    }
  | {
      event: 'pull_request';
      action: string;
      pull: Pull;
      sender: Account;
      label?: Label;
      assignee?: Account;
      reviewer?: Account;
      changes?: object;
      before?: string;
    }
  | { event: 'pull_request_review'; action: string; pull: Pull; review: Review; sender: Account }
  | {
      event: 'discussion';
      action: string;
      discussion: Discussion;
      sender: Account;
      label?: Label;
      changes?: object;
      oldAnswer?: Comment;
    }
  | {
      event: 'discussion_comment';
      action: string;
      discussion: Discussion;
      comment: Comment;
      sender: Account;
      changes?: object;
    }
  | { event: 'label'; action: string; repository: Repository; label: Label; sender: Account; changes?: object }
  | { event: 'repository'; action: string; repository: Repository; sender: Account; changes?: object }
  | { event: 'member'; action: string; repository: Repository; member: Account; sender: Account; changes?: object }
  | { event: 'installation_target'; action: 'renamed'; installation: Installation; sender: Account; changes: object }
  | { event: 'push'; repository: Repository; ref: string; before: string; after: string; sender: Account }
  | { event: 'installation'; action: string; installation: Installation; sender: Account; gone?: Repository[] }
  | {
      event: 'installation_repositories';
      action: 'added' | 'removed';
      installation: Installation;
      repositories: Repository[];
      sender: Account;
    };

/** Something that happened in a repository. Same kind and id: the later learnt one replaces the earlier. */
export type Fact = ChangeFact | ThreadFact | DocumentFact | LinkFact | PersonFact;

export interface FileChange {
  path: string;
  /** Lines; null where the source does not tell. */
  added: number | null;
  deleted: number | null;
}

/** A commit or merged pull request. */
export interface ChangeFact {
  kind: 'change';
  /** Commit id, or what the source calls the change. */
  id: string;
  /** ISO 8601 UTC; the only clock. */
  time: string;
  author: string | null;
  reviewers: string[];
  files: FileChange[];
  title: string;
  body: string;
}

export type ThreadType = 'issue' | 'pull' | 'discussion';

/** How a closed thread ended; null while it is open or where the source does not tell. */
export type ThreadOutcome = 'completed' | 'not-planned' | 'duplicate' | 'merged' | 'answered';

/** What an issue was closed by: a merged pull of the repository by its number, or a commit by its id. */
export interface Fix {
  kind: 'pull' | 'commit';
  id: string;
}

export interface ThreadFact {
  kind: 'thread';
  type: ThreadType;
  /** The number on GitHub, as text: issues, pulls and discussions of a repository share one sequence. */
  id: string;
  time: string;
  author: string | null;
  title: string;
  body: string;
  labels: string[];
  /** Labels that a human took off and nobody put back; absent where the source does not tell. */
  unlabelled?: string[];
  /** Of a discussion: who wrote the accepted answer. */
  assignees: string[];
  participants: string[];
  /** Asked to review a pull and yet to answer; absent where the source does not tell. */
  requested?: string[];
  state: 'open' | 'closed';
  /** Only people with access may speak; absent where it is not so, or where the source does not tell. */
  locked?: true;
  /** Of an open discussion: when it was answered. */
  closedAt: string | null;
  outcome: ThreadOutcome | null;
  /** Absent where it was closed by hand, or where the source does not tell. */
  fixedBy?: Fix;
  /** The thread it stands marked as a duplicate of; null where that was taken back, absent where it never was. */
  duplicateOf?: string | null;
  /** What was accepted as the answer to a discussion. */
  answer?: string;
  /** Of a discussion; absent where the source does not tell. */
  category?: DiscussionCategory;
  /** When a human other than the author first spoke; null where nobody has, absent where the source does not tell. */
  firstResponseAt?: string | null;
  /** Of issues and pulls: when a human spoke last; null where nobody has since it was opened, absent as above. */
  lastWord?: LastWord | null;
  /** Of issues and pulls: the open milestone it belongs to; absent where there is none, or where the source does not tell. */
  milestone?: ThreadMilestone;
  /** How humans sounded on it, its own text among what they said, the earliest week first; absent where the source does not tell. */
  tones?: WeekTones[];
}

export interface ThreadMilestone {
  number: number;
  title: string;
  /** ISO 8601 UTC; null: at no particular time. */
  dueOn: string | null;
}

/** Counts of comments; who wrote them is not kept. */
export interface WeekTones {
  /** The Monday it began on, UTC, as `2026-11-23`. */
  week: string;
  comments: number;
  negative: number;
  toxic: number;
  /** The same of those that a text model was asked about; absent where none was. */
  byModel?: Omit<WeekTones, 'week' | 'byModel'>;
}

export interface LastWord {
  at: string;
  byAuthor: boolean;
}

export interface DiscussionCategory {
  name: string;
  /** Whether one comment may be accepted as the answer. */
  answerable: boolean;
}

/** A page of the documentation, or an article of a feed. */
export interface DocumentFact {
  kind: 'document';
  id: string;
  url: string;
  title: string;
  body: string;
}

export interface LinkFact {
  kind: 'link';
  type: 'duplicate' | 'related';
  from: string;
  to: string;
  time: string;
}

export interface PersonFact {
  kind: 'person';
  login: string;
  /** As their public profile or the source has it; null where it names none. */
  organisation: string | null;
  bot: boolean;
  /** Where their commits were mailed from, as far as that may tell an organisation; absent where the source does not tell. */
  hosts?: HostUse[];
  /** Organisations on GitHub that they publicly say to belong to; absent as above. */
  memberOf?: string[];
  /** When GitHub was asked for their profile, ISO 8601 UTC; absent: never. */
  profileReadAt?: string;
}

/** Commits whose addresses are of one host, without what stands before it: the days of the first and the last. */
export interface HostUse {
  host: string;
  from: string;
  to: string;
}

/** What a fact is replaced by: kind and id together. */
export function factId(fact: Fact): string {
  switch (fact.kind) {
    case 'change':
    case 'thread':
    case 'document':
      return fact.id;
    case 'link':
      return `${fact.type}:${fact.from}:${fact.to}`;
    case 'person':
      return fact.login;
  }
}

import type { RepositoryConfig } from '../config/repository-config.ts';
import type { Fact } from '../domain/fact.ts';
import type { RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import type { Additions, CommentChange, GitHub } from './github-port.ts';
import type { MeasureStore } from './measure-ports.ts';
import type { PlaceStore } from './place-store.ts';
import type { PersonSettings, Store, SuggestionRecord } from './store-port.ts';
import type { ThreadReading } from './thread-reading.ts';
import type { TriagePorts } from './triage.ts';

export interface CommandGitHub {
  /** The comment as it stands now; null when it is gone or belongs to another thread. */
  readComment(ref: ThreadRef, id: string): Promise<CommandComment | null>;
  /** Whether GitHub lets the person label and assign here, asked anew each time. */
  mayTriage(ref: RepositoryRef, login: string): Promise<boolean>;
  /** Makes this the app's one reaction; `reactions` of the comment are those that stand. */
  react(ref: RepositoryRef, comment: Pick<CommandComment, 'id' | 'reactions'>, wanted: Reaction): Promise<void>;
  /** Creates, edits, leaves alone or (null) removes the one answer to the comment, known by marker and author. */
  reply(ref: ThreadRef, comment: CommandComment, body: string | null): Promise<CommentChange>;
  /** Removes what the app itself has put on the thread. */
  takeBack(ref: ThreadRef, additions: Additions): Promise<void>;
}

/** `EYES`: taken; `THUMBS_UP`: done; `THUMBS_DOWN`: not allowed; `CONFUSED`: not understood or not possible. */
export type Reaction = 'EYES' | 'THUMBS_UP' | 'THUMBS_DOWN' | 'CONFUSED';

export interface CommandComment {
  /** Node id. */
  id: string;
  body: string;
  /** null: a deleted account. */
  author: string | null;
  authorIsHuman: boolean;
  /** Of the thread. */
  locked: boolean;
  /** ISO 8601 UTC. */
  createdAt: string;
  /** The app's own. */
  reactions: Reaction[];
  /** Where a discussion keeps answers to it; null elsewhere. */
  replyTo: string | null;
}

export interface CommandStore extends Pick<MeasureStore, 'removeMeasurements'>, Pick<PlaceStore, 'repositoriesOf'> {
  /** Which of a comment's lines were run before, however it was edited since. */
  readCommands(ref: RepositoryRef, commentId: string, lines: string[]): Promise<RanCommand[]>;
  recordCommand(ref: RepositoryRef, ran: RanCommand & { comment: string; by: string; at: string }): Promise<void>;
  /** How many commands of a person were run in a repository since a time. */
  commandsSince(ref: RepositoryRef, login: string, since: string): Promise<number>;
  /** What a human wants of the comment from now on. */
  markComment(ref: ThreadRef, comment: 'ignored' | 'asked'): Promise<void>;
  suggestionOf(ref: ThreadRef): Promise<Pick<SuggestionRecord, 'suggestion' | 'comment'> | null>;
  /** For all repositories of the owner; what is not named stays as it was. */
  savePerson(owner: string, login: string, settings: Partial<PersonSettings>): Promise<void>;
  /** Those of the facts that are there; in no order. */
  readFacts(ref: RepositoryRef, kind: Fact['kind'], ids: string[]): Promise<Fact[]>;
}

export interface RanCommand {
  line: string;
  result: 'done' | 'refused' | 'problem';
  /** What was answered; '' where a reaction was enough. */
  said: string;
}

export interface CommandPorts extends TriagePorts {
  github: GitHub & CommandGitHub;
  store: Store & CommandStore;
}

/** What a verb may draw on. */
export interface Asked {
  /** Tells apart what this comment sets off. */
  jobId: string;
  ref: ThreadRef;
  /** Who wrote it. */
  by: string;
  config: RepositoryConfig;
  ports: CommandPorts;
  /** The thread as it stands now, read once; null when it is gone. */
  reading(): Promise<ThreadReading | null>;
}

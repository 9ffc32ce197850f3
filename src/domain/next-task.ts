import type { ThreadType } from './fact.ts';
import type { PersonReason } from './reason.ts';

/** An open thread that a person could take up next. */
export interface NextTask {
  /** Number of the thread. */
  id: string;
  type: ThreadType;
  title: string;
  /** Of being the one who takes it, 0..1. */
  probability: number;
  /** The label by which it is meant for newcomers or for whoever wants to help; null where it has none. */
  welcome: string | null;
  reasons: NextReason[];
}

export type NextReason =
  | PersonReason
  /** Lies where most of what they do lies; best first. */
  | { kind: 'in-their-areas'; areas: AreaName[] }
  /** Tasks like it usually took so many days: about what they finish, or little where they are new. */
  | { kind: 'fitting-difficulty'; as: 'usual' | 'easy'; days: number | null }
  /** So many weeks of work wait there; null: nothing was ever completed, so no end is in sight. */
  | { kind: 'work-waits'; area: AreaName; weeks: number | null };

/** A directory, a label of threads, or a word that titles and paths share. */
export interface AreaName {
  kind: 'directory' | 'label' | 'topic';
  name: string;
}

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
  reasons: PersonReason[];
}

import type { FileChange } from './fact.ts';

/** A change or thread without its answer: what a question is asked about. */
export interface Task {
  type: 'change' | 'issue' | 'pull' | 'discussion';
  /** Its own id among the facts, so that it is never its own related thread; null for one not filed yet. */
  id: string | null;
  author: string | null;
  title: string;
  body: string;
  /** Empty where nothing is changed. */
  files: FileChange[];
  labels: string[];
  /** Already in the thread: assigned, asked, or writing. */
  participants: string[];
}

export const emptyTask: Task = {
  type: 'issue',
  id: null,
  author: null,
  title: '',
  body: '',
  files: [],
  labels: [],
  participants: [],
};

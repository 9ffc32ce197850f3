import type { Area } from './people.ts';

/** An issue of the made-up past. */
export interface PastIssue {
  /** Named by duplicates and pull requests. */
  key: string;
  area: Area;
  kind: 'bug' | 'enhancement' | 'question' | 'performance';
  title: string;
  body: string;
  /** Key of the issue that it repeats. */
  duplicateOf?: string;
  /** Still open. */
  open?: true;
  more?: string[];
}

import type { ThreadType } from '../domain/fact.ts';
import type { View } from './view.ts';

const KINDS: Record<ThreadType, string> = { issue: 'issues', pull: 'pull', discussion: 'discussions' };

/** Where a thread lies on GitHub; on a page of its repository. */
export function threadAddress({ type, id }: { type: ThreadType; id: string }, { webUrl, path }: View): string {
  const [, , owner = '', repo = ''] = path.split('/');
  return `${webUrl}/${owner}/${repo}/${KINDS[type]}/${encodeURIComponent(id)}`;
}

import type { CommentContext } from '../../src/comment/render.ts';
import type { Suggestion } from '../../src/domain/suggestion.ts';

export const nothing: Suggestion = { labels: [], assignees: [], reviewers: [], related: [] };

export const sample: Suggestion = {
  labels: [
    { name: 'area/queue', probability: 0.94, reasons: [{ kind: 'terms', terms: ['queue', 'retry', 'worker'] }] },
    { name: 'bug', probability: 0.81, reasons: [{ kind: 'terms', terms: ['crash'] }] },
  ],
  assignees: [
    {
      login: 'mara-l',
      score: 3.1,
      probability: 0.72,
      reasons: [
        { kind: 'took-similar', threads: ['8', '15'], times: 5 },
        { kind: 'changed', path: 'src/queue', times: 1, lastDays: 1 },
        { kind: 'took-label', label: 'area/queue', times: 9 },
      ],
    },
    { login: 'tom', score: 1.2, probability: 0.41, reasons: [{ kind: 'knows-terms', terms: ['redis', 'backoff'] }] },
  ],
  reviewers: [
    {
      login: 'mara-l',
      score: 3.1,
      probability: 0.93,
      reasons: [
        { kind: 'reviewed', path: 'src/queue', times: 14, lastDays: 3 },
        { kind: 'owner', pattern: 'src/queue/' },
        { kind: 'reviewed-author', author: 'wei', times: 1 },
      ],
    },
    { login: 'tom', score: 0.2, probability: 0.12, reasons: [{ kind: 'active', times: 40, days: 90 }] },
  ],
  related: [
    {
      id: '8',
      kind: 'thread',
      score: 9,
      reasons: [{ kind: 'shares-terms', terms: ['queue', 'retry'] }],
      title: 'Queue loses jobs when Redis restarts',
      url: null,
      state: 'closed',
      outcome: 'not-planned',
      type: 'issue',
    },
    {
      id: 'docs/queue.md',
      kind: 'document',
      score: 8,
      reasons: [],
      title: 'How jobs survive a crash',
      url: 'https://github.com/acme/app/blob/main/docs/queue.md',
      state: null,
      outcome: null,
      type: null,
    },
    {
      id: '12',
      kind: 'thread',
      score: 7,
      reasons: [{ kind: 'shares-code', terms: ['ECONNRESET'] }],
      title: 'Reconnect after ECONNRESET',
      url: null,
      state: 'open',
      outcome: null,
      type: 'pull',
    },
  ],
};

export function contextOf(over: Partial<CommentContext>): CommentContext {
  return {
    language: 'en',
    mention: false,
    repository: { owner: 'acme', repo: 'app', webUrl: 'https://github.com' },
    threadType: 'issue',
    ...over,
  };
}

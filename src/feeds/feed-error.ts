import type { FeedProblem } from '../domain/feed.ts';

/** Reading a feed ends here; the reader tells the problem as data. */
export class FeedError extends Error {
  override name = 'FeedError';
  readonly problem: FeedProblem;
  readonly retryAfterMs: number;

  constructor(problem: FeedProblem, options: ErrorOptions & { retryAfterMs?: number } = {}) {
    super(problem.kind, options);
    this.problem = problem;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }
}

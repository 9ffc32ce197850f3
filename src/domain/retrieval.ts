/** `unknown`: content that nobody had told of when it was asked for, and which cannot be found. */
export type RightKind = 'thread' | 'document' | 'unknown';

/** How much of what is right is found, among right answers of one kind or of all. */
export interface RetrievalScores {
  kind: RightKind | 'all';
  /** Those with a right answer of this kind. */
  questions: number;
  /** Mean share of the right answers among the first so many. */
  recall1: number;
  recall3: number;
  recall5: number;
  recall10: number;
  /** Mean of 1 / place of the first right answer, 0 where it is not among the first ten. */
  mrr: number;
}

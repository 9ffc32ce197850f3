import { describe, expect, it } from '@jest/globals';
import { createRankingTally, reciprocalRank } from '../../src/triage/ranking-scores.ts';

describe('ranking scores', () => {
  it('are means over the questions', () => {
    const tally = createRankingTally();
    tally.count(['ann', 'bob'], new Set(['ann', 'cas']));
    tally.count(['ann', 'bob', 'cas'], new Set(['cas']));
    tally.count(['ann', 'bob', 'cas', 'dan', 'eve'], new Set(['eve']));
    tally.count(['ann'], new Set(['zoe']));

    expect(tally.scores()).toEqual({
      questions: 4,
      top1: 1 / 4,
      top3: 2 / 4,
      top5: 3 / 4,
      mrr: (1 + 1 / 3 + 1 / 5) / 4,
      recall5: (1 / 2 + 1 + 1) / 4,
    });
  });

  it('look no further than the tenth', () => {
    const names = [...'abcdefghijk'];

    expect(reciprocalRank(names, new Set(['j']))).toBe(1 / 10);
    expect(reciprocalRank(names, new Set(['k']))).toBe(0);
  });
});

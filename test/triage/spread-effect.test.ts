import { describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { createSpreadTrial } from '../../src/triage/spread-effect.ts';

const DAY_MS = 86_400_000;

function aChange(day: number, author: string, reviewers: string[], path: string): ChangeFact {
  const files = [{ path, added: 1, deleted: 0 }];
  const time = new Date(day * DAY_MS).toISOString();
  return { kind: 'change', id: `c${day}`, time, author, reviewers, files, title: '', body: '' };
}

describe('the effect of spreading knowledge', () => {
  it('compares what would be known with what is, and what it costs', () => {
    const trial = createSpreadTrial();
    trial.learn(aChange(1, 'ann', [], 'a.ts'));
    trial.learn(aChange(2, 'bob', [], 'b.ts'));
    trial.learn(aChange(3, 'cas', [], 'c.ts'));
    const right = (name: string) => new Set([name]);
    trial.ask({ paths: ['a.ts'], time: 4 * DAY_MS, right: right('bob') }, { off: ['bob', 'cas'], on: ['cas', 'bob'] });
    trial.learn(aChange(4, 'ann', ['bob'], 'a.ts'));
    // Of yan nothing was ever seen, so what yan knows saves no file.
    trial.ask({ paths: ['b.ts'], time: 5 * DAY_MS, right: right('zoe') }, { off: ['yan'], on: ['ann'] });
    trial.learn(aChange(5, 'bob', ['zoe'], 'b.ts'));

    // Known to one only: c.ts in each history, and b.ts too where yan reviewed it.
    // Loads: bob 1, zoe 1; bob 1, yan 1, zoe 0; cas 1, ann 1, bob 0, zoe 0.
    expect(trial.effect()).toEqual({
      filesAtRisk: 1,
      giniOfReviews: 0,
      off: { filesAtRisk: 2, gini: 1 / 3, scores: expect.objectContaining({ questions: 2, top1: 1 / 2, mrr: 1 / 2 }) },
      on: { filesAtRisk: 1, gini: 1 / 2, scores: expect.objectContaining({ questions: 2, top1: 0, mrr: 1 / 4 }) },
    });
  });

  it('is none where nothing was asked', () => {
    const trial = createSpreadTrial();
    trial.learn(aChange(1, 'ann', ['bob'], 'a.ts'));

    expect(trial.effect()).toBeNull();
  });
});

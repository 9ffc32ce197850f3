import { describe, expect, it } from '@jest/globals';
import { createKnowledgeLedger } from '../../src/triage/knowledge-ledger.ts';

const DAY_MS = 86_400_000;

describe('knowledge ledger', () => {
  it('counts a file that one person wrote and nobody reviewed as at risk', () => {
    const ledger = createKnowledgeLedger();
    ledger.learn({ time: 0, author: 'ann', reviewers: [], paths: ['a', 'b'] });
    ledger.learn({ time: 0, author: 'ann', reviewers: ['bob'], paths: ['b'] });

    expect(ledger.filesAtRisk(DAY_MS)).toBe(1);
  });

  it('takes who was suggested for the one who reviewed', () => {
    const ledger = createKnowledgeLedger();
    ledger.suggest('Ann', ['a'], 0);
    ledger.learn({ time: 0, author: 'ann', reviewers: ['bob'], paths: ['a'] });

    expect(ledger.filesAtRisk(DAY_MS)).toBe(1);
  });

  it('keeps the real reviewers of changes that nobody was suggested for', () => {
    const ledger = createKnowledgeLedger();
    ledger.suggest('cas', ['a'], 0);
    ledger.learn({ time: 0, author: 'ann', reviewers: ['bob'], paths: ['a'] });
    ledger.learn({ time: 1, author: 'bob', reviewers: ['ann'], paths: ['b'] });
    ledger.learn({ time: 2, author: 'cas', reviewers: [], paths: ['c'] });

    expect(ledger.filesAtRisk(DAY_MS)).toBe(1);
  });

  it('does not count people who fell silent, nor files that nobody touched for a year', () => {
    const ledger = createKnowledgeLedger();
    ledger.learn({ time: 0, author: 'ann', reviewers: ['bob'], paths: ['a'] });
    ledger.learn({ time: 300 * DAY_MS, author: 'ann', reviewers: [], paths: ['b'] });

    expect(ledger.filesAtRisk(100 * DAY_MS)).toBe(0);
    expect(ledger.filesAtRisk(301 * DAY_MS)).toBe(2);
    expect(ledger.filesAtRisk(400 * DAY_MS)).toBe(1);
  });

  it('tells how unevenly the suggestions lie on those who could have had them', () => {
    const even = createKnowledgeLedger();
    even.suggest('ann', ['a'], 0);
    even.suggest('bob', ['b'], 0);
    const uneven = createKnowledgeLedger();
    uneven.suggest('ann', ['a'], 0);
    uneven.suggest('ann', ['b'], 0);
    uneven.learn({ time: 1, author: 'cas', reviewers: ['bob'], paths: ['b'] });

    expect(createKnowledgeLedger().gini()).toBe(0);
    expect(even.gini()).toBe(0);
    expect(uneven.gini()).toBe(0.5);
  });

  it('is not upset by a change without paths', () => {
    const ledger = createKnowledgeLedger();
    ledger.suggest('ann', [], 0);
    ledger.learn({ time: 0, author: 'ann', reviewers: ['bob'], paths: [] });

    expect(ledger.filesAtRisk(DAY_MS)).toBe(0);
  });
});

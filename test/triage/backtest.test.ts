import { describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { backtestHistory } from '../../src/triage/backtest-history.ts';
import { createPackBacktest, PackError } from '../../src/triage/backtest-pack.ts';

const DAY_MS = 86_400_000;

function day(number: number): string {
  return new Date(Date.parse('2024-01-01T00:00:00Z') + number * DAY_MS).toISOString();
}

function aChange(number: number, path: string, reviewer: string): ChangeFact {
  const files = [{ path, added: 1, deleted: 0 }];
  return {
    kind: 'change',
    id: `c${number}`,
    time: day(number),
    author: 'ann',
    reviewers: [reviewer],
    files,
    title: '',
    body: '',
  };
}

function anIssue(number: number, title: string, closed: Partial<ThreadFact>): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id: `${number}`,
    time: day(number),
    author: 'ann',
    title,
    body: '',
    labels: [],
    assignees: [],
    participants: [],
    state: 'closed',
    closedAt: day(number + 1),
    outcome: 'completed',
    ...closed,
  };
}

/** Bob reviews the queue, Cas the web. */
const changes: Fact[] = Array.from({ length: 20 }, (_, at) =>
  at % 2 === 0 ? aChange(at, 'queue/a.ts', 'bob') : aChange(at, 'web/a.ts', 'cas'),
);

describe('a back-test over a history', () => {
  it('asks about each change before it learns it', () => {
    const { scores, unanswerable } = backtestHistory(changes, { task: 'reviewers', questions: 100 });

    expect(unanswerable).toBe(2);
    expect(scores).toEqual({ questions: 20, top1: 0.9, top3: 0.9, top5: 0.9, mrr: 0.9, recall5: 0.9 });
  });

  it('answers the same questions naively beside it', () => {
    const { naive } = backtestHistory(changes, { task: 'reviewers', questions: 100 });

    expect(naive?.questions).toBe(20);
    expect(naive?.top1).toBeLessThan(0.6);
  });

  it('asks only the newest questions', () => {
    expect(backtestHistory(changes, { task: 'reviewers', questions: 5 }).scores.questions).toBe(5);
  });

  it('does not depend on the order in which facts are given', () => {
    const options = { task: 'reviewers', questions: 100 } as const;

    expect(backtestHistory(changes.toReversed(), options)).toEqual(backtestHistory(changes, options));
  });

  it('knows who took a thread only once it is closed', () => {
    const late = anIssue(1, 'queue timeout', { assignees: ['bob'], closedAt: day(50) });
    const soon = anIssue(2, 'page layout', { assignees: ['cas'], closedAt: day(3) });
    const asked = anIssue(10, 'queue timeout', { assignees: ['bob'] });

    const early = backtestHistory([late, soon, asked], { task: 'assignees', questions: 1 });
    const later = backtestHistory([late, soon, { ...asked, time: day(60), closedAt: day(61) }], {
      task: 'assignees',
      questions: 1,
    });

    expect(early).toMatchObject({ unanswerable: 1, scores: { questions: 1, top1: 0 } });
    expect(later.scores).toMatchObject({ questions: 1, top1: 1 });
  });

  it('finds what a thread was linked to later', () => {
    const facts: Fact[] = [
      anIssue(1, 'queue timeout on restart', {}),
      anIssue(2, 'page layout broken', {}),
      anIssue(3, 'timeout of the queue', {}),
      { kind: 'link', type: 'duplicate', from: '3', to: '1', time: day(4) },
    ];

    const { scores, naive, unanswerable } = backtestHistory(facts, { task: 'related', questions: 10 });

    expect(scores).toMatchObject({ questions: 2, top1: 0.5 });
    expect(naive).toBeNull();
    expect(unanswerable).toBe(1);
  });

  it('asks from the very beginning to see how a young repository is answered, without counting it', () => {
    const { scores, coldStart } = backtestHistory(changes, { task: 'reviewers', questions: 5 });

    expect(scores.questions).toBe(5);
    // Of the first ten, the first of each reviewer cannot be known.
    expect(coldStart[0]).toMatchObject({ kind: 'early', below: 10, scores: { questions: 10, top1: 0.8 } });
    expect(coldStart[1]).toMatchObject({ kind: 'early', below: 50, scores: { questions: 20, top1: 0.9 } });
  });

  it('names directories, people and baselines', () => {
    const report = backtestHistory(changes, { task: 'reviewers', questions: 100 });

    expect(report).toMatchObject({ from: day(0), to: day(19) });
    expect(report.directories).toEqual([{ path: '', questions: 20, top1: 0.9, mrr: 0.9 }]);
    expect(report.people.map(({ name, right }) => `${name} ${right}`).toSorted()).toEqual(['bob 10', 'cas 10']);
    expect(report.baselines.map(({ kind }) => kind)).toEqual(['most-active', 'path-owners']);
    expect(report.spread?.off.scores).toEqual(report.scores);
  });

  it('tells how far it is', () => {
    const told: number[] = [];

    backtestHistory(changes, { task: 'reviewers', questions: 5, progress: (done, total) => told.push(done / total) });

    expect(told).toEqual([0, 1]);
  });
});

describe('a back-test over a pack', () => {
  const pack = changes.flatMap((fact) => {
    const { reviewers, ...item } = fact as ChangeFact;
    const query = { kind: 'query', id: `q${item.id}`, time: item.time, want: ['reviewers'], k: 10, item };
    return [query, { kind: 'truth', id: query.id, reviewers }, fact].map((line) => JSON.stringify(line));
  });

  it('scores the answers against the lines of truth', () => {
    const backtest = createPackBacktest('reviewers');
    for (const line of pack) backtest.read(line);

    expect(backtest.report()).toEqual(backtestHistory(changes, { task: 'reviewers', questions: 100 }));
  });

  it('asks about facts without a question while the repository is young', () => {
    const backtest = createPackBacktest('reviewers');
    for (const fact of changes) backtest.read(JSON.stringify(fact));

    expect(backtest.report()).toMatchObject({
      scores: { questions: 0 },
      coldStart: [{ scores: { questions: 10, top1: 0.8 } }, { scores: { questions: 20 } }, {}, {}, {}],
    });
  });

  it('names the line it does not understand', () => {
    const backtest = createPackBacktest('reviewers');
    backtest.read(pack[0] ?? '');

    expect(() => backtest.read('{"kind":"riddle"}')).toThrow(PackError);
    expect(() => backtest.read('nonsense')).toThrow('line 3: not JSON');
  });
});

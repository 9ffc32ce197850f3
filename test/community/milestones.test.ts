import { describe, expect, it } from '@jest/globals';
import { milestoneForecasts } from '../../src/community/milestones.ts';
import type { ThreadFact, ThreadMilestone } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { finish } from '../../src/match/steps.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * 86_400_000).toISOString();
const release: ThreadMilestone = { number: 1, title: 'Release 2', dueOn: null };

let made = 0;
function threads(count: number, closedDaysAgo: number | null, milestone?: ThreadMilestone): ThreadFact[] {
  return Array.from({ length: count }, () => {
    made += 1;
    const end = closedDaysAgo === null ? null : daysAgo(closedDaysAgo);
    return {
      ...{ kind: 'thread', type: 'issue', id: `${made}`, time: daysAgo(29), author: 'ann', title: '', body: '' },
      ...{ labels: [], assignees: [], participants: [], closedAt: end, outcome: end === null ? null : 'completed' },
      state: end === null ? 'open' : 'closed',
      ...(milestone && { milestone }),
    };
  });
}

function forecasts(facts: ThreadFact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return finish(milestoneForecasts(model.work(NOW), facts));
}

describe('milestones', () => {
  it('are forecast by how fast their own threads were closed', () => {
    // Two in each of the last three weeks: six more take three weeks, whatever else the repository closed.
    const own = [1, 8, 15].flatMap((days) => threads(2, days, release));

    expect(forecasts([...own, ...threads(6, null, release), ...threads(40, 1)])).toEqual([
      { ...release, open: 6, closed: 6, pace: 'own', forecast: { median: 3, lower: 3, upper: 3 }, byDue: null },
    ]);
  });

  it('are forecast by their part of all closings where few of their own are known', () => {
    // Four a week in all, and half of what is open belongs to it: two a week, so six take three weeks.
    const all = [1, 8, 15, 22].flatMap((days) => threads(4, days));

    expect(forecasts([...all, ...threads(6, null, release), ...threads(6, null)])).toMatchObject([
      { open: 6, closed: 0, pace: 'repository', forecast: { median: 3, lower: 3, upper: 3 } },
    ]);
  });

  it('have a chance to be done when they are due', () => {
    const due = (days: number) => ({ ...release, dueOn: daysAgo(-days) });
    const closed = (milestone: ThreadMilestone) => [1, 8, 15].flatMap((days) => threads(2, days, milestone));
    const chance = (milestone: ThreadMilestone) =>
      forecasts([...closed(milestone), ...threads(6, null, milestone)])[0]?.byDue;

    // It takes three weeks.
    expect(chance(due(21))).toBe(1);
    expect(chance(due(20))).toBe(0);
    expect(chance(due(-1))).toBe(0);
  });

  it('have one between where weeks were unlike', () => {
    const milestone = { ...release, dueOn: daysAgo(-14) };
    const closed = [...threads(9, 1, milestone), ...threads(1, 8, milestone), ...threads(1, 22, milestone)];
    const [row] = forecasts([...closed, ...threads(9, null, milestone)]);

    expect(row?.byDue).toBeGreaterThan(0.2);
    expect(row?.byDue).toBeLessThan(0.8);
  });

  it('that have nothing open are not told of, and those due first come first', () => {
    const named = (number: number, dueOn: string | null) => ({ number, title: `m${number}`, dueOn });
    const facts = [
      ...threads(1, 3, named(1, daysAgo(-1))),
      ...[named(2, null), named(3, daysAgo(-9)), named(4, daysAgo(-2))].flatMap((one) => threads(1, null, one)),
    ];

    expect(forecasts(facts).map(({ number }) => number)).toEqual([4, 3, 2]);
  });

  it('are called and due as the thread that was learnt last has it', () => {
    const renamed = { ...release, title: 'Release 3', dueOn: daysAgo(-7) };

    expect(forecasts([...threads(1, null, release), ...threads(1, null, renamed)])).toMatchObject([
      { ...renamed, open: 2 },
    ]);
  });
});

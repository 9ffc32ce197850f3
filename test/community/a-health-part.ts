import type { HealthPart } from '../../src/community/health-part.ts';

export function aHealthPart(over: Partial<HealthPart> = {}): HealthPart {
  return {
    threads: { open: 1, finished: 0, dropped: 0 },
    forecast: { median: 2, lower: 1, upper: null },
    areas: [],
    stalled: [
      {
        ...{ id: '5', type: 'issue', title: 'It leaks', turn: 'maintainers', reviewers: [] },
        ...{ idleDays: 20, isExact: true },
      },
    ],
    load: { people: [{ login: 'ann', open: 1, capacity: 5 }], gini: 0, mostShare: 1 },
    directories: [],
    times: [],
    milestones: [],
    stalledAfterDays: 14,
    inactiveAfterDays: 180,
    filesAtRisk: [],
    weeks: [],
    ...over,
  };
}

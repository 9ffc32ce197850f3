import type { Digest } from '../../src/community/digest.ts';
import type { Moved } from '../../src/community/digest-moved.ts';
import type { Acceptance } from '../../src/domain/acceptance.ts';

const moved: Moved = {
  opened: 18,
  ended: 15,
  byType: {
    issue: { opened: 10, closed: 6 },
    pull: { opened: 6, closed: 1 },
    discussion: { opened: 2, closed: 0 },
  },
  merged: 7,
  answered: 1,
  responseHours: 30,
  people: 9,
};

function acceptance(over: Partial<Acceptance>): Acceptance {
  return {
    ...{ kind: 'label', label: null, judged: 60, decided: 50, accepted: 0.82, interval: { low: 0.69, high: 0.9 } },
    ...{ outcomes: { accepted: 41, changed: 5, rejected: 4, ignored: 10, undone: 0 } },
    ...{ promised: 0.84, minPrecision: 0.8, silent: null },
    ...over,
  };
}

function outcomes(accepted: number, decided: number, judged: number): Acceptance['outcomes'] {
  return { accepted, changed: decided - accepted, rejected: 0, ignored: judged - decided, undone: 0 };
}

/** A week in which everything there is to say was said; every text of a user is `text()`. */
export function sampleDigest(text: () => string = () => 'mara', over: Partial<Digest> = {}): Digest {
  const waiting = (id: string, turn: 'maintainers' | 'reviewers' | 'author', idleDays: number) => ({
    ...{ id, type: turn === 'reviewers' ? ('pull' as const) : ('issue' as const), title: text(), turn, idleDays },
    reviewers: turn === 'reviewers' ? [text()] : [],
  });
  return {
    period: { cadence: 'weekly', from: '2026-11-16', to: '2026-11-23' },
    moved: { now: moved, before: { ...moved, opened: 14, ended: 13, responseHours: 9, people: 8 } },
    newcomers: [
      { login: text(), at: '2026-11-17T09:00:00.000Z', thread: { type: 'pull', id: '214' } },
      { login: text(), at: '2026-11-18T09:00:00.000Z', thread: null },
    ],
    waits: {
      threads: [
        waiting('120', 'maintainers', 41),
        waiting('180', 'reviewers', 21),
        waiting('131', 'maintainers', 20),
        waiting('190', 'author', 15),
      ],
      byTurn: {
        maintainers: { threads: 7, mostDays: 41 },
        reviewers: { threads: 3, mostDays: 21 },
        author: { threads: 1, mostDays: 15 },
        unknown: { threads: 0, mostDays: 0 },
      },
    },
    risks: {
      knowledge: {
        files: 310,
        filesAtRisk: 96,
        filesAtRiskBefore: 90,
        directories: ['src/queue', 'src/store', 'docs', 'lint'].map((name) => ({
          directory: text() === 'mara' ? name : text(),
          files: 30,
          filesAtRisk: 22,
        })),
      },
      load: { people: 12, overloaded: 2, capacity: 5, most: 11, mostShare: 0.23, beyond: 9, held: 48 },
      organisation: { name: text(), share: 0.64 },
      quiet: { all: 3, fresh: 1, regulars: 8 },
    },
    forecast: { open: 86, lower: 6, median: 8, upper: 11 },
    milestones: [{ title: text(), open: 12, lower: 1, median: 2, upper: 4, byDue: 0.7 }],
    advice: [
      { kind: 'answer-sooner', hours: 30, hoursBefore: 9 },
      { kind: 'share-load', overloaded: 2, capacity: 5, most: 11, beyond: 9 },
      { kind: 'answer-waiting', threads: 7, mostDays: 41 },
      { kind: 'second-owner', directory: text() === 'mara' ? 'src/queue' : text(), files: 30, filesAtRisk: 22 },
      { kind: 'silent-label', label: text() === 'mara' ? 'wontfix' : text(), accepted: 1, decided: 1, judged: 90 },
      { kind: 'silent-kind', item: 'assignee', accepted: 3, decided: 22, judged: 40 },
      { kind: 'backlog-grows', opened: 18, ended: 15 },
      { kind: 'review-waiting', pulls: 3, mostDays: 21 },
      { kind: 'ask-authors', threads: 1, mostDays: 15 },
    ],
    acceptance: [
      acceptance({}),
      acceptance({
        kind: 'assignee',
        silent: 'seldom-accepted',
        decided: 22,
        judged: 40,
        outcomes: outcomes(3, 22, 40),
      }),
      acceptance({
        ...{ label: text() === 'mara' ? 'wontfix' : text(), silent: 'seldom-heeded' as const },
        ...{ decided: 1, judged: 90, outcomes: outcomes(1, 1, 90) },
      }),
    ],
    ranking: [{ login: text(), wrote: 1, reviewed: 9, answered: 2 }],
    ...over,
  };
}

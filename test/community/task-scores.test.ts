import { describe, expect, it } from '@jest/globals';
import { personInterests } from '../../src/community/person-interests.ts';
import { taskScores } from '../../src/community/task-scores.ts';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { DAY_MS, latestOfEach, START, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const options = { capacity: 4 };

const change: ChangeFact = {
  kind: 'change',
  id: 'c1',
  time: daysAgo(0),
  author: 'ann',
  reviewers: ['bob'],
  files: [{ path: 'src/queue/worker.ts', added: 1, deleted: 1 }],
  title: '',
  body: '',
};
const thread: ThreadFact = {
  kind: 'thread',
  type: 'issue',
  id: '1',
  time: daysAgo(0),
  author: 'bob',
  title: 'lost jobs',
  body: '',
  labels: ['bug'],
  assignees: ['ann'],
  participants: ['ann', 'bob'],
  state: 'open',
  closedAt: null,
  outcome: null,
};
const inWorker: Task = { ...emptyTask, type: 'change', files: [{ path: 'src/queue/worker.ts', added: 1, deleted: 0 }] };
const aBug: Task = { ...emptyTask, title: 'lost', labels: ['bug'] };

function workOf(facts: Fact[], at = NOW) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model.work(at);
}

const of = (login: string, facts: Fact[], task: Task) =>
  taskScores(workOf(facts), task, { ...options, logins: [login] }).people[0];

describe('scores of a task', () => {
  it('give a change to those who changed and reviewed its files', () => {
    // Path and language: ann wrote now (1 act, met to 1/2); bob reviewed that and a half-life ago (1.5, met to 0.6).
    const facts = [change, { ...change, id: 'c2', author: 'cas', time: daysAgo(180) }];
    const { people } = taskScores(workOf(facts), inWorker, options);

    expect(people.map(({ login, skill }) => [login, skill])).toEqual([
      ['bob', 0.6],
      ['ann', 0.5],
      ['cas', expect.closeTo(1 / 3, 12)],
    ]);
    // Skills make 0.6 + 0.5 + 1/3 = 43/30; cas is idle for a half-life.
    expect(people.map(({ match }) => match)).toEqual(
      [18 / 43, 15 / 43, 5 / 43].map((share) => expect.closeTo(share, 12)),
    );
    // Most interest is that of bob, 1.5 in src/queue.
    expect(people.map(({ interest }) => interest)).toEqual([1, 1 / 1.5, 0.5 / 1.5]);
    // Smoothed: (1 + 1.5) / (2 + 1.5), 2 / 3 and 1.5 / 2.5.
    expect(people.map((person) => person.completionChance)).toEqual([2.5 / 3.5, 2 / 3, 1.5 / 2.5]);
  });

  it('let a change of many files count for little in each', () => {
    const others = Array.from({ length: 3 }, (_, at) => ({ path: `lib/${at}.md`, added: 1, deleted: 1 }));
    // The root of a quarter is a half: half an act for path and language is met to 1/3.
    expect(of('ann', [{ ...change, files: [...change.files, ...others] }], inWorker)?.skill).toBeCloseTo(1 / 3, 12);
  });

  it('take away what an assignee already holds', () => {
    // ann holds 2 of 4: half of her readiness.
    const held = [thread, { ...thread, id: '2' }];

    expect(of('ann', [change], inWorker)?.match).toBeCloseTo(0.5, 12);
    expect(of('ann', [change, ...held], inWorker)?.match).toBeCloseTo(0.25, 12);
  });

  it('say how many weeks of work wait in each area of the task', () => {
    const closed: ThreadFact = { ...thread, id: '2', state: 'closed', closedAt: daysAgo(0), outcome: 'completed' };
    const { demand } = taskScores(workOf([thread, { ...closed, time: daysAgo(7) }]), aBug, options);

    // One open, one completed in the one week that the history covers.
    expect(demand).toEqual([
      { kind: 'label', name: 'bug', open: 1, perWeek: expect.closeTo(1, 1), weeks: expect.closeTo(1, 1) },
    ]);
  });

  it('know demand of a directory from titles that name it', () => {
    const named = { ...thread, title: 'src/queue/worker.ts: lost jobs' };

    expect(taskScores(workOf([change, named]), inWorker, options).demand).toEqual([
      { kind: 'directory', name: 'src/queue', open: 1, perWeek: 0, weeks: null },
    ]);
  });

  it('tell difficulty from what similar threads took', () => {
    const took = (id: string, days: number, title = 'lost jobs'): ThreadFact => ({
      ...thread,
      ...{ id, title, state: 'closed', time: daysAgo(100), closedAt: daysAgo(100 - days), outcome: 'completed' },
    });
    const facts = [took('1', 8), took('2', 12), took('3', 1, 'typo'), took('4', 2, 'typo')];

    // Median of 8 and 12 is 10; three of four took less.
    const { difficulty } = taskScores(workOf(facts), aBug, options);
    expect(difficulty.days).toEqual({ typical: 10, percentile: 0.75 });
    // All had the same two people.
    expect(difficulty.people).toEqual({ typical: 2, percentile: 0.5 });
    expect(difficulty.score).toBe(0.625);
  });

  it('see a thread as it stood at the time asked about', () => {
    const closed: ThreadFact = {
      ...thread,
      time: daysAgo(30),
      state: 'closed',
      closedAt: daysAgo(1),
      outcome: 'completed',
    };

    const [before] = taskScores(workOf([closed], NOW - 2 * DAY_MS), aBug, options).demand;
    const [after] = taskScores(workOf([closed]), aBug, options).demand;

    expect(before).toMatchObject({ weeks: null, perWeek: 0 });
    expect(after).toMatchObject({ weeks: 0, open: 0 });
  });

  it('give back who is asked for, with zeros for strangers, and count nobody who may not take it', () => {
    const allowed = (login: string) => login !== 'bob';
    const { people } = taskScores(workOf([change]), inWorker, { ...options, allowed, logins: ['Nobody', 'ANN'] });

    expect(people).toEqual([
      { login: 'Nobody', interest: 0, skill: 0, match: 0, completionChance: 0.5, completion: 0, cooperation: 0 },
      {
        login: 'ann',
        interest: 1,
        skill: 0.5,
        match: 1,
        completionChance: 2 / 3,
        completion: expect.any(Number),
        cooperation: 0,
      },
    ]);
  });

  it('leave bots out of everything', () => {
    const facts: Fact[] = [
      { ...change, reviewers: ['ci[bot]', 'robo'] },
      { kind: 'person', login: 'Robo', organisation: null, bot: true },
    ];

    expect(taskScores(workOf(facts), inWorker, options).people.map(({ login }) => login)).toEqual(['ann']);
  });

  it('find nothing in an empty repository', () => {
    expect(taskScores(workOf([]), aBug, options)).toEqual({
      difficulty: { score: null, days: null, people: null, files: null },
      demand: [],
      people: [],
    });
    expect(personInterests(workOf([]), 'ann')).toEqual([]);
  });
});

describe('interests of a person', () => {
  it('are told by area, strongest first', () => {
    expect(personInterests(workOf([change, { ...thread, labels: ['bug'] }]), 'BOB')).toEqual([
      { kind: 'directory', name: 'src', interest: 1 },
      { kind: 'directory', name: 'src/queue', interest: 1 },
      { kind: 'label', name: 'bug', interest: 0.5 },
    ]);
  });
});

describe('scores of made-up histories', () => {
  const at = START + 700 * DAY_MS;
  const tasks: Task[] = [
    { ...emptyTask, type: 'change', files: [{ path: 'src/queue/new.ts', added: 1, deleted: 0 }], title: 'retry' },
    { ...emptyTask, title: 'queue worker crash', body: 'in src/queue/retry.ts', labels: ['bug', '__proto__'] },
  ];
  const told = (facts: Fact[]) => {
    const work = workOf(facts, at);
    return {
      tasks: tasks.map((task) => taskScores(work, task, { capacity: 5 })),
      interests: personInterests(work, 'ann'),
    };
  };

  it.each([1, 2, 3, 4])('do not depend on the order of learning (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 80));

    expect(told(shuffled(facts, seededRandom(seed)))).toEqual(told(facts));
  });

  it.each([1, 2, 3, 4])('stay within their ranges (history %i)', (seed) => {
    for (const { people, demand, difficulty } of told(smallHistory(seed, 80)).tasks) {
      const units = people.flatMap(({ login: _login, ...scores }) => Object.values(scores));
      for (const value of [...units, difficulty.score ?? 0]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
      for (const { weeks } of demand) expect(weeks === null || weeks >= 0).toBe(true);
      expect(people.reduce((sum, { match }) => sum + match, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

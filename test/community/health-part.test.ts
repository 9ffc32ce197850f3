import { describe, expect, it } from '@jest/globals';
import { healthPart } from '../../src/community/health-part.ts';
import type { MeasuredInput } from '../../src/community/measured-input.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { finish } from '../../src/match/steps.ts';
import { DAY_MS, latestOfEach, START, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { measuredInput } from './measured.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW - days * DAY_MS).toISOString();

const change = (id: string, author: string, days: number, paths: string[], reviewers: string[] = []): ChangeFact => ({
  kind: 'change',
  id,
  time: daysAgo(days),
  author,
  reviewers,
  files: paths.map((path) => ({ path, added: 1, deleted: 1 })),
  title: '',
  body: '',
});
const thread: ThreadFact = {
  kind: 'thread',
  type: 'issue',
  id: '1',
  time: daysAgo(20),
  author: 'ann',
  title: 'lost jobs',
  body: '',
  labels: ['bug'],
  assignees: [],
  participants: ['ann'],
  state: 'open',
  closedAt: null,
  outcome: null,
};
const closed = (id: string, opened: number, days: number): ThreadFact => ({
  ...thread,
  ...{ id, time: daysAgo(opened), state: 'closed', closedAt: daysAgo(days), outcome: 'completed' },
});

function healthOf(facts: Fact[], at = NOW, given: Partial<MeasuredInput> = {}) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return finish(healthPart(measuredInput(facts, { work: model.work(at), ...given })));
}

describe('who holds the knowledge', () => {
  const three = ['src/a.ts', 'src/b.ts', 'src/c.ts'];

  it('counts the fewest people whose leaving loses more than half', () => {
    // ann, bob and cas wrote one file each: one of three is less than half, two are more.
    const facts = ['ann', 'bob', 'cas'].map((author, at) => change(`c${at}`, author, 0, [three[at] ?? '']));
    const row = { files: 3, filesAtRisk: 3, busFactor: 2, heldBy: ['ann', 'bob'], lost: 0 };

    expect(healthOf(facts).directories).toEqual([
      { directory: '', ...row },
      { directory: 'src', ...row },
    ]);
  });

  it('takes a file for safe that two people know, by writing or reviewing it', () => {
    const facts = [change('c1', 'ann', 0, ['src/a.ts'], ['bob']), change('c2', 'ann', 0, ['src/b.ts'])];

    // ann 2 of 3.
    expect(healthOf(facts).directories).toEqual([
      { directory: '', files: 2, filesAtRisk: 1, busFactor: 1, heldBy: ['ann'], lost: 0 },
    ]);
  });

  it('says what went with people who are gone', () => {
    // A half-life ago one counts half: bob knows 1/2 of 3/2. He did nothing since, so half a year and more.
    const facts = [change('c1', 'bob', 250, ['src/a.ts']), change('c2', 'ann', 0, ['src/a.ts'])];

    expect(healthOf(facts).directories).toEqual([
      expect.objectContaining({ busFactor: 1, heldBy: ['ann'], filesAtRisk: 1, lost: expect.closeTo(1 / 3, 12) }),
    ]);
  });

  it('forgets files that are generated or were not touched for a year', () => {
    const facts = [change('c1', 'ann', 366, ['src/a.ts']), change('c2', 'ann', 0, ['package-lock.json'])];

    expect(healthOf(facts).directories).toEqual([]);
  });

  it('leaves out bots', () => {
    expect(healthOf([change('c1', 'renovate[bot]', 0, ['src/a.ts'])]).directories).toMatchObject([
      { busFactor: 0, filesAtRisk: 1, lost: 0 },
    ]);
  });
});

describe('files at risk', () => {
  it('are those that one person knows or nobody who is there, most changed first', () => {
    const facts = [
      ...[change('c1', 'ann', 0, ['src/a.ts'], ['bob']), change('c2', 'ann', 10, ['src/b.ts'])],
      ...[change('c3', 'ann', 20, ['src/b.ts']), change('c4', 'dee', 200, ['src/c.ts'])],
    ];

    // Two know a.ts; dee, who wrote c.ts, is not there any more.
    expect(healthOf(facts).filesAtRisk).toEqual([
      { path: 'src/b.ts', knownBy: 'ann', changes: 2 },
      { path: 'src/c.ts', knownBy: null, changes: 1 },
    ]);
    expect(healthOf(facts, NOW, { leftOut: (login) => login === 'ann' }).filesAtRisk[0]?.knownBy).toBeNull();
  });
});

describe('the configuration', () => {
  const { people, community } = defaultConfig;

  it('says when work is stalled', () => {
    const config = { ...defaultConfig, community: { ...community, stalledAfter: 21 * DAY_MS } };

    expect(healthOf([thread]).stalled).toHaveLength(1);
    expect(healthOf([thread], NOW, { config })).toMatchObject({ stalled: [], stalledAfterDays: 21 });
  });

  it('says who is counted on, for knowledge and load alike', () => {
    const facts = [change('c1', 'ann', 100, ['src/a.ts'], ['bob'])];
    const config = { ...defaultConfig, people: { ...people, inactiveAfter: 90 * DAY_MS } };
    const told = healthOf(facts, NOW, { config });

    expect(healthOf(facts)).toMatchObject({ filesAtRisk: [], load: { people: [{ login: 'bob' }] } });
    expect(told).toMatchObject({ filesAtRisk: [{ path: 'src/a.ts', knownBy: null }], load: { people: [] } });
  });

  it('says how much one person may hold, where they have not said it themselves', () => {
    const settings = new Map([['bob', { awayUntil: null, capacity: 2, optedOut: false }]]);
    const config = { ...defaultConfig, people: { ...people, capacity: 3 } };
    const held = { ...thread, assignees: ['ann', 'Bob'] };

    expect(healthOf([held], NOW, { config, settings }).load.people).toEqual([
      { login: 'Bob', open: 1, capacity: 2 },
      { login: 'ann', open: 1, capacity: 3 },
    ]);
  });
});

describe('load', () => {
  it('lies on those who hold open threads, or could as they reviewed of late', () => {
    const held = (id: string, assignees: string[]): ThreadFact => ({ ...thread, id, assignees });
    const pull: ThreadFact = { ...thread, id: '9', type: 'pull', requested: ['bob'] };
    const facts = [held('1', ['ann']), held('2', ['ann']), pull, change('c1', 'dee', 1, ['a.ts'], ['cas'])];

    // 0, 1 and 2: ranked sum 4 over three times three.
    expect(healthOf(facts).load).toEqual({
      people: [
        { login: 'ann', open: 2, capacity: 5 },
        { login: 'bob', open: 1, capacity: 5 },
        { login: 'cas', open: 0, capacity: 5 },
      ],
      gini: 4 / 9,
      mostShare: 2 / 3,
    });
  });
});

describe('open work', () => {
  it('tells demand, difficulty and a forecast of each label', () => {
    // Two weeks with one closing each: two open ones take two weeks.
    const facts = [thread, { ...thread, id: '2' }, closed('3', 14, 8), closed('4', 10, 1)].map((fact) => ({
      ...fact,
      time: fact.state === 'open' ? daysAgo(14) : fact.time,
    }));
    const { areas, forecast, threads } = healthOf(facts);

    expect(threads).toEqual({ open: 2, finished: 2, dropped: 0 });
    expect(areas).toMatchObject([
      // All finished ones are its own, so they stand in the middle of all.
      { kind: 'label', name: 'bug', open: 2, difficulty: 0.5, forecast: { median: 2, lower: 2, upper: 2 } },
    ]);
    // 2 x 2^(-14/180) = 1.895 open; 2^(-8/180) + 2^(-1/180) = 1.966 done in 1.947 weeks, all decayed.
    expect(areas[0]?.demand.weeks).toBeCloseTo(1.877, 3);
    expect(forecast).toEqual({ median: 2, lower: 2, upper: 2 });
  });
});

describe('health of the work', () => {
  it('reads from the facts when people spoke', () => {
    const answered = { ...thread, participants: ['ann', 'bob'], firstResponseAt: daysAgo(18) };
    const { stalled, times } = healthOf([{ ...answered, lastWord: { at: daysAgo(15), byAuthor: false } }]);

    expect(stalled).toMatchObject([{ id: '1', turn: 'author', idleDays: 15, isExact: true, reviewers: [] }]);
    expect(times[0]).toMatchObject({ wait: 'response', days: { median: 2 } });
  });

  it('takes an unreadable time for one that is not told', () => {
    const answered = { ...thread, participants: ['ann', 'bob'], firstResponseAt: 'soon' };
    const { stalled, times } = healthOf([{ ...answered, lastWord: { at: 'late', byAuthor: false } }]);

    expect(stalled).toMatchObject([{ turn: 'unknown', isExact: false }]);
    expect(times[0]?.days).toBeNull();
  });

  it('keeps the figures where a name is not told', () => {
    const pull: ThreadFact = { ...thread, type: 'pull', requested: ['Bob'] };
    const facts = [pull, change('c1', 'Bob', 1, ['a.ts'])];
    const all = healthOf(facts);
    const told = healthOf(facts, NOW, { leftOut: (login) => login === 'Bob' });

    expect(JSON.stringify(all)).toContain('Bob');
    expect(JSON.stringify(told)).not.toContain('Bob');
    expect(told).toMatchObject({
      load: { mostShare: 1 },
      directories: [{ busFactor: 1 }],
      stalled: [{ turn: 'reviewers' }],
    });
  });

  it('does not depend on the order of learning', () => {
    const facts = latestOfEach(smallHistory(3, 120));
    const at = START + 800 * DAY_MS;

    expect(healthOf(shuffled(facts, seededRandom(4)), at)).toEqual(healthOf(facts, at));
  });
});

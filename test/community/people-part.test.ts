import { describe, expect, it } from '@jest/globals';
import { peoplePart } from '../../src/community/people-part.ts';
import { taskScores } from '../../src/community/task-scores.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { Fact, ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { finish } from '../../src/match/steps.ts';
import { latestOfEach, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { aChange, aThread, NOW } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';

const day = (ago: number) => new Date(NOW - ago * 86_400_000).toISOString();

function done(thread: ThreadFact, daysAgo: number): ThreadFact {
  return { ...thread, state: 'closed', outcome: 'completed', closedAt: day(daysAgo) };
}

const facts: Fact[] = [
  aChange('ann', ['bob'], 0, ['src/queue/a.ts']),
  aChange('bob', ['ann'], 180, ['src/queue/a.ts', 'docs/b.md']),
  done(aThread('cas', { assignees: ['ann'], labels: ['bug'] }, 10), 0),
  aThread('cas', { assignees: ['bob'], labels: ['bug'] }, 5),
];

const partOf = (some: Fact[] = facts, rest: Parameters<typeof measuredInput>[1] = {}) =>
  finish(peoplePart(measuredInput(some, rest)));
const personIn = (part: ReturnType<typeof partOf>, login: string) => part.people.find((one) => one.login === login);

describe('people part', () => {
  it('tells what somebody did, knows and holds', () => {
    const ann = personIn(partOf(), 'ann');

    expect(ann).toMatchObject({ standing: 'occasional', acts: 3, firstAct: day(180), lastAct: day(0) });
    expect(ann?.availability).toEqual({ state: 'active', awayUntil: null, load: 0, capacity: 5 });
    // One change and half of a review 180 days ago: 1 + 0.7071 / 2 decayed acts a, and a / (a + 1). The label: 1 of 1.
    expect(ann?.skills).toEqual([
      { kind: 'label', name: 'bug', skill: 0.5, changed: 0, reviewed: 0, finished: 1, lastAct: day(0) },
      ...[
        {
          ...{ kind: 'directory', name: 'src', skill: expect.closeTo(1.3536 / 2.3536, 3) },
          ...{ changed: 1, reviewed: 1, finished: 0, lastAct: day(0) },
        },
        {
          ...{ kind: 'directory', name: 'docs', skill: expect.closeTo(0.3536 / 1.3536, 3) },
          ...{ changed: 0, reviewed: 1, finished: 0, lastAct: day(180) },
        },
      ],
    ]);
    // 1 in src and a quarter of a review; the most that anybody has anywhere.
    expect(ann?.interests).toEqual([
      { kind: 'directory', name: 'src', interest: 1 },
      { kind: 'label', name: 'bug', interest: expect.closeTo(2 ** (-10 / 180) / 1.25, 3) },
      { kind: 'directory', name: 'docs', interest: 0.2 },
    ]);
  });

  it('means the scores of a person and a task over the open ones', () => {
    const part = partOf();
    const open = facts[3] as ThreadFact;
    const task = { ...emptyTask, id: open.id, author: 'cas', labels: open.labels };
    const rules = { capacity: 5, allowed: (login: string) => login !== 'cas', logins: ['ann', 'bob', 'cas'] };
    const alone = taskScores(measuredInput(facts).work, task, rules);

    expect(part.askedTasks).toBe(1);
    for (const { login, skill, match, completionChance, completion } of alone.people) {
      const scores = { skill, match, completionChance, completion };
      for (const [name, value] of Object.entries(scores)) {
        expect([login, name, personIn(part, login)?.scores]).toEqual([
          login,
          name,
          expect.objectContaining({ [name]: expect.closeTo(value, 3) }),
        ]);
      }
    }
    expect(personIn(part, 'ann')?.scores?.skill).toBeGreaterThan(0);
    expect(partOf(facts.slice(0, 3)).people[0]?.scores).toBeNull();
  });

  it('knows who is away, full or inactive', () => {
    const config = {
      ...defaultConfig,
      people: { ...defaultConfig.people, away: [{ login: 'Bob', until: '2026-01-01' }] },
    };
    const own = (awayUntil: string | null, capacity: number | null) => ({ awayUntil, capacity, optedOut: false });
    const settings = new Map([
      ['ann', own('2026-02-01T00:00:00Z', null)],
      ['bob', own('2025-12-01T00:00:00Z', 1)],
    ]);
    const old = [...facts, aChange('dee', [], 181, ['x.ts']), aChange('dee', [], 300, ['x.ts'])];
    const stateOf = (part: ReturnType<typeof partOf>, login: string) => personIn(part, login)?.availability;

    expect(stateOf(partOf(facts, { config }), 'bob')).toMatchObject({
      state: 'away',
      awayUntil: '2026-01-02T00:00:00.000Z',
    });
    expect(stateOf(partOf(facts, { settings }), 'ann')).toMatchObject({
      state: 'away',
      awayUntil: '2026-02-01T00:00:00Z',
    });
    expect(stateOf(partOf(facts, { settings }), 'bob')).toEqual({
      state: 'full',
      awayUntil: null,
      load: 1,
      capacity: 1,
    });
    expect(stateOf(partOf(old), 'dee')).toMatchObject({ state: 'inactive' });
  });

  it('holds nothing of who is left out, and no bots', () => {
    const part = partOf([...facts, aChange('robot[bot]', ['ann'], 1, ['src/queue/a.ts'])], {
      leftOut: (login) => login === 'bob' || login.endsWith('[bot]'),
    });

    expect(JSON.stringify(part)).not.toMatch(/bob|robot/);
    expect(part.people.map(({ login }) => login)).toEqual(expect.arrayContaining(['ann', 'cas']));
  });

  it('is plain JSON, and a function of the set of facts', () => {
    const history = latestOfEach(smallHistory(12, 300)).filter(({ kind }) => kind !== 'person');
    const part = partOf(history);

    expect(JSON.parse(JSON.stringify(part))).toEqual(part);
    expect(part.people.length).toBeGreaterThan(3);
    for (const seed of [1, 2]) expect(partOf(shuffled(history, seededRandom(seed)))).toEqual(part);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Fact, ThreadFact } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import type { PersonSettings } from '../../src/triage/store-port.ts';
import { type Surroundings, suggest } from '../../src/triage/suggest.ts';
import type { ThreadReading } from '../../src/triage/thread-reading.ts';
import { aReading } from '../fakes/github.ts';
import { aChange, aTaken, configWith, NOW, surroundings } from './surroundings-of.ts';

const DAY_MS = 86_400_000;
const PEOPLE = ['ada', 'bo'];

/** Ada and Bo took issues of the kind that is asked about, and reviewed the file that is asked about. */
const history: Fact[] = [
  ...[1, 2, 3, 4].flatMap((n) => [aTaken(`10${n}`, 'ada'), aTaken(`20${n}`, 'bo')]),
  ...[1, 5, 9].map((day) => aChange(day, 'newcomer', PEOPLE, ['src/cache.ts'])),
];

interface Asked {
  fact?: Partial<ThreadFact>;
  reading?: Partial<Omit<ThreadReading, 'fact'>>;
  around?: Partial<Surroundings>;
  facts?: Fact[];
}

function readings({ fact, reading }: Asked): ThreadReading[] {
  const files = [{ path: 'src/cache.ts', added: 1, deleted: 0 }];
  const title = 'Cache eviction drops entries';
  return [aReading({ title, ...fact }, reading), aReading({ title, type: 'pull', ...fact }, { files, ...reading })];
}

/** Who is suggested for an issue and for a pull of the same words. */
function suggested(asked: Asked = {}): [string[], string[]] {
  const model = createRepositoryModel();
  for (const fact of [...history, ...(asked.facts ?? [])]) model.learn(fact);
  const [issue, pull] = readings(asked).map((reading) =>
    suggest(reading, model, surroundings(['ada', 'bo', 'newcomer'], asked.around)),
  );
  const logins = (people: { login: string }[] = []) => people.map(({ login }) => login).toSorted();
  return [logins(issue?.assignees), logins(pull?.reviewers)];
}

const onlyBo = [['bo'], ['bo']];
const nothingSet: PersonSettings = { awayUntil: null, capacity: null, optedOut: false };

function settings(login: string, set: Partial<PersonSettings>): Partial<Surroundings> {
  return { people: new Map([[login, { ...nothingSet, ...set }]]) };
}

function held(id: string, over: Partial<ThreadFact>): ThreadFact {
  return aTaken(id, 'ada', { state: 'open', closedAt: null, outcome: null, ...over });
}

describe('people who may be suggested', () => {
  it('are all who fit, where nothing speaks against them', () => {
    expect(suggested()).toEqual([PEOPLE, PEOPLE]);
  });

  it('are never the author', () => {
    expect(suggested({ fact: { author: 'Ada' } }).flat()).not.toContain('ada');
  });

  it('are never bots', () => {
    const bot: Fact = { kind: 'person', login: 'ada', organisation: null, bot: true };

    expect(suggested({ facts: [bot] })).toEqual(onlyBo);
  });

  it('are never those whom the configuration excludes', () => {
    expect(suggested({ around: { config: configWith({ people: { exclude: ['ADA'] } }) } })).toEqual(onlyBo);
  });

  it('are never those whom the section of the task denies', () => {
    const config = configWith({ assignees: { deny: ['ada'] }, reviewers: { deny: ['bo'] } });

    expect(suggested({ around: { config } })).toEqual([['bo'], ['ada']]);
  });

  it('are never others than those whom the section of the task allows', () => {
    const config = configWith({ assignees: { allow: ['bo'] }, reviewers: { allow: ['Bo'] } });

    expect(suggested({ around: { config } })).toEqual(onlyBo);
  });

  it('are never those whom the configuration says to be away', () => {
    const config = configWith({ people: { away: [{ login: 'ada', until: null }] } });

    expect(suggested({ around: { config } })).toEqual(onlyBo);
  });

  it.each([
    ['2026-06-01', onlyBo],
    ['2026-05-31', [PEOPLE, PEOPLE]],
  ])('are never those who are away until %s, that day included, on the first of June', (until, expected) => {
    const config = configWith({ people: { away: [{ login: 'Ada', until }] } });

    expect(suggested({ around: { config } })).toEqual(expected);
  });

  it.each([
    ['2026-06-01T00:00:01Z', onlyBo],
    ['2026-05-31T23:59:59Z', [PEOPLE, PEOPLE]],
  ])('are never those who said themselves that they are away until %s', (awayUntil, expected) => {
    expect(suggested({ around: settings('ada', { awayUntil }) })).toEqual(expected);
  });

  it('are never those who opted out', () => {
    expect(suggested({ around: settings('ada', { optedOut: true }) })).toEqual(onlyBo);
  });

  it('are never those who did nothing for as long as the configuration says', () => {
    const config = configWith({ people: { inactiveAfter: 20 * DAY_MS } });

    expect(suggested({ around: { config }, facts: [aChange(30, 'bo', [], ['x'])] })).toEqual(onlyBo);
  });

  it('are those as well of whom nothing is known, while the repository is younger than that', () => {
    const around = { codeowners: 'src/ @mo', assignable: new Set(['mo']) };
    const old = configWith({ people: { inactiveAfter: 20 * DAY_MS } });

    expect(suggested({ around })[1]).toEqual(['mo']);
    expect(suggested({ around: { ...around, config: old } })[1]).toEqual([]);
  });

  it('are never those who hold as many open issues as the repository wants at most', () => {
    const config = configWith({ people: { capacity: 2 } });

    expect(suggested({ around: { config }, facts: [held('1', {}), held('2', {})] })).toEqual(onlyBo);
    expect(suggested({ around: { config }, facts: [held('1', {})] })).toEqual([PEOPLE, PEOPLE]);
  });

  it('are never those who hold so many open pulls and review requests', () => {
    const config = configWith({ people: { capacity: 2 } });
    const asked: Partial<ThreadFact> = { type: 'pull', assignees: [], participants: [], requested: ['ada'] };

    expect(suggested({ around: { config }, facts: [held('1', { type: 'pull' }), held('2', asked)] })).toEqual(onlyBo);
  });

  it('are never those who hold as many as they want themselves, whatever the repository says', () => {
    expect(suggested({ around: settings('ada', { capacity: 0 }) })).toEqual(onlyBo);
    const around = { ...settings('ada', { capacity: 9 }), config: configWith({ people: { capacity: 1 } }) };
    expect(suggested({ around, facts: [held('1', {})] })).toEqual([PEOPLE, PEOPLE]);
  });

  it('are never those without the needed access', () => {
    expect(suggested({ around: { assignable: new Set(['bo']) } })).toEqual(onlyBo);
  });

  it('are never those who are in the thread already', () => {
    expect(suggested({ fact: { participants: ['ada'] } })).toEqual(onlyBo);
    expect(suggested({ fact: { participants: ['ada'] }, around: { config: configWith({ mention: true }) } })).toEqual([
      PEOPLE,
      PEOPLE,
    ]);
  });

  it('are nobody where somebody was assigned or asked by a human', () => {
    expect(suggested({ fact: { assignees: ['bo'] }, reading: { reviewers: ['bo'] } })).toEqual([[], []]);
  });

  it('are never those who were un-assigned or whose review request was removed on this thread', () => {
    expect(suggested({ reading: { declined: ['Ada'] } })).toEqual(onlyBo);
  });

  it('are never those who were sent back on this thread before', () => {
    expect(suggested({ around: { refused: [{ kind: 'assignee', subject: 'ada' }] } })).toEqual(onlyBo);
  });

  it('are never more than the configuration wants', () => {
    const config = configWith({ assignees: { max: 1 }, reviewers: { max: 1 } });

    const [assignees, reviewers] = suggested({ around: { config } });

    expect([assignees.length, reviewers.length]).toEqual([1, 1]);
    expect(suggested({ around: { config: configWith({ assignees: { max: 0 }, reviewers: { max: 0 } }) } })).toEqual([
      [],
      [],
    ]);
  });

  it('are judged by the time of the question', () => {
    expect(suggested({ around: { now: new Date(NOW.getTime() + 400 * DAY_MS) } })).toEqual([[], []]);
  });
});

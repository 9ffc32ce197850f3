import { describe, expect, it } from '@jest/globals';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel, restoreRepositoryModel } from '../../src/match/repository-model.ts';
import { writingManner } from '../../src/match/writing-manner.ts';
import { kindOfTrait, writingTraits } from '../../src/match/writing-traits.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2024, 0, 1);

function thread(n: number, assignee: string, told: { title: string; body?: string; hour?: number }): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id: String(n),
    time: new Date(START + (24 * n + (told.hour ?? 0)) * HOUR_MS).toISOString(),
    author: null,
    title: told.title,
    body: told.body ?? '',
    labels: [],
    assignees: [assignee],
    participants: [],
    state: 'closed',
    closedAt: null,
    outcome: null,
  };
}

/** Ann and bob in turn, so that nothing but what is told tells them apart. */
function inTurn(ann: { title: string; body?: string; hour?: number }, bob: typeof ann): ThreadFact[] {
  return Array.from({ length: 30 }, (_, n) => thread(n, n % 2 === 0 ? 'ann' : 'bob', n % 2 === 0 ? ann : bob));
}

function best(facts: ThreadFact[], task: { title: string; body?: string }, hour = 0): string | undefined {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const at = new Date(START + (24 * 40 + hour) * HOUR_MS).toISOString();
  return model.assignees({ ...emptyTask, ...task }, { at, k: 2 })[0]?.login;
}

describe('the manner of writing', () => {
  it('is told by signs, markup and lengths, never by what a text is about', () => {
    const one = writingManner('Queue crashes', '* restart\n* sleek');
    const other = writingManner('Pages flicker', '* reloads\n* creek');

    expect(one.has('title capital 2')).toBe(true);
    expect(one.has('body\n* ')).toBe(true);
    expect([...one].toSorted()).toEqual([...other].toSorted());
  });

  it('of an empty body says that it is empty', () => {
    expect([...writingManner('a', '')].filter((trait) => trait.startsWith('body'))).toEqual(['body empty']);
  });

  it('of any text, however odd, is at most a few hundred traits', () => {
    const odd = Array.from({ length: 60_000 }, (_, at) => String.fromCharCode(at)).join('');

    expect(writingManner(odd, odd).size).toBeLessThan(500);
    expect(writingTraits({ title: '', body: '' }).length).toBeGreaterThan(0);
  });
});

describe('traits', () => {
  it('are numbers in order, each once, by kind', () => {
    const traits = [...writingTraits({ title: 'Add retry to add', body: 'We should retry.' })];

    expect(traits).toEqual([...new Set(traits)].toSorted((a, b) => a - b));
    expect(new Set(traits.map(kindOfTrait))).toEqual(new Set(['manner', 'openings', 'titleWords']));
  });
});

describe('who takes a thread', () => {
  it('is told by how it is written', () => {
    const facts = inTurn(
      { title: 'pump stalls', body: '{code}\nx\n{code}' },
      { title: 'Pump stalls.', body: 'It does!' },
    );

    expect(best(facts, { title: 'gauge drifts', body: '{code}\ny\n{code}' })).toBe('ann');
    expect(best(facts, { title: 'Gauge drifts.', body: 'So bad!' })).toBe('bob');
  });

  it('is told by the words it begins with', () => {
    const facts = inTurn({ title: 'support pumps' }, { title: 'missing pumps' });

    expect(best(facts, { title: 'support gauge' })).toBe('ann');
    expect(best(facts, { title: 'missing gauge' })).toBe('bob');
  });

  it('is told by the hour at which it is opened, around midnight too', () => {
    const facts = inTurn({ title: 'pump stalls', hour: 23 }, { title: 'pump stalls', hour: 11 });

    expect(best(facts, { title: 'gauge drifts' }, 0)).toBe('ann');
    expect(best(facts, { title: 'gauge drifts' }, 12)).toBe('bob');
  });

  it('is told alike after a snapshot and after threads that came and went', () => {
    const facts = inTurn({ title: 'pump stalls', body: '- x', hour: 3 }, { title: 'Lamp is dark.', hour: 9 });
    const model = createRepositoryModel();
    for (const fact of facts.toReversed()) model.learn(fact);
    model.learn(thread(500, 'ann', { title: 'Lamp is dark.' }));
    model.remove('thread', '500');
    const plain = createRepositoryModel();
    for (const fact of facts) plain.learn(fact);
    const restored = restoreRepositoryModel(plain.snapshot());
    const ask = ({ assignees }: typeof model) =>
      assignees({ ...emptyTask, title: 'Gauge is off.' }, { at: '2024-03-01T09:00:00Z', k: 2 });

    expect(ask(model)).toEqual(ask(plain));
    expect(ask(restored)).toEqual(ask(plain));
    expect(restored.snapshot()).toEqual(model.snapshot());
  });
});

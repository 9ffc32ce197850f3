import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChangeFact, Fact, FileChange, ThreadFact } from '../../src/domain/fact.ts';
import type { RankedPerson } from '../../src/domain/suggestion.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import {
  createRepositoryModel,
  type RepositoryModel,
  restoreRepositoryModel,
} from '../../src/match/repository-model.ts';
import { latestOfEach } from './small-history.ts';

const SEED = 20_261_124;
const RUNS = 60;

const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  '../',
  '../../etc/passwd',
  '/',
  '//',
  '.',
  '',
  ' ',
  'a\0b',
  '\ud800',
  '👩‍💻/🚀.ts',
  '\u202Eevil\u202C',
  'x'.repeat(5_000),
  'd/'.repeat(2_500),
  '*',
  '[a-z]+(b+)+$',
  'İstanbul',
  'ann',
  'ANN',
];

const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', maxLength: 12 }));
const moment = fc.constantFrom(
  '2024-03-01T00:00:00Z',
  '2024-03-01T00:00:00Z',
  '2024-05-01T12:00:00Z',
  'no time at all',
);
const file: fc.Arbitrary<FileChange> = fc.record({
  path: name,
  added: fc.constantFrom(null, 0, 1, Number.MAX_SAFE_INTEGER),
  deleted: fc.constantFrom(null, 0, 7),
});

const change: fc.Arbitrary<ChangeFact> = fc.record({
  kind: fc.constant('change' as const),
  id: name,
  time: moment,
  author: fc.option(name),
  reviewers: fc.array(name, { maxLength: 3 }),
  files: fc.array(file, { maxLength: 4 }),
  title: name,
  body: name,
});

const thread: fc.Arbitrary<ThreadFact> = fc.record({
  kind: fc.constant('thread' as const),
  type: fc.constantFrom('issue' as const, 'pull' as const, 'discussion' as const),
  id: name,
  time: moment,
  author: fc.option(name),
  title: name,
  body: name,
  labels: fc.array(name, { maxLength: 2 }),
  assignees: fc.array(name, { maxLength: 2 }),
  participants: fc.array(name, { maxLength: 2 }),
  state: fc.constantFrom('open' as const, 'closed' as const),
  closedAt: fc.option(moment),
  outcome: fc.constantFrom(null, 'completed' as const, 'duplicate' as const),
});

const facts: fc.Arbitrary<Fact[]> = fc.array(fc.oneof(change, thread), { maxLength: 25 });
const question: fc.Arbitrary<Task> = fc
  .tuple(change, thread)
  .map(([{ files }, { author, title, body, labels }]) => ({ ...emptyTask, author, files, title, body, labels }));

function learnt(history: Fact[]): RepositoryModel {
  const model = createRepositoryModel();
  for (const fact of history) model.learn(fact);
  return model;
}

function people(model: RepositoryModel, task: Task): RankedPerson[] {
  const options = { at: '2024-06-01T00:00:00Z', k: 20 };
  return [...model.reviewers(task, options), ...model.assignees(task, options)];
}

function everything(model: RepositoryModel, task: Task): string {
  const options = { at: '2024-06-01T00:00:00Z', k: 20 };
  return JSON.stringify([people(model, task), model.labels(task, options), model.related(task, options), model.size()]);
}

describe('a history of hostile names, paths and times', () => {
  it('answers the same in any order and after any repetition', () => {
    fc.assert(
      fc.property(
        facts.chain((history) => {
          const latest = latestOfEach(history);
          const shuffled = fc.shuffledSubarray(latest, { minLength: latest.length });
          return fc.tuple(fc.constant(latest), shuffled, fc.subarray(latest));
        }),
        question,
        ([history, shuffled, again], task) => {
          const expected = everything(learnt(history), task);
          expect(everything(learnt([...shuffled, ...again]), task)).toBe(expected);
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('answers with probabilities from 0 to 1, best first, each person once and never the author as reviewer', () => {
    fc.assert(
      fc.property(facts, question, (history, task) => {
        const reviewers = learnt(history).reviewers(task, { at: '2024-06-01T00:00:00Z', k: 20 });
        const logins = reviewers.map(({ login }) => login.toLowerCase());
        expect(new Set(logins).size).toBe(logins.length);
        expect(logins).not.toContain(task.author?.toLowerCase());
        const probabilities = reviewers.map(({ probability }) => probability);
        expect(probabilities.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('goes on from a snapshot as if nothing had been', () => {
    fc.assert(
      fc.property(facts, question, (history, task) => {
        const model = learnt(history);
        const restored = restoreRepositoryModel(model.snapshot());
        expect(everything(restored, task)).toBe(everything(model, task));
        expect(restored.snapshot()).toEqual(model.snapshot());
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe('a change that is out of the ordinary', () => {
  const usual: ChangeFact = {
    kind: 'change',
    id: 'c1',
    time: '2024-03-01T00:00:00Z',
    author: 'ann',
    reviewers: ['bob'],
    files: [{ path: 'src/app.ts', added: 1, deleted: 1 }],
    title: '',
    body: '',
  };
  const asked: Task = { ...emptyTask, type: 'change', author: 'ann', files: usual.files };

  it('touches ten thousand files and hides nobody who knows the ones asked about', () => {
    const files = Array.from({ length: 10_000 }, (_, at) => ({
      path: `gen/${at % 97}/${at}.ts`,
      added: 1,
      deleted: 0,
    }));
    const model = learnt([usual, { ...usual, id: 'c2', author: 'cas', reviewers: ['dee'], files }]);

    expect(people(model, asked)[0]?.login).toBe('bob');
    expect(people(model, { ...asked, author: 'eve', files })[0]?.login).toBe('dee');
  });

  it('touches no file, and is asked about without any', () => {
    const model = learnt([{ ...usual, files: [] }]);

    expect(people(model, { ...asked, files: [] })[0]?.login).toBe('bob');
  });

  it('comes from and asks about people of whom nothing is known', () => {
    const model = learnt([usual]);
    const stranger: Task = {
      ...asked,
      author: 'nobody',
      files: [{ path: 'never/seen.rs', added: null, deleted: null }],
    };

    expect(people(model, stranger).map(({ login }) => login)).toContain('bob');
    expect(people(createRepositoryModel(), stranger)).toEqual([]);
    expect(model.openLoad('nobody')).toBe(0);
    expect(model.idleMs('nobody', '2024-06-01T00:00:00Z')).toBe(Number.POSITIVE_INFINITY);
  });
});

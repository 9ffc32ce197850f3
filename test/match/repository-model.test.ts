import { describe, expect, it } from '@jest/globals';
import { type DocumentFact, type Fact, factId } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import {
  createRepositoryModel,
  type RepositoryModel,
  restoreRepositoryModel,
  SnapshotError,
} from '../../src/match/repository-model.ts';
import { finish } from '../../src/match/steps.ts';
import { allAnswers, latestOfEach, seededRandom, shuffled, smallHistory } from './small-history.ts';

const SEEDS = [1, 2, 3, 4, 5];

function learnt(facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

describe('a repository model', () => {
  it.each(SEEDS)('answers the same in whatever order it learnt (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 60));
    const expected = learnt(facts);

    const other = learnt(shuffled(facts, seededRandom(seed)));

    expect(allAnswers(other)).toBe(allAnswers(expected));
    expect(other.snapshot()).toEqual(expected.snapshot());
  });

  it.each(SEEDS)('answers the same after learning everything twice (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 60));

    const twice = learnt([...facts, ...shuffled(facts, seededRandom(seed))]);

    expect(allAnswers(twice)).toBe(allAnswers(learnt(facts)));
  });

  it.each(SEEDS)('keeps nothing of what was replaced (history %i)', (seed) => {
    const before = smallHistory(seed, 60);
    const after = smallHistory(seed + 100, 60);
    const replaced = latestOfEach([...before, ...after]);

    expect(allAnswers(learnt([...before, ...after]))).toBe(allAnswers(learnt(replaced)));
  });

  it.each(SEEDS)('keeps nothing of what was removed (history %i)', (seed) => {
    const kept = latestOfEach(smallHistory(seed, 60)).filter((_, at) => at % 2 === 0);
    const gone = latestOfEach(smallHistory(seed, 60)).filter((_, at) => at % 2 === 1);
    const model = learnt([...gone, ...kept]);

    for (const fact of gone) model.remove(fact.kind, factId(fact));

    expect(allAnswers(model)).toBe(allAnswers(learnt(kept)));
    expect(model.snapshot()).toEqual(learnt(kept).snapshot());
  });

  it.each(SEEDS)('goes on from a snapshot as if nothing had been (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 60));
    const restored = restoreRepositoryModel(learnt(facts.slice(0, 30)).snapshot());

    for (const fact of facts.slice(25)) restored.learn(fact);

    expect(allAnswers(restored)).toBe(allAnswers(learnt(facts)));
    expect(restored.snapshot()).toEqual(learnt(facts).snapshot());
  });

  it.each(SEEDS)('answers the same whatever is asked, learnt and removed while it settles (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 90));
    const gone = facts.filter((_, at) => at % 5 === 0);
    const [first, later] = [facts.slice(0, 60), facts.slice(60)];
    const model = learnt(first);
    const random = seededRandom(seed);
    const settling = [model.settle(), model.settle(['assignees', 'reviewers'])];
    const doings = [
      () => model.reviewers(emptyTask, { at: '2026-01-01T00:00:00Z', k: 3 }),
      () => model.assignees(emptyTask, { at: '2026-01-01T00:00:00Z', k: 3 }),
      () => model.acts('ann', '2026-01-01T00:00:00Z') + model.openLoad('ann'),
      () => model.snapshot(),
      () => {
        for (const fact of later.splice(0, 2)) model.learn(fact);
      },
      () => {
        for (const fact of gone.splice(0, 1)) model.remove(fact.kind, factId(fact));
      },
    ];

    for (let pieces = 0; later.length + gone.length > 0; pieces++) {
      settling[pieces % 2]?.next();
      if (pieces % 8 === 0) settling[pieces % 2] = model.settle();
      if (random() < 0.2) doings[Math.floor(random() * doings.length)]?.();
    }
    for (const steps of settling) finish(steps);

    const removed = facts.filter((_, at) => at % 5 === 0);
    const expected = learnt(facts);
    for (const fact of removed) expected.remove(fact.kind, factId(fact));
    for (const fact of removed) model.remove(fact.kind, factId(fact));
    expect(allAnswers(model)).toBe(allAnswers(expected));
    expect(model.snapshot()).toEqual(expected.snapshot());
  });

  it.each(SEEDS)('stands the same at every rest of settling (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 60));
    const at = '2026-01-01T00:00:00Z';
    const people = ['ann', 'bob', 'cas', 'dee'];
    const standing = (model: RepositoryModel) =>
      people.map((login) => [model.acts(login, at), model.idleMs(login, at), model.openLoad(login)]);
    const expected = JSON.stringify(standing(learnt(facts)));
    const model = learnt(facts);

    let rests = 0;
    for (const _ of model.settle(['reviewers', 'assignees'])) {
      rests++;
      expect(JSON.stringify(standing(model))).toBe(expected);
    }

    expect(rests).toBeGreaterThan(10);
    expect([...model.settle()]).toEqual([]);
    expect(allAnswers(model)).toBe(allAnswers(learnt(facts)));
  });

  it('is empty after everything was removed', () => {
    const facts = latestOfEach(smallHistory(9, 60));
    const model = learnt(facts);

    for (const fact of facts) model.remove(fact.kind, factId(fact));

    expect(allAnswers(model)).toBe(allAnswers(createRepositoryModel()));
    expect(model.size()).toEqual({ changes: 0, threads: 0, documents: 0, people: 0 });
  });

  it('restores names that UTF-8 cannot spell', () => {
    const fact = { ...aDocument, title: 'half \ud83d of a pair' };

    const restored = restoreRepositoryModel(learnt([fact]).snapshot());

    expect(restored.content(fact.id)?.title).toBe(fact.title);
  });

  it.each([
    ['no bytes', () => new Uint8Array()],
    ['other bytes', () => new TextEncoder().encode('{"version":1}')],
    ['a cut snapshot', () => snapshot().slice(0, -9)],
    ['a longer snapshot', () => Uint8Array.of(...snapshot(), 0)],
    ['a snapshot with one bit changed', () => snapshot().map((byte, at) => (at === 40 ? byte ^ 1 : byte))],
    ['another version', () => snapshot().map((byte, at) => (at === 17 ? byte + 1 : byte))],
  ])('refuses %s as a snapshot', (_, bytes) => {
    expect(() => restoreRepositoryModel(bytes())).toThrow(SnapshotError);
  });
});

const aDocument: DocumentFact = { kind: 'document', id: 'a.md', url: 'a.md', title: 'A', body: '' };

function snapshot(): Uint8Array {
  return learnt(smallHistory(1, 20)).snapshot();
}

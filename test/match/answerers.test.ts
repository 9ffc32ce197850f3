import { describe, expect, it } from '@jest/globals';
import { evidenceSentence } from '../../src/comment/evidence-words.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import {
  createRepositoryModel,
  type RepositoryModel,
  restoreRepositoryModel,
} from '../../src/match/repository-model.ts';

const AT = '2026-06-01T00:00:00Z';
const SUBJECTS = [
  ['ada', 'How does cache eviction choose entries of a shard?'],
  ['bo', 'How do I put the network proxy into the environment?'],
] as const;

function answered(n: number, over: Partial<ThreadFact> = {}): ThreadFact {
  const [answerer, title] = SUBJECTS[n % 2] ?? SUBJECTS[0];
  const day = String(1 + (n % 28)).padStart(2, '0');
  return {
    kind: 'thread',
    type: 'discussion',
    id: String(100 + n),
    time: `2026-05-${day}T0${n % 8}:00:00Z`,
    author: 'kai',
    title: `${title} ${n}`,
    body: '',
    labels: [],
    assignees: [answerer],
    participants: ['kai', answerer],
    state: 'open',
    closedAt: `2026-05-${day}T1${n % 8}:00:00Z`,
    outcome: 'answered',
    category: { name: 'Q&A', answerable: true },
    ...over,
  };
}

const facts = Array.from({ length: 40 }, (_, n) => answered(n));

function modelOf(learnt: ThreadFact[]): RepositoryModel {
  const model = createRepositoryModel();
  for (const fact of learnt) model.learn(fact);
  return model;
}

function asked(model: RepositoryModel, type: 'issue' | 'discussion' = 'discussion') {
  return model.assignees({ ...emptyTask, type, title: 'How does cache eviction choose?' }, { at: AT, k: 3 });
}

describe('who could answer a discussion', () => {
  it('is who answered such questions, as surely as the past bears out', () => {
    const [first] = asked(modelOf(facts));
    const [unproven] = asked(modelOf(facts.slice(0, 2)));

    expect(first?.login).toBe('ada');
    expect(first?.reasons[0]?.kind).toBe('answered-similar');
    expect(first?.probability).toBeGreaterThan(0.5);
    expect(unproven?.probability ?? 0).toBeLessThan(0.5);
  });

  it('is told as having answered, in the words of the evidence too', () => {
    const labelled = facts.map((fact) => ({ ...fact, labels: ['cache'] }));
    const taken = answered(50, { type: 'issue', labels: ['cache'], state: 'closed', outcome: 'completed' });
    const model = modelOf([...labelled, taken]);
    const task = {
      ...emptyTask,
      type: 'discussion' as const,
      title: 'How does cache eviction choose?',
      labels: ['cache'],
    };
    const [first] = model.assignees(task, { at: AT, k: 1, explain: true });

    const ofLabel = first?.reasons.filter((reason) => 'label' in reason);
    expect(ofLabel).toEqual([
      { kind: 'took-label', label: 'cache', times: 1 },
      { kind: 'answered-label', label: 'cache', times: 20 },
    ]);
    expect(first?.evidence?.map(evidenceSentence)).toContain('Takes or answers threads with these labels (21 times).');
  });

  it('is the same in whatever order, after removal, and from a snapshot', () => {
    const model = modelOf([answered(90), ...facts.toReversed(), answered(3, { assignees: ['cy'], outcome: null })]);
    asked(model);
    model.remove('thread', answered(90).id);
    for (const fact of facts.slice(0, 10)) model.learn(fact);
    const expected = modelOf(facts);

    expect(asked(model)).toEqual(asked(expected));
    expect(model.snapshot()).toEqual(expected.snapshot());
    expect(asked(restoreRepositoryModel(model.snapshot()))).toEqual(asked(expected));
  });

  it('does not make anybody busy, nor the model surer of whom issues are assigned to', () => {
    const model = modelOf(facts);

    expect(model.openLoad('ada')).toBe(0);
    expect(asked(model, 'issue')[0]?.probability ?? 0).toBeLessThan(0.5);
  });
});

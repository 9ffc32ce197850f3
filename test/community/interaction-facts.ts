import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import type { KnownWork } from '../../src/match/known-work.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { DAY_MS } from '../match/small-history.ts';

export const NOW = Date.parse('2026-01-01T00:00:00Z');
const ago = (days: number) => new Date(NOW - days * DAY_MS).toISOString();

let facts = 0;

export function aChange(author: string, reviewers: string[], ageDays: number, paths: string[] = []): ChangeFact {
  const files = paths.map((path) => ({ path, added: 1, deleted: 1 }));
  return { kind: 'change', id: `c${facts++}`, time: ago(ageDays), author, reviewers, files, title: '', body: '' };
}

export function aThread(
  author: string,
  { assignees = [], participants = [], labels = [] }: Partial<ThreadFact>,
  ageDays: number,
): ThreadFact {
  return {
    ...{ kind: 'thread', type: 'issue', id: `${facts++}`, time: ago(ageDays), author, title: '', body: '' },
    ...{ labels, assignees, participants, state: 'open', closedAt: null, outcome: null },
  };
}

export function workOf(facts: Iterable<Fact>): KnownWork {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model.work(NOW);
}

import type { Fact } from '../domain/fact.ts';
import { type Bots, createBots } from './bots.ts';
import { createChangeEvidence } from './change-evidence.ts';
import { type ChangeStore, createChangeStore } from './change-store.ts';
import { createContentStore } from './content-store.ts';
import { createLabelModel, type LabelModel } from './label-model.ts';
import { createPathTree } from './path-tree.ts';
import { createPeople } from './people.ts';
import type { KnownThreads } from './rank-assignees.ts';
import { readTime } from './read-time.ts';
import { createThreadEvidence } from './thread-evidence.ts';
import { createThreadStore } from './thread-store.ts';

/** What a model is made of. */
export interface ModelParts extends KnownThreads {
  bots: Bots;
  changes: ChangeStore;
  labels: LabelModel;
}

export function createModelParts(): ModelParts {
  const people = createPeople();
  const tree = createPathTree();
  const evidence = createChangeEvidence(tree);
  const threadEvidence = createThreadEvidence(people);
  return {
    people,
    tree,
    evidence,
    threadEvidence,
    bots: createBots(),
    changes: createChangeStore(people, tree, evidence),
    threads: createThreadStore(people, threadEvidence),
    contents: createContentStore(),
    labels: createLabelModel(),
  };
}

export function learnFact({ bots, changes, threads, contents, labels }: ModelParts, fact: Fact): void {
  switch (fact.kind) {
    case 'change':
      changes.learn(fact);
      break;
    case 'thread':
      contents.learnThread(fact);
      labels.set({ ...fact, time: readTime(fact.time) });
      threads.learn(fact);
      break;
    case 'document':
      contents.learnDocument(fact);
      break;
    case 'person':
      bots.learn(fact);
      break;
    case 'link':
      // Back-tests compare with links; no question draws on them.
      break;
  }
}

export function removeFact(
  { bots, changes, threads, contents, labels }: ModelParts,
  kind: Fact['kind'],
  id: string,
): void {
  switch (kind) {
    case 'change':
      changes.remove(id);
      break;
    case 'thread':
      contents.removeThread(id);
      labels.remove(id);
      threads.remove(id);
      break;
    case 'document':
      contents.removeDocument(id);
      break;
    case 'person':
      bots.remove(id);
      break;
    case 'link':
      break;
  }
}

import type { Fact } from '../domain/fact.ts';
import { type Bots, createBots } from './bots.ts';
import { type ChangeRecord, createChangeEvidence } from './change-evidence.ts';
import { type ChangeStore, createChangeStore } from './change-store.ts';
import { createContentStore } from './content-store.ts';
import { createDuplicateLinks, type DuplicateLinks } from './duplicate-links.ts';
import { createFileNames } from './file-names.ts';
import { changeEvent, threadEvent } from './history-event.ts';
import { createLabelModel, type LabelModel } from './label-model.ts';
import { createModelTuning, type ModelTuning } from './model-tuning.ts';
import { createPathTree } from './path-tree.ts';
import { createPeople } from './people.ts';
import type { KnownThreads } from './rank-assignees.ts';
import { readTime } from './read-time.ts';
import { createThreadEvidence } from './thread-evidence.ts';
import { createThreadStore, type StoredThread } from './thread-store.ts';

/** What a model is made of. */
export interface ModelParts extends KnownThreads {
  bots: Bots;
  changes: ChangeStore;
  labels: LabelModel;
  links: DuplicateLinks;
  tuning: ModelTuning;
}

export function createModelParts(): ModelParts {
  const people = createPeople();
  const tree = createPathTree();
  const evidence = createChangeEvidence(tree);
  const threadEvidence = createThreadEvidence(people);
  const changes = createChangeStore(people, tree, { ...evidence, count: countChange });
  const threads = createThreadStore(people, { ...threadEvidence, count: countThread });
  const contents = createContentStore();
  const bots = createBots();
  const known = { people, tree, fileNames: createFileNames(tree), evidence, threadEvidence, threads, contents };
  const tuning = createModelTuning(known, bots);
  const links = createDuplicateLinks((thread) => threads.find(thread)?.duplicateOf);

  function countChange(change: ChangeRecord, sign: 1 | -1): void {
    tuning.present();
    evidence.count(change, sign);
    tuning.changed(changeEvent(change), sign);
  }

  function countThread(thread: StoredThread, sign: 1 | -1): void {
    tuning.present();
    threadEvidence.count(thread, sign);
    if (!Number.isNaN(thread.time)) tuning.changed(threadEvent(thread), sign);
  }

  return { ...known, changes, bots, tuning, labels: createLabelModel(), links };
}

export function learnFact({ bots, changes, threads, contents, labels, links, tuning }: ModelParts, fact: Fact): void {
  switch (fact.kind) {
    case 'change':
      changes.learn(fact);
      break;
    case 'thread':
      if (contents.learnThread(fact)) {
        tuning.contentChanged(readTime(fact.time));
        tuning.contentChanged(threads.find(fact.id)?.time ?? null);
      }
      labels.set({ ...fact, time: readTime(fact.time) });
      threads.learn(fact);
      break;
    case 'document':
      contents.learnDocument(fact);
      break;
    case 'person': {
      const before = bots.has(fact.login);
      bots.learn(fact);
      if (bots.has(fact.login) !== before) tuning.forget();
      break;
    }
    case 'link':
      links.learn(fact);
      break;
  }
}

export function removeFact(
  { bots, changes, threads, contents, labels, links, tuning }: ModelParts,
  kind: Fact['kind'],
  id: string,
): void {
  switch (kind) {
    case 'change':
      changes.remove(id);
      break;
    case 'thread':
      tuning.contentChanged(threads.find(id)?.time ?? null);
      contents.removeThread(id);
      labels.remove(id);
      threads.remove(id);
      break;
    case 'document':
      contents.removeDocument(id);
      break;
    case 'person': {
      const before = bots.has(id);
      bots.remove(id);
      if (bots.has(id) !== before) tuning.forget();
      break;
    }
    case 'link':
      links.remove(id);
      break;
  }
}

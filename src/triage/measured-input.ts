import { setImmediate } from 'node:timers/promises';
import { type MeasuredInput, measuredInput } from '../community/measured-input.ts';
import type { DocumentFact, Fact, PersonFact, ThreadFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Steps } from '../match/steps.ts';
import type { MeasurePorts } from './measure-ports.ts';

/** Small enough that reading a page does not hold up other work for long. */
const PAGE = 500;

interface StoredFacts {
  threads: ThreadFact[];
  documents: DocumentFact[];
  persons: PersonFact[];
}

/** Everything that is known of the repository up to now. */
export async function readMeasuredInput(
  ref: RepositoryRef,
  now: Date,
  { github, store, models }: MeasurePorts,
): Promise<MeasuredInput> {
  const [{ config }, settings, model] = await Promise.all([
    github.readConfig(ref),
    store.readPeople(ref.owner),
    models.of(ref),
  ]);
  const facts = await readFacts(ref, store);
  const work = await atEase(model.workInSteps(now.getTime()));
  return measuredInput({ work, ...facts, config, settings });
}

async function readFacts(ref: RepositoryRef, store: MeasurePorts['store']): Promise<StoredFacts> {
  const found: StoredFacts = { threads: [], documents: [], persons: [] };
  for (let after = 0; ; ) {
    const page = await store.factsOfKinds(ref, ['thread', 'document', 'person'], { after, limit: PAGE });
    for (const { seq, fact } of page) {
      keep(found, fact);
      after = seq;
    }
    if (page.length < PAGE) return found;
    await setImmediate();
  }
}

function keep({ threads, documents, persons }: StoredFacts, fact: Fact): void {
  if (fact.kind === 'thread') threads.push(fact);
  if (fact.kind === 'document') documents.push(fact);
  if (fact.kind === 'person') persons.push(fact);
}

/** Webhooks of all repositories are taken in while the work rests. */
export async function atEase<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

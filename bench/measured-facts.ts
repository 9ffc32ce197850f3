import type { MeasuredInput } from '../src/community/measured-input.ts';
import { defaultConfig } from '../src/config/repository-config.ts';
import type { Fact } from '../src/domain/fact.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';

/** What parts are measured from, of these facts, as of the newest of them and with nobody left out. */
export function measuredFacts(facts: readonly Fact[]): MeasuredInput {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const times = facts.map((fact) => ('time' in fact && typeof fact.time === 'string' ? Date.parse(fact.time) : 0));
  return {
    work: model.work(times.reduce((newest, time) => Math.max(newest, time), 0)),
    threads: facts.filter((fact) => fact.kind === 'thread'),
    documents: facts.filter((fact) => fact.kind === 'document'),
    persons: facts.filter((fact) => fact.kind === 'person'),
    config: defaultConfig,
    settings: new Map(),
    leftOut: () => false,
  };
}

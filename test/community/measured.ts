import type { MeasuredInput } from '../../src/community/measured-input.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { workOf } from './interaction-facts.ts';

/** What parts are measured from, of these facts, with nobody left out where it is not said. */
export function measuredInput(facts: readonly Fact[], given: Partial<MeasuredInput> = {}): MeasuredInput {
  return {
    work: workOf(facts),
    threads: facts.filter((fact) => fact.kind === 'thread'),
    documents: facts.filter((fact) => fact.kind === 'document'),
    persons: facts.filter((fact) => fact.kind === 'person'),
    config: defaultConfig,
    settings: new Map(),
    leftOut: () => false,
    ...given,
  };
}

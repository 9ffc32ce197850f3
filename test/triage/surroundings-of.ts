import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { ChangeFact, ThreadFact } from '../../src/domain/fact.ts';
import type { Surroundings } from '../../src/triage/suggest.ts';
import { aReading } from '../fakes/github.ts';

export const NOW = new Date('2026-06-01T00:00:00Z');

interface Sections {
  people?: Partial<RepositoryConfig['people']>;
  assignees?: Partial<RepositoryConfig['assignees']>;
  reviewers?: Partial<RepositoryConfig['reviewers']>;
  mention?: boolean;
}

/** The default configuration, with no threshold that would hide anybody. */
export function configWith({ people, assignees, reviewers, mention = false }: Sections = {}): RepositoryConfig {
  return {
    ...defaultConfig,
    mention,
    people: { ...defaultConfig.people, ...people },
    assignees: { ...defaultConfig.assignees, minPrecision: 0, ...assignees },
    reviewers: { ...defaultConfig.reviewers, minPrecision: 0, ...reviewers },
  };
}

export function surroundings(assignable: string[], over: Partial<Surroundings> = {}): Surroundings {
  return {
    config: configWith(),
    near: [],
    named: [],
    labels: [],
    assignable: new Set(assignable),
    people: new Map(),
    refused: [],
    codeowners: '',
    teams: new Map(),
    addresses: new Map(),
    writers: null,
    now: NOW,
    repository: { owner: 'acme', repo: 'engine' },
    ...over,
  };
}

/** A change of May 2026. */
export function aChange(day: number, author: string, reviewers: string[], paths: string[]): ChangeFact {
  const time = `2026-05-${String(day).padStart(2, '0')}T00:00:00Z`;
  const files = paths.map((path) => ({ path, added: 1, deleted: 0 }));
  const id = [day, author, ...reviewers, ...paths].join(' ');
  return { kind: 'change', id, time, author, reviewers, files, title: '', body: '' };
}

/** A closed issue of May 2026 that somebody took. */
export function aTaken(id: string, assignee: string, over: Partial<ThreadFact> = {}): ThreadFact {
  return aReading({
    id,
    time: '2026-05-01T00:00:00Z',
    title: `Cache eviction drops hot entries ${id}`,
    assignees: [assignee],
    participants: [assignee],
    state: 'closed',
    closedAt: '2026-05-20T00:00:00Z',
    outcome: 'completed',
    ...over,
  }).fact;
}

import type { DashboardData, ShownRepository, ShownSuggestion } from '../../src/web/dashboard-data.ts';
import { sample } from '../comment/sample-suggestion.ts';

export const NOW = new Date('2026-11-24T06:00:00Z');

export function aSuggestion(over: Partial<ShownSuggestion> = {}): ShownSuggestion {
  return {
    owner: 'acme',
    repo: 'app',
    type: 'issue',
    number: 21,
    mode: 'suggest',
    comment: 'created',
    suggestion: sample,
    latencyMs: 4200,
    savedAt: '2026-11-24T05:57:00.000Z',
    ...over,
  };
}

export function aRepository(over: Partial<ShownRepository> = {}): ShownRepository {
  return {
    owner: 'acme',
    repo: 'app',
    facts: { change: 1204, thread: 318, document: 41 },
    learntAt: '2026-11-24T05:00:00.000Z',
    learning: { state: 'learnt', percent: null },
    ...over,
  };
}

export function someData(over: Partial<DashboardData> = {}): DashboardData {
  return {
    recentSuggestions: async () => [aSuggestion()],
    suggestionsOf: async () => [aSuggestion()],
    repositories: async () => [aRepository()],
    queueCounts: async () => [
      { lane: 'triage', counts: { waiting: 0, active: 2, delayed: 7, failed: 1 } },
      { lane: 'background', counts: null },
    ],
    ...over,
  };
}

import { partnersReader } from '../../src/app-partners.ts';
import type { PartName } from '../../src/community/measured-parts.ts';
import { settingsInForce } from '../../src/config/settings-in-force.ts';
import { variablesInForce } from '../../src/config/variables-in-force.ts';
import type { Acceptance } from '../../src/domain/acceptance.ts';
import { type RepositoryName, repositoryKey } from '../../src/domain/thread-ref.ts';
import type {
  DashboardData,
  ShownDigests,
  ShownJob,
  ShownRepository,
  ShownSuggestion,
} from '../../src/web/dashboard-data.ts';
import type { Scope } from '../../src/web/viewer.ts';
import { sampleDigest } from '../comment/sample-digest.ts';
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
    measuredAt: '2026-11-24T03:00:00.000Z',
    learning: { state: 'learnt', percent: null, minutesLeft: null, pausedUntil: null },
    ...over,
  };
}

export function anAcceptance(over: Partial<Acceptance> = {}): Acceptance {
  return {
    kind: 'label',
    label: null,
    outcomes: { accepted: 31, changed: 4, rejected: 2, ignored: 12, undone: 1 },
    judged: 50,
    decided: 38,
    accepted: 31 / 38,
    interval: { low: 0.666, high: 0.908 },
    promised: 0.874,
    minPrecision: 0.8,
    silent: null,
    ...over,
  };
}

/** Keeps to the scope that it is asked in, whatever it is given to say. */
export function aJob(over: Partial<ShownJob> = {}): ShownJob {
  return {
    ...{ lane: 'triage', id: 'b6a0a9c2', state: 'failed', kind: 'triage', repository: 'acme/app', attempts: 9 },
    ...{ addedAt: '2026-11-24T04:00:00.000Z', nextAt: null, error: 'GitHub answered 502' },
    ...over,
  };
}

function someDigests(): ShownDigests {
  const thread = { type: 'issue' as const, number: 9, url: 'https://github.com/acme/app/issues/9' };
  const place = { cadence: 'weekly' as const, target: 'issue' as const, since: NOW.toISOString() };
  const before = { cadence: 'weekly' as const, from: '2026-11-09', to: '2026-11-16' };
  return {
    place: { ...place, thread, silence: null },
    digests: [
      { digest: sampleDigest(), outcome: 'updated', madeAt: NOW.toISOString() },
      { digest: sampleDigest(undefined, { period: before }), outcome: 'created', madeAt: NOW.toISOString() },
    ],
  };
}

export function someData(over: Partial<DashboardData> = {}): DashboardData {
  const data: DashboardData = {
    recentSuggestions: async () => [aSuggestion()],
    suggestionsOf: async () => [aSuggestion()],
    repositories: async () => [aRepository()],
    acceptanceOf: async () => [anAcceptance()],
    learnNow: async () => true,
    rehearseNow: async () => true,
    measured: async () => null,
    partners: (names) => partnersReader({ measuredAt }, data.measured)(names),
    digestsOf: async () => someDigests(),
    jobs: async () => [aJob()],
    retryJob: async () => true,
    settingsOf: async () => ({ settings: settingsInForce([]), problems: [] }),
    variables: () => variablesInForce({}),
    acceptanceOverall: async () => [anAcceptance({ minPrecision: null })],
    queueCounts: async () => [
      { lane: 'triage', counts: { waiting: 0, active: 2, delayed: 7, failed: 1 } },
      { lane: 'background', counts: null },
    ],
    ...over,
  };
  async function measuredAt(name: RepositoryName, part: PartName): Promise<string | null> {
    return (await data.measured(name, part))?.at ?? null;
  }

  return {
    ...data,
    recentSuggestions: async (limit, scope) => (await data.recentSuggestions(limit)).filter((one) => isIn(scope, one)),
    repositories: async (scope) => (await data.repositories()).filter((one) => isIn(scope, one)),
  };
}

function isIn(scope: Scope | undefined, repository: RepositoryName): boolean {
  return scope === undefined || scope === 'all' || scope.has(repositoryKey(repository));
}

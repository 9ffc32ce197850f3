import type { DashboardData, RepositoryName } from './dashboard-data.ts';
import type { Scope, Viewer } from './viewer.ts';

/**
 * The same answers, of nothing but what the viewer may see. What they may not see does not exist for them. A new
 * question has no answer before it is decided here who gets one.
 */
export function seenData(data: DashboardData, viewer: Viewer): DashboardData {
  if (viewer.isOperator) return data;
  const may = (repository: RepositoryName) => viewer.maySee(repository);
  return {
    recentSuggestions: (limit, scope) => data.recentSuggestions(limit, within(viewer.scope, scope)),
    suggestionsOf: async (repository, limit) => (may(repository) ? data.suggestionsOf(repository, limit) : []),
    repositories: (scope) => data.repositories(within(viewer.scope, scope)),
    acceptanceOf: async (repository) => (may(repository) ? data.acceptanceOf(repository) : []),
    learnNow: async (repository) => may(repository) && data.learnNow(repository),
    rehearseNow: async (repository) => may(repository) && data.rehearseNow(repository),
    queueCounts: forOperators,
    jobs: forOperators,
    retryJob: async () => false,
    settingsOf: async (repository) => (may(repository) ? data.settingsOf(repository) : { settings: [], problems: [] }),
    variables: () => [],
    acceptanceOverall: (scope) => data.acceptanceOverall(within(viewer.scope, scope)),
    digestsOf: async (repository) => (may(repository) ? data.digestsOf(repository) : { place: null, digests: [] }),
    partners: (repositories) => data.partners(repositories.filter(may)),
    measured: async (repository, part) => (may(repository) ? data.measured(repository, part) : null),
  };
}

function forOperators(): Promise<never> {
  return Promise.reject(new Error('this is for the operator'));
}

function within(seen: Scope, wanted: Scope = 'all'): Scope {
  if (seen === 'all' || wanted === 'all') return seen === 'all' ? wanted : seen;
  return new Set([...wanted].filter((key) => seen.has(key)));
}

import type { DashboardData, RepositoryName } from './dashboard-data.ts';
import type { Viewer } from './viewer.ts';

/**
 * The same answers, of nothing but what the viewer may see. What they may not see does not exist for them. A new
 * question has no answer before it is decided here who gets one.
 */
export function seenData(data: DashboardData, viewer: Viewer): DashboardData {
  if (viewer.isOperator) return data;
  const seen = <T extends RepositoryName>(all: T[]) => all.filter((one) => viewer.maySee(one));
  const may = (repository: RepositoryName) => viewer.maySee(repository);
  return {
    recentSuggestions: async (limit) => seen(await data.recentSuggestions(limit)),
    suggestionsOf: async (repository, limit) => (may(repository) ? data.suggestionsOf(repository, limit) : []),
    repositories: async () => seen(await data.repositories()),
    acceptanceOf: async (repository) => (may(repository) ? data.acceptanceOf(repository) : []),
    learnNow: async (repository) => may(repository) && data.learnNow(repository),
    queueCounts: () => Promise.reject(new Error('the queue is for the operator')),
    measured: async (repository, part) => (may(repository) ? data.measured(repository, part) : null),
  };
}

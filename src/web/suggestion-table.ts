import type { ShownSuggestion } from './dashboard-data.ts';
import type { Read } from './read-now.ts';
import { rowsOf, type Table } from './table.ts';

/** The latest suggestions, thread by thread; the page shows them with their reasons. */
export const suggestionTable: Table<{ suggestions: Read<ShownSuggestion[]> }> = rowsOf({
  name: 'suggestions',
  about: 'The latest suggestions, one thread a row; several names in one field stand with semicolons between them.',
  rows: ({ suggestions }) => ('value' in suggestions ? suggestions.value : []),
  columns: [
    { key: 'repository', value: ({ owner, repo }) => `${owner}/${repo}` },
    { key: 'type', value: ({ type }) => type },
    { key: 'number', value: ({ number }) => number },
    { key: 'saved_at', value: ({ savedAt }) => savedAt },
    { key: 'mode', value: ({ mode }) => mode },
    { key: 'comment', value: ({ comment }) => comment },
    { key: 'latency_ms', value: ({ latencyMs }) => latencyMs },
    { key: 'labels', value: ({ suggestion }) => list(suggestion.labels.map(({ name }) => name)) },
    { key: 'assignees', value: ({ suggestion }) => list(suggestion.assignees.map(({ login }) => login)) },
    { key: 'reviewers', value: ({ suggestion }) => list(suggestion.reviewers.map(({ login }) => login)) },
    { key: 'related', value: ({ suggestion }) => list(suggestion.related.map(({ id }) => id)) },
  ],
});

function list(names: string[]): string {
  return names.join('; ');
}

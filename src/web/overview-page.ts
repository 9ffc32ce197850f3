import { z } from 'zod';
import type { LaneCounts, ShownRepository, ShownSuggestion } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { section, shown } from './layout.ts';
import { learningView } from './learning-view.ts';
import type { Asked, Page } from './page.ts';
import { BOUND_MS, type Read, readNow } from './read-now.ts';
import { type Readiness, readiness } from './readiness.ts';
import { laneCounts, readSchema, shownRepository } from './repository-schema.ts';
import { shownSuggestion } from './suggestion-schema.ts';
import { suggestionTable } from './suggestion-table.ts';
import { repositoryPath, suggestionList } from './suggestion-view.ts';
import { inner, number, type View } from './view.ts';

export interface Overview {
  /** null for who does not run this process, as is the queue. */
  readiness: Readiness | null;
  queue: Read<LaneCounts[]> | null;
  repositories: Read<ShownRepository[]>;
  suggestions: Read<ShownSuggestion[]>;
}

export const overviewPage: Page<Overview> = {
  path: '/',
  name: 'overview',
  titles: { en: 'Overview', 'zh-CN': '概览' },
  about: 'State of the process and its queue, the repositories, and the latest suggestions.',
  schema: z.object({
    readiness: z
      .object({ ready: z.boolean(), failing: z.array(z.object({ check: z.string(), reason: z.string() })) })
      .nullable()
      .describe('Told to the operator only, as is the queue.'),
    queue: readSchema(z.array(laneCounts)).nullable(),
    repositories: readSchema(z.array(shownRepository)),
    suggestions: readSchema(z.array(shownSuggestion)).describe('Latest first.'),
  }),
  read: readOverview,
  html: overview,
  tables: [suggestionTable],
};

const SHOWN_SUGGESTIONS = 50;

async function readOverview({ viewer, data, checks }: Asked): Promise<Overview> {
  const [found, queue, repositories, suggestions] = await Promise.all([
    viewer.isOperator ? readiness(checks, BOUND_MS) : null,
    viewer.isOperator ? readNow(() => data.queueCounts()) : null,
    readNow(() => data.repositories()),
    readNow(() => data.recentSuggestions(SHOWN_SUGGESTIONS)),
  ]);
  return { readiness: found, queue, repositories, suggestions };
}

function overview({ readiness: found, queue, repositories, suggestions }: Overview, view: View): Html {
  const { says } = view;
  return html`${found === null ? null : readinessView(found, view)}
${queue === null ? null : section('queue', says.queue, shown(queue, view, queueTable))}
${section('repositories', says.repositories, shown(repositories, view, repositoryList))}
${section('suggestions', says.suggestions, shown(suggestions, view, suggestionList))}`;
}

function readinessView({ ready, failing }: Readiness, { says }: View): Html {
  if (ready) return html`<p class="state ready">${says.ready}</p>`;
  const reasons = failing.map(
    ({ check, reason }) => html`<li><b>${says.checks[check] ?? check}</b> <bdi>${reason}</bdi></li>`,
  );
  return html`<div class="state failing" role="alert"><p>${says.notReady}</p><ul>${reasons}</ul></div>`;
}

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

function queueTable(lanes: LaneCounts[], view: View): Html {
  const { says } = view;
  return html`<div class="scroll" role="region" aria-label="${says.queue}" tabindex="0"><table>
<thead><tr><th scope="col">${says.lane}</th>${STATES.map((state) => html`<th scope="col">${says.states[state]}</th>`)}</tr></thead>
<tbody>${lanes.map(
    ({ lane, counts }) => html`<tr><th scope="row">${says.lanes[lane] ?? lane}</th>${laneCells(counts, view)}</tr>`,
  )}</tbody>
</table></div>`;
}

function laneCells(counts: LaneCounts['counts'], view: View): Html[] {
  if (counts === null) return [html`<td class="quiet" colspan="${STATES.length}">${view.says.unknown}</td>`];
  return STATES.map((state) => {
    const alarming = state === 'failed' && counts.failed > 0;
    return html`<td${alarming ? html` class="alarm"` : null}>${number(counts[state], view)}</td>`;
  });
}

function repositoryList(repositories: ShownRepository[], view: View): Html {
  if (repositories.length === 0) return html`<p class="quiet">${view.says.noRepositories}</p>`;
  return html`<ul class="cards">${repositories.map((one) => html`<li>${repositoryCard(one, view)}</li>\n`)}</ul>`;
}

function repositoryCard(repository: ShownRepository, view: View): Html {
  const name = `${repository.owner}/${repository.repo}`;
  return html`<a class="name" href="${inner(repositoryPath(repository), view)}"><bdi>${name}</bdi></a>
${learningView(repository, view)}`;
}

import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import { acceptanceTable, acceptanceView } from './acceptance-view.ts';
import type { LaneCounts, ShownRepository, ShownSuggestion } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { laneTable } from './lane-table.ts';
import { section, shown } from './layout.ts';
import { learningView } from './learning-view.ts';
import type { Asked, Page } from './page.ts';
import { BOUND_MS, type Read, readNow } from './read-now.ts';
import { type Readiness, readiness } from './readiness.ts';
import { acceptanceSchema, laneCounts, readSchema, shownRepository } from './repository-schema.ts';
import { shownSuggestion } from './suggestion-schema.ts';
import { suggestionTable } from './suggestion-table.ts';
import { repositoryPath, suggestionList } from './suggestion-view.ts';
import { inner, type View } from './view.ts';

export interface Overview {
  /** null for who does not run this process, as is the queue. */
  readiness: Readiness | null;
  queue: Read<LaneCounts[]> | null;
  repositories: Read<ShownRepository[]>;
  /** Of all repositories that are seen, together. */
  acceptance: Read<Acceptance[]>;
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
    acceptance: readSchema(z.array(acceptanceSchema)).describe('Of all repositories that are seen, by kind.'),
    suggestions: readSchema(z.array(shownSuggestion)).describe('Latest first.'),
  }),
  read: readOverview,
  html: overview,
  tables: [suggestionTable, acceptanceTable],
};

const SHOWN_SUGGESTIONS = 50;

async function readOverview({ viewer, data, checks }: Asked): Promise<Overview> {
  const [found, queue, repositories, acceptance, suggestions] = await Promise.all([
    viewer.isOperator ? readiness(checks, BOUND_MS) : null,
    viewer.isOperator ? readNow(() => data.queueCounts()) : null,
    readNow(() => data.repositories()),
    readNow(() => data.acceptanceOverall()),
    readNow(() => data.recentSuggestions(SHOWN_SUGGESTIONS)),
  ]);
  return { readiness: found, queue, repositories, acceptance, suggestions };
}

function overview(reading: Overview, view: View): Html {
  const { readiness: found, queue, repositories, acceptance, suggestions } = reading;
  const { says } = view;
  const fared = shown(acceptance, view, () => acceptanceView(reading, view));
  return html`${found === null ? null : readinessView(found, view)}
${queue === null ? null : section('queue', says.queue, shown(queue, view, laneTable))}
${section('repositories', says.repositories, shown(repositories, view, repositoryList))}
${section('acceptance', says.acceptance.title, fared)}
${section('suggestions', says.suggestions, shown(suggestions, view, suggestionList))}`;
}

function readinessView({ ready, failing }: Readiness, { says }: View): Html {
  if (ready) return html`<p class="state ready">${says.ready}</p>`;
  const reasons = failing.map(
    ({ check, reason }) => html`<li><b>${says.checks[check] ?? check}</b> <bdi>${reason}</bdi></li>`,
  );
  return html`<div class="state failing" role="alert"><p>${says.notReady}</p><ul>${reasons}</ul></div>`;
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

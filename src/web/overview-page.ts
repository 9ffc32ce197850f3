import type { LaneCounts, LearningState, ShownRepository, ShownSuggestion } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { layout, section, unreadable } from './layout.ts';
import type { Readiness } from './readiness.ts';
import { repositoryPath, suggestionList } from './suggestion-view.ts';
import { age, number, type View } from './view.ts';

/** What was asked for, or why it cannot be read now. */
export type Read<T> = { value: T } | { reason: string };

export interface Overview {
  readiness: Readiness;
  queue: Read<LaneCounts[]>;
  repositories: Read<ShownRepository[]>;
  suggestions: Read<ShownSuggestion[]>;
}

export function overviewPage({ readiness, queue, repositories, suggestions }: Overview, view: View): Html {
  const { says } = view;
  const content = html`<h1>${says.overview}</h1>
${readinessView(readiness, view)}
${section('queue', says.queue, shown(queue, view, queueTable))}
${section('repositories', says.repositories, shown(repositories, view, repositoryList))}
${section('suggestions', says.suggestions, shown(suggestions, view, suggestionList))}`;
  return layout(view, says.overview, content);
}

export function shown<T>(read: Read<T>, view: View, show: (value: T, view: View) => Html): Html {
  return 'value' in read ? show(read.value, view) : unreadable(view, read.reason);
}

function readinessView({ ready, failing }: Readiness, { says }: View): Html {
  if (ready) return html`<p class="state ready">${says.ready}</p>`;
  const reasons = failing.map(
    ({ check, reason }) => html`<li><b>${says.checks[check] ?? check}</b> <bdi>${reason}</bdi></li>`,
  );
  return html`<div class="state failing" role="alert"><p>${says.notReady}</p><ul>${reasons}</ul></div>`;
}

const MINUTE_MS = 60_000;
const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

function queueTable(lanes: LaneCounts[], view: View): Html {
  const { says } = view;
  return html`<table>
<thead><tr><th scope="col">${says.lane}</th>${STATES.map((state) => html`<th scope="col">${says.states[state]}</th>`)}</tr></thead>
<tbody>${lanes.map(
    ({ lane, counts }) => html`<tr><th scope="row">${says.lanes[lane] ?? lane}</th>${laneCells(counts, view)}</tr>`,
  )}</tbody>
</table>`;
}

function laneCells(counts: LaneCounts['counts'], view: View): Html[] {
  if (counts === null) return [html`<td class="quiet" colspan="${STATES.length}">${view.says.unknown}</td>`];
  return STATES.map((state) => {
    const alarming = state === 'failed' && counts.failed > 0;
    return html`<td class="${alarming ? 'alarm' : ''}">${number(counts[state], view)}</td>`;
  });
}

function repositoryList(repositories: ShownRepository[], view: View): Html {
  if (repositories.length === 0) return html`<p class="quiet">${view.says.noRepositories}</p>`;
  return html`<ul class="cards">${repositories.map((one) => html`<li>${repositoryCard(one, view)}</li>\n`)}</ul>`;
}

export function repositoryCard(repository: ShownRepository, view: View): Html {
  const name = `${repository.owner}/${repository.repo}`;
  return html`<a class="name" href="${repositoryPath(repository, view)}"><bdi>${name}</bdi></a>
${learningView(repository, view)}`;
}

export function learningView({ facts, learntAt, learning }: ShownRepository, view: View): Html {
  const { says } = view;
  const counts = Object.entries(says.facts)
    .filter(([kind]) => (facts[kind] ?? 0) > 0)
    .map(([kind, noun]) => `${number(facts[kind] ?? 0, view)} ${noun}`);
  const last =
    learntAt === null ? null : html`${says.lastLearnt} <time datetime="${learntAt}">${age(learntAt, view)}</time>`;
  const percent = learning.percent === null ? '' : ` ${learning.percent}%`;
  const bar =
    learning.state === 'running' && learning.percent !== null
      ? html`<progress max="100" value="${learning.percent}" aria-label="${says.progress}"></progress>`
      : null;
  return html`<p class="facts"><span class="badge ${learning.state}">${says.learning[learning.state]}${percent}</span> ${bar}<span>${timeLeft(learning, view) ?? last}</span></p>
<p class="quiet">${counts.join(' · ')}</p>`;
}

/** null where nothing is being read, or nothing can be told. */
function timeLeft({ state, minutesLeft, pausedUntil }: LearningState, { says, now }: View): string | null {
  if (state !== 'running') return null;
  if (pausedUntil !== null) return says.pausedFor(Math.ceil((Date.parse(pausedUntil) - now.getTime()) / MINUTE_MS));
  return minutesLeft === null ? null : says.timeLeft(minutesLeft);
}

import type { LearningState, ShownRepository } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { age, number, type View } from './view.ts';

const MINUTE_MS = 60_000;

export function learningView({ facts, learntAt, measuredAt, learning }: ShownRepository, view: View): Html {
  const { says } = view;
  const counts = Object.entries(says.facts)
    .filter(([kind]) => (facts[kind] ?? 0) > 0)
    .map(([kind, noun]) => `${number(facts[kind] ?? 0, view)} ${noun}`);
  const last = when(says.lastLearnt, learntAt, view);
  const percent = learning.percent === null ? '' : ` ${learning.percent}%`;
  const bar =
    learning.state === 'running' && learning.percent !== null
      ? html`<progress max="100" value="${learning.percent}" aria-label="${says.progress}"></progress>`
      : null;
  return html`<p class="facts"><span class="badge ${learning.state}">${says.learning[learning.state]}${percent}</span> ${bar}<span>${timeLeft(learning, view) ?? last}</span>${measuredAt === null ? null : html`<span>${when(says.lastMeasured, measuredAt, view)}</span>`}</p>
<p class="quiet">${counts.join(' · ')}</p>`;
}

function when(what: string, at: string | null, view: View): Html | null {
  return at === null ? null : html`${what} <time datetime="${at}">${age(at, view)}</time>`;
}

/** null where nothing is being read, or nothing can be told. */
function timeLeft({ state, minutesLeft, pausedUntil }: LearningState, { says, now }: View): string | null {
  if (state !== 'running') return null;
  if (pausedUntil !== null) return says.pausedFor(Math.ceil((Date.parse(pausedUntil) - now.getTime()) / MINUTE_MS));
  return minutesLeft === null ? null : says.timeLeft(minutesLeft);
}

import type { Acceptance } from '../domain/acceptance.ts';
import { type Html, html } from './html.ts';
import { number, type View } from './view.ts';

const OUTCOMES = ['accepted', 'changed', 'rejected', 'undone', 'ignored'] as const;

/** How suggestions fared beside what they promised: each kind, then each label. */
export function acceptanceTable(acceptance: Acceptance[], view: View): Html {
  const words = view.says.acceptance;
  if (acceptance.length === 0) return html`<p class="quiet">${words.none}</p>`;
  const columns = [...OUTCOMES.map((outcome) => words.outcomes[outcome]), words.share, words.promised, words.wanted];
  return html`<p class="quiet">${words.about}</p>
<div class="scroll"><table>
<thead><tr><th scope="col">${words.what}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}<th scope="col">${words.state}</th></tr></thead>
<tbody>${acceptance.map((one) => row(one, view))}</tbody>
</table></div>`;
}

function row(one: Acceptance, view: View): Html {
  const { kinds, silent, speaks } = view.says.acceptance;
  const cells = [
    ...OUTCOMES.map((outcome) => number(one.outcomes[outcome], view)),
    shareOf(one, view),
    percent(one.promised, view),
    percent(one.minPrecision, view),
  ];
  const state = one.silent === null ? speaks : silent[one.silent];
  return html`<tr><th scope="row">${kinds[one.kind]} <bdi>${one.label ?? ''}</bdi></th>${cells.map((cell) => html`<td>${cell}</td>`)}<td class="${one.silent === null ? 'quiet' : 'alarm'}">${state}</td></tr>\n`;
}

/** With the interval it lies in, for few judgements say little. */
function shareOf({ accepted, interval }: Acceptance, view: View): string {
  if (accepted === null) return '';
  return `${percent(accepted, view)} (${percent(interval.low, view)} – ${percent(interval.high, view)})`;
}

function percent(share: number | null, { language }: View): string {
  return share === null
    ? ''
    : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

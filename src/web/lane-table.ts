import type { LaneCounts } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { number, type View } from './view.ts';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

export function laneTable(lanes: LaneCounts[], view: View): Html {
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

import type { Acceptance } from '../domain/acceptance.ts';
import { type Html, html } from './html.ts';
import type { Read } from './read-now.ts';
import { type Column, tableOf } from './table.ts';
import { number, percent, type View } from './view.ts';

const OUTCOMES = ['accepted', 'changed', 'rejected', 'undone', 'ignored'] as const;

/** How suggestions fared beside what they promised: each kind, then each label. */
export const acceptanceTable = tableOf<{ acceptance: Read<Acceptance[]> }, Acceptance>({
  name: 'acceptance',
  about: 'What became of the suggestions of the last 90 days: each kind, then each label.',
  rows: ({ acceptance }) => ('value' in acceptance ? acceptance.value : []),
  caption: ({ says }) => says.acceptance.title,
  none: ({ says }) => says.acceptance.none,
  columns: [
    {
      key: 'kind',
      title: ({ says }) => says.acceptance.what,
      value: ({ kind, label }) => (label === null ? kind : `${kind}: ${label}`),
      shown: ({ kind, label }, { says }) => html`${says.acceptance.kinds[kind]} <bdi>${label ?? ''}</bdi>`,
    },
    ...OUTCOMES.map(
      (outcome): Column<Acceptance> => ({
        key: outcome,
        title: ({ says }) => says.acceptance.outcomes[outcome],
        value: ({ outcomes }) => outcomes[outcome],
        shown: ({ outcomes }, view) => number(outcomes[outcome], view),
      }),
    ),
    share(
      'share_accepted',
      ({ says }) => says.acceptance.share,
      ({ accepted }) => accepted,
      shareOf,
    ),
    share(
      'promised',
      ({ says }) => says.acceptance.promised,
      ({ promised }) => promised,
    ),
    share(
      'min_precision',
      ({ says }) => says.acceptance.wanted,
      ({ minPrecision }) => minPrecision,
    ),
    {
      key: 'silent',
      title: ({ says }) => says.acceptance.state,
      value: ({ silent }) => silent,
      shown: (one, view) => standing(one, view),
      align: 'text',
    },
  ],
});

function share(
  key: string,
  title: Column<Acceptance>['title'],
  value: (row: Acceptance) => number | null,
  shown: (row: Acceptance, view: View) => string = (row, view) => percent(value(row), view),
): Column<Acceptance> {
  return { key, title, value, shown };
}

/** With the interval it lies in, for few judgements say little. */
function shareOf({ accepted, interval }: Acceptance, view: View): string {
  if (accepted === null) return '';
  return `${percent(accepted, view)} (${percent(interval.low, view)} – ${percent(interval.high, view)})`;
}

function standing({ silent }: Acceptance, { says }: View): Html {
  if (silent === null) return html`<span class="quiet">${says.acceptance.speaks}</span>`;
  return html`<span class="alarm">${says.acceptance.silent[silent]}</span>`;
}

/** The table with what its numbers mean. */
export function acceptanceView(reading: { acceptance: Read<Acceptance[]> }, view: View): Html {
  return html`<p class="quiet">${view.says.acceptance.about}</p>
${acceptanceTable.html(reading, view)}`;
}

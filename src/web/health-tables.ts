import { cleanLine } from '../comment/escape.ts';
import type { Forecast } from '../community/forecast.ts';
import type { HealthPart, LoadRow, StalledRow } from '../community/health-part.ts';
import type { WaitingTime } from '../community/waiting-times.ts';
import type { WeekOfWork } from '../community/weekly-work.ts';
import { numberFormat } from './formats.ts';
import { type HealthColumn, type HealthWords, healthWords } from './health-words.ts';
import { html } from './html.ts';
import { type Column, rowsOf, tableOf } from './table.ts';
import { threadAddress } from './thread-address.ts';
import type { View } from './view.ts';

const MAX_TITLE = 120;

export function healthSays({ language }: View): HealthWords {
  return healthWords[language];
}

export function titled(column: HealthColumn): (view: View) => string {
  return (view) => healthSays(view).columns[column];
}

/** With one digit after the point. */
export function tenths(value: number, { language }: View): string {
  return numberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

export function weeksText({ median, lower, upper }: Forecast, view: View): string {
  const says = healthSays(view);
  if (median === null) return says.noEnd;
  const whole = (weeks: number) => numberFormat(view.language, { maximumFractionDigits: 0 }).format(weeks);
  return says.weeks(whole(median), whole(lower ?? 0), upper === null ? null : whole(upper));
}

/** Drawn as charts on the page. */
export const weekRows = rowsOf<HealthPart, WeekOfWork>({
  name: 'weeks',
  about: 'Threads opened, closed and open in each week of a year, and median days until things happened.',
  rows: ({ weeks }) => weeks,
  columns: [
    { key: 'week', value: ({ week }) => week },
    { key: 'opened', value: ({ opened }) => opened },
    { key: 'closed', value: ({ closed }) => closed },
    { key: 'open', value: ({ open }) => open },
    { key: 'days_to_response', value: ({ days }) => days.response },
    { key: 'days_to_review', value: ({ days }) => days.review },
    { key: 'days_to_close', value: ({ days }) => days.close },
    { key: 'days_to_merge', value: ({ days }) => days.merge },
    { key: 'days_to_answer', value: ({ days }) => days.answer },
  ],
});

export const stalledTable = tableOf<HealthPart, StalledRow>({
  name: 'stalled',
  about: 'Open threads on which nobody has spoken for long, and whose turn it is.',
  rows: ({ stalled }) => stalled,
  caption: (view) => healthSays(view).columns.silent,
  none: (view) => healthSays(view).noStalled,
  columns: [
    {
      key: 'thread',
      title: titled('thread'),
      value: ({ id }) => Number(id) || id,
      shown: (thread, view) => html`<a href="${threadAddress(thread, view)}">#${thread.id}</a>`,
    },
    {
      key: 'title',
      title: titled('title'),
      value: ({ title }) => title,
      shown: ({ title }) => html`<bdi>${cleanLine(title, MAX_TITLE)}</bdi>`,
      align: 'text',
    },
    {
      key: 'turn',
      title: titled('turn'),
      value: ({ turn }) => turn,
      shown: ({ turn, reviewers }, view) =>
        reviewers.length > 0 ? reviewers.join(', ') : healthSays(view).turns[turn],
      align: 'text',
    },
    {
      key: 'days_silent',
      title: titled('silent'),
      value: ({ idleDays }) => Math.floor(idleDays),
      shown: ({ idleDays, isExact }, view) => {
        const days = tenths(Math.floor(idleDays), view);
        return isExact ? days : healthSays(view).atMost(days);
      },
    },
  ],
});

export const loadTable = tableOf<HealthPart, LoadRow>({
  name: 'load',
  about: 'Open threads that each person is assigned to or asked to review, and how many they may hold.',
  rows: ({ load }) => load.people,
  caption: (view) => healthSays(view).load,
  none: (view) => healthSays(view).noLoad,
  columns: [
    { key: 'login', title: titled('who'), value: ({ login }) => login },
    { key: 'open', title: titled('open'), value: ({ open }) => open },
    { key: 'capacity', title: titled('capacity'), value: ({ capacity }) => capacity },
  ],
});

export const waitTable = tableOf<HealthPart, WaitingTime>({
  name: 'waits',
  about: 'Days from opening until things happened, of the last year.',
  rows: ({ times }) => times.filter(({ days }) => days !== null),
  caption: (view) => healthSays(view).waitsTitle,
  none: (view) => healthSays(view).noWaits,
  columns: [
    {
      key: 'wait',
      title: titled('until'),
      value: ({ wait }) => wait,
      shown: ({ wait }, view) => healthSays(view).waits[wait],
    },
    ...(
      [
        ['lower', 'quarter'],
        ['median', 'half'],
        ['upper', 'threeQuarters'],
      ] as const
    ).map(
      ([of, title]): Column<WaitingTime> => ({
        key: of,
        title: titled(title),
        value: ({ days }) => days?.[of] ?? null,
        shown: ({ days }, view) => (days === null ? '' : tenths(days[of], view)),
      }),
    ),
    { key: 'threads', title: titled('threads'), value: ({ days }) => days?.count ?? null },
  ],
});

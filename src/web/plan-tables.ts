import { cleanLine } from '../comment/escape.ts';
import type { HealthPart } from '../community/health-part.ts';
import type { MilestoneForecast } from '../community/milestones.ts';
import type { AreaWork } from '../community/open-work.ts';
import { areaView } from './area-view.ts';
import { healthSays, tenths, titled, weeksText } from './health-tables.ts';
import { html } from './html.ts';
import { type Column, tableOf } from './table.ts';
import { day, percent, type View } from './view.ts';

const MAX_TITLE = 120;

/** Tables of what is to be done, and when it will be. */

type Planned = Pick<AreaWork, 'open' | 'forecast'>;

const openColumn: Column<Planned> = { key: 'open', title: titled('open'), value: ({ open }) => open };

const weeksColumn: Column<Planned> = {
  key: 'weeks',
  title: titled('closedIn'),
  value: ({ forecast }) => forecast.median,
  shown: ({ forecast }, view) => weeksText(forecast, view),
  align: 'text',
};

export const milestoneTable = tableOf<HealthPart, MilestoneForecast>({
  name: 'milestones',
  about: 'Open milestones: when they will be done, and the chance that it is by when they are due.',
  rows: ({ milestones }) => milestones,
  caption: (view) => healthSays(view).milestones,
  none: (view) => healthSays(view).noMilestones,
  columns: [
    {
      key: 'milestone',
      title: titled('milestone'),
      value: ({ title }) => title,
      shown: ({ number, title }, view) =>
        html`<a href="${milestoneAddress(number, view)}"><bdi>${cleanLine(title, MAX_TITLE)}</bdi></a>`,
    },
    openColumn,
    { key: 'closed', title: titled('closed'), value: ({ closed }) => closed },
    weeksColumn,
    {
      key: 'due',
      title: titled('due'),
      value: ({ dueOn }) => dueOn,
      shown: ({ dueOn }, view) => (dueOn === null ? '' : day(dueOn, view)),
      align: 'text',
    },
    {
      key: 'chance',
      title: titled('byDue'),
      value: ({ byDue }) => byDue,
      shown: ({ byDue }, view) => percent(byDue, view),
    },
  ],
});

export const areaTable = tableOf<HealthPart, AreaWork>({
  name: 'areas',
  about: 'Labels and directories in which something is open: demand, difficulty and when it will be closed.',
  rows: ({ areas }) => areas,
  caption: (view) => healthSays(view).areas,
  none: (view) => healthSays(view).noAreas,
  perPage: 20,
  columns: [
    {
      key: 'area',
      title: titled('area'),
      value: ({ kind, name }) => `${kind} ${name}`,
      shown: (area, view) => html`${healthSays(view).kinds[area.kind]} ${areaView(area)}`,
    },
    openColumn,
    {
      key: 'demand',
      title: titled('demand'),
      value: ({ demand }) => demand.weeks,
      shown: ({ demand }, view) => (demand.weeks === null ? '∞' : tenths(demand.weeks, view)),
    },
    {
      key: 'per_week',
      title: titled('perWeek'),
      value: ({ demand }) => demand.perWeek,
      shown: ({ demand }, view) => tenths(demand.perWeek, view),
    },
    {
      key: 'difficulty',
      title: titled('difficulty'),
      value: ({ difficulty }) => difficulty,
      shown: ({ difficulty }, view) => percent(difficulty, view),
    },
    weeksColumn,
  ],
});

/** On a page of the repository. */
function milestoneAddress(number: number, { webUrl, path }: View): string {
  const [, , owner = '', repo = ''] = path.split('/');
  return `${webUrl}/${owner}/${repo}/milestone/${number}`;
}

import type { HealthPart } from '../community/health-part.ts';
import type { Wait } from '../community/waiting-times.ts';
import { healthSays, tenths } from './health-tables.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import type { Look } from './line-chart.ts';
import { type Series, timeSeries } from './time-series.ts';
import { number, type View } from './view.ts';

/** How the work went in the weeks of a year; nothing before the first is over. */
export function healthCharts(part: HealthPart, view: View): Html {
  if (part.weeks.length === 0) return html``;
  const { firstWord, endings } = healthSays(view);
  const first = { ...firstWord, id: 'first-word', waits: { response: 'main', review: 'second' } } as const;
  const last = { ...endings, id: 'endings', waits: { close: 'main', merge: 'second', answer: 'other' } } as const;
  return html`${flowChart(part, view)}
${backlogChart(part, view)}
${daysChart(part, first, view)}
${daysChart(part, last, view)}`;
}

function flowChart({ weeks, threads }: HealthPart, view: View): Html {
  const { flow } = healthSays(view);
  const series = (['opened', 'closed'] as const).map(
    (what): Series => ({
      name: flow[what],
      look: what === 'opened' ? 'main' : 'second',
      as: 'line',
      points: weeks.map((week) => ({ at: week.week, value: week[what] })),
    }),
  );
  const description = flow.description(number(threads.open, view));
  const chart = { id: 'flow', title: flow.title, description, unit: flow.unit, series };
  return section('flow', flow.title, timeSeries(chart, view));
}

function backlogChart({ weeks }: HealthPart, view: View): Html {
  const { backlog, flow } = healthSays(view);
  const points = weeks.map(({ week, open }) => ({ at: week, value: open }));
  const [from, to] = [points.at(0), points.at(-1)].map((point) => number(point?.value ?? 0, view));
  const chart = {
    ...{ id: 'backlog', title: backlog.title, unit: flow.unit },
    description: backlog.description(from ?? '', to ?? ''),
    series: [{ name: backlog.open, look: 'main', as: 'line', points } satisfies Series],
  };
  return section('backlog', backlog.title, timeSeries(chart, view));
}

interface DaysChart {
  id: string;
  title: string;
  description: string;
  waits: { [Of in Wait]?: Look };
}

/** Empty where none of it is known. */
function daysChart({ weeks }: HealthPart, { waits, ...chart }: DaysChart, view: View): Html {
  const says = healthSays(view);
  const series = (Object.entries(waits) as [Wait, Look][]).flatMap(([wait, look]): Series[] => {
    const points = weeks.map(({ week, days }) => ({ at: week, value: days[wait] }));
    return points.every(({ value }) => value === null) ? [] : [{ name: says.waits[wait], look, as: 'line', points }];
  });
  if (series.length === 0) return html``;
  const written = (days: number) => tenths(days, view);
  return section(chart.id, chart.title, timeSeries({ ...chart, unit: says.days, written, series }, view));
}

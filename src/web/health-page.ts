import type { HealthPart } from '../community/health-part.ts';
import { numberFormat } from './formats.ts';
import { healthCharts } from './health-charts.ts';
import { healthSchema } from './health-schema.ts';
import { healthSays, loadTable, stalledTable, waitTable, weekRows, weeksText } from './health-tables.ts';
import { type Html, html } from './html.ts';
import { directoryTable, fileTable } from './knowledge-tables.ts';
import { section } from './layout.ts';
import { measuredPage } from './measured-page.ts';
import { areaTable, milestoneTable } from './plan-tables.ts';
import { number, percent, type View } from './view.ts';

export const healthPage = measuredPage({
  path: '/health',
  name: 'health',
  part: 'health',
  titles: { en: 'Health', 'zh-CN': '健康' },
  about:
    'How the work stands: what waits and on whom, how long things take, when it will be done, who holds the knowledge.',
  schema: healthSchema,
  html: content,
  tables: [weekRows, waitTable, milestoneTable, areaTable, stalledTable, loadTable, directoryTable, fileTable],
});

function content(part: HealthPart, view: View): Html {
  const says = healthSays(view);
  const { open, finished, dropped } = part.threads;
  const told = (count: number) => number(count, view);
  const days = told(part.stalledAfterDays);
  return html`<p>${says.counts({ open: told(open), finished: told(finished), dropped: told(dropped) })} ${says.allClosed(weeksText(part.forecast, view))}</p>
${healthCharts(part, view)}
${section('waits', says.waitsTitle, waitTable.html(part, view))}
${section('milestones', says.milestones, html`<p class="quiet">${says.milestonesAbout}</p>\n${milestoneTable.html(part, view)}`)}
${section('areas', says.areas, areaTable.html(part, view))}
${section('stalled', says.stalled(days), stalledTable.html(part, view))}
${section('load', says.load, loadSection(part, view))}
${section('knowledge', says.knowledge, html`<p class="quiet">${says.knowledgeAbout(told(part.inactiveAfterDays))}</p>\n${directoryTable.html(part, view)}`)}
${section('files', says.files, fileTable.html(part, view))}`;
}

function loadSection(part: HealthPart, view: View): Html {
  const { gini, mostShare } = part.load;
  if (mostShare === null) return html`<p class="quiet">${healthSays(view).noLoad}</p>`;
  const written = numberFormat(view.language, { maximumFractionDigits: 2 }).format(gini);
  return html`<p>${healthSays(view).spread(written, percent(mostShare, view))}</p>
${loadTable.html(part, view)}`;
}

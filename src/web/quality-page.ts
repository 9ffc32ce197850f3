import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import type { QualityPart, QualityReport } from '../domain/quality-part.ts';
import { acceptanceTable, acceptanceView } from './acceptance-view.ts';
import { coverageChart, reliabilityChart } from './backtest-charts.ts';
import type { ShownRepository } from './dashboard-data.ts';
import { formToken } from './form-token.ts';
import { type Html, html } from './html.ts';
import { section, shown } from './layout.ts';
import type { AskedOfRepository, RepositoryPage } from './page.ts';
import { qualitySchema } from './quality-schema.ts';
import {
  calibrationTable,
  classificationTable,
  coverageTable,
  rankingTable,
  thresholdTable,
} from './quality-tables.ts';
import { qualityWords } from './quality-words.ts';
import { type Read, readNow } from './read-now.ts';
import { acceptanceSchema, readSchema, shownRepository } from './repository-schema.ts';
import { repositoryPath } from './suggestion-view.ts';
import { age, day, inner, number, percent, type View } from './view.ts';

export interface QualityReading {
  repository: ShownRepository;
  /** ISO 8601 UTC; null, as is the body, before the history was rehearsed. */
  at: string | null;
  body: QualityPart | null;
  acceptance: Read<Acceptance[]>;
}

export const qualityPage: RepositoryPage<QualityReading> = {
  path: '/quality',
  name: 'quality',
  titles: { en: 'Quality', 'zh-CN': '质量' },
  about:
    'How good suggestions were on the history of the repository, and what people accepted beside what was promised.',
  schema: z.object({
    repository: shownRepository,
    at: z.iso.datetime().nullable().describe('When the history was rehearsed; null, as is the body: not yet.'),
    body: qualitySchema.nullable(),
    acceptance: readSchema(z.array(acceptanceSchema)).describe('Each kind, then each label.'),
  }),
  read: readQuality,
  html: content,
  tables: [rankingTable, coverageTable, calibrationTable, classificationTable, thresholdTable, acceptanceTable],
};

async function readQuality({ repository, data }: AskedOfRepository): Promise<QualityReading> {
  const [measured, acceptance] = await Promise.all([
    data.measured(repository, 'quality'),
    readNow(() => data.acceptanceOf(repository)),
  ]);
  return { repository, at: measured?.at ?? null, body: measured?.body ?? null, acceptance };
}

function content(reading: QualityReading, view: View): Html {
  const { at, body, acceptance, repository } = reading;
  const says = qualityWords[view.language];
  const when =
    at === null
      ? html`<p class="quiet">${view.says.notMeasured}</p>`
      : html`<p class="quiet">${view.says.measured} <time datetime="${at}">${age(at, view)}</time></p>`;
  return html`${when}
${rehearseForm(repository, view)}
${body === null ? null : rehearsed({ body }, view)}
${section(
  'acceptance',
  says.acceptance,
  shown(acceptance, view, () => acceptanceView(reading, view)),
)}`;
}

/** There is nothing to rehearse while it is read for the first time. */
function rehearseForm(repository: ShownRepository, view: View): Html | null {
  if (repository.learning.state === 'never' || repository.learning.state === 'running') return null;
  const action = inner(`${repositoryPath(repository)}/rehearse`, view);
  const { rehearse } = qualityWords[view.language];
  return html`<form method="post" action="${action}">${formToken(view)}<button>${rehearse}</button></form>`;
}

function rehearsed(reading: { body: QualityPart }, view: View): Html {
  const { body } = reading;
  const says = qualityWords[view.language];
  if (body.reports.length === 0) return html`<p>${says.nothing}</p>`;
  const hasLabels = body.reports.some(({ labels }) => labels !== null);
  const hasCurves = body.reports.some((report) => report.shown !== null);
  return html`<p class="quiet">${says.about(number(body.questions, view), number(body.learnEvery, view))}</p>
${section('ranking', says.ranking, html`<p class="quiet">${says.rankingAbout}</p>\n${rankingTable.html(reading, view)}`)}
${body.reports.map((report) => curves(report, view))}
${hasCurves ? numbersOf(reading, view) : null}
${hasLabels ? section('labels', says.labels, html`<p class="quiet">${says.labelsAbout}</p>\n${classificationTable.html(reading, view)}`) : null}
${body.thresholds.length === 0 ? null : section('thresholds', says.thresholds, html`<p class="quiet">${says.thresholdsAbout}</p>\n${thresholdTable.html(reading, view)}`)}`;
}

function curves(report: QualityReport, view: View): Html {
  const { task, tenths, calibrationError, scores, from, to } = report;
  if (report.shown === null) return html``;
  const says = qualityWords[view.language];
  const charts = says.charts;
  const when =
    from === null || to === null ? null : says.asked(number(scores.questions, view), day(from, view), day(to, view));
  const error = calibrationError === null ? null : says.calibrationError(percent(calibrationError, view));
  return section(
    `curves-${task}`,
    says.tasks[task],
    html`<p class="quiet">${when}</p>
<div class="pair">
<figure><figcaption>${says.coverage}</figcaption>${coverageChart(report, report.shown, { id: `coverage-${task}`, says: charts })}</figure>
<figure><figcaption>${says.calibration}</figcaption>${reliabilityChart(tenths, { id: `calibration-${task}`, says: charts })}<p class="quiet">${error}</p></figure>
</div>`,
  );
}

function numbersOf(reading: { body: QualityPart }, view: View): Html {
  return html`<details><summary>${qualityWords[view.language].numbers}</summary>
${coverageTable.html(reading, view)}
${calibrationTable.html(reading, view)}
</details>`;
}

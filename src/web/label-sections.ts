import { score } from '../comment/backtest-words.ts';
import { modelSentences, shownRule } from '../comment/label-report-words.ts';
import type { BacktestReport } from '../domain/backtest-report.ts';
import type { ClassificationReport } from '../domain/classification.ts';
import { type Html, html } from './html.ts';
import { averagesTable, labelsTable, modelTable, retrievalTable, shownLabelsTable } from './label-tables.ts';
import { section } from './layout.ts';
import { type ReportTable, reportTable } from './report-table.ts';

const LONG = 20;

/** What only a report on labels or on related content has. */
export function labelSections(report: BacktestReport): Html {
  const { retrieval, model } = report;
  const found =
    retrieval.length === 0
      ? null
      : section('found', 'How much of what is right is found', reportTable(retrievalTable(retrieval)));
  return html`${found}
${classifications(report)}
${model === null ? null : section('model', 'A model trained elsewhere, on the same questions', modelView(model))}`;
}

function classifications({ labels, shown }: BacktestReport): Html | null {
  if (labels === null || shown === null) return null;
  const first = section(
    'labels-first',
    'Labels by what is put first, however unsure',
    html`${classification(labels.first, labelsTable)}
<p class="quiet">Average precision, whatever the threshold: ${score(labels.averagePrecision)} (mean over labels).</p>`,
  );
  const byDefault = section(
    'labels-shown',
    'Labels as shown by default',
    html`<p class="quiet">${shownRule(shown)}.</p>
${classification(labels.shown, shownLabelsTable)}`,
  );
  return labels.singleLabel ? html`${first}${byDefault}` : html`${byDefault}${first}`;
}

function classification(report: ClassificationReport, table: (report: ClassificationReport) => ReportTable): Html {
  return html`${reportTable(averagesTable(report))}
${reportTable(table(report), { first: LONG })}`;
}

function modelView(model: NonNullable<BacktestReport['model']>): Html {
  return html`${model.answered === 0 ? null : reportTable(modelTable(model))}
${modelSentences(model).map((sentence) => html`<p>${sentence}</p>`)}`;
}

import { type CsvValue, csv } from './csv.ts';
import { numberFormat } from './formats.ts';
import { type Content, type Html, html } from './html.ts';
import { pager, sortLink } from './table-links.ts';
import { askedRows } from './table-rows.ts';
import type { View } from './view.ts';

/** Rows of a page, given as CSV. */
export interface Table<T> {
  /** Unique on the page: `people`. Its CSV lies under the address of the API, `/people.csv`. */
  name: string;
  /** One sentence in English for the API's description. */
  about: string;
  columns: string[];
  csv(data: T): string;
}

/** One that also stands on the page, where links sort it and turn its pages. */
export interface DrawnTable<T> extends Table<T> {
  html(data: T, view: View): Html;
}

export interface RowsOf<T, R> {
  name: string;
  about: string;
  rows(data: T): readonly R[];
  columns: Keyed<R>[];
}

export interface Keyed<R> {
  /** Heads the column of the CSV, and sorts by it in the address. */
  key: string;
  /** As it is in the CSV, and what rows are sorted by. */
  value(row: R): CsvValue;
}

export interface TableOf<T, R> extends RowsOf<T, R> {
  /** What is said of the table to who cannot see it, and in the place of rows where there are none. */
  caption(view: View): string;
  none(view: View): string;
  /** The first names the row. */
  columns: Column<R>[];
  /** Rows on one page; left out: 50. */
  perPage?: number;
}

export interface Column<R> extends Keyed<R> {
  title(view: View): string;
  /** As it is shown; left out: the value. */
  shown?(row: R, view: View): Content;
  /** Numbers stand to the right. */
  align?: 'text';
}

const PER_PAGE = 50;

export function tableOf<T, R>(table: TableOf<T, R>): DrawnTable<T> {
  return { ...rowsOf(table), html: (data, view) => drawn(table, table.rows(data), view) };
}

/** For what the page shows in another form than a table. */
export function rowsOf<T, R>({ name, about, rows, columns }: RowsOf<T, R>): Table<T> {
  const keys = columns.map(({ key }) => key);
  const cells = (row: R) => columns.map(({ value }) => value(row));
  return { name, about, columns: keys, csv: (data) => csv(keys, rows(data).map(cells)) };
}

function drawn<T, R>(table: TableOf<T, R>, all: readonly R[], view: View): Html {
  if (all.length === 0) return html`<p class="quiet">${table.none(view)}</p>`;
  const { columns, name } = table;
  const { rows, order, page, pages } = askedRows(all, columns, { name, perPage: table.perPage ?? PER_PAGE, view });
  const caption = table.caption(view);
  const heads = columns.map((column) => {
    const sorted = order?.key === column.key ? order.direction : null;
    const state = sorted === null ? null : html` aria-sort="${sorted}"`;
    return html`<th scope="col"${aligned(column)}${state}>${sortLink(column.title(view), { key: column.key, sorted, name, view })}</th>`;
  });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0" id="${name}-table"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${columns.map((column, i) => cell(column, row, { isName: i === 0, view }))}</tr>\n`)}</tbody>
</table></div>
<p class="under">${pager({ page, pages, all: all.length, name, view })}<a href="${view.api}/${name}.csv">CSV</a></p>`;
}

function cell<R>(column: Column<R>, row: R, { isName, view }: { isName: boolean; view: View }): Html {
  const content = column.shown === undefined ? plain(column.value(row), view) : column.shown(row, view);
  if (isName) return html`<th scope="row">${content}</th>`;
  return html`<td${aligned(column)}>${content}</td>`;
}

function aligned<R>({ align }: Column<R>): Html | null {
  return align === undefined ? null : html` class="${align}"`;
}

function plain(value: CsvValue, { language }: View): Content {
  if (typeof value === 'number') return numberFormat(language).format(value);
  if (typeof value === 'string') return html`<bdi>${value}</bdi>`;
  return value === null ? null : String(value);
}

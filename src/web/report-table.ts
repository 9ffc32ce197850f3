import { type Html, html } from './html.ts';

export interface ReportTable {
  /** What the rows are, for the first column. */
  rows: string;
  columns: string[];
  /** Name of the row, then its numbers as they are shown. */
  body: string[][];
}

/** A table of numbers; of a long one the first rows, the others on demand. */
export function reportTable(table: ReportTable, { first = Number.POSITIVE_INFINITY } = {}): Html {
  const { body } = table;
  if (body.length <= first) return plainTable(table, body);
  const rest = body.length - first;
  return html`${plainTable(table, body.slice(0, first))}
<details><summary>${rest} more</summary>
${plainTable(table, body.slice(first))}
</details>`;
}

function plainTable({ rows, columns }: ReportTable, body: string[][]): Html {
  return html`<div class="scroll" role="region" aria-label="${rows}" tabindex="0"><table>
<thead><tr><th scope="col">${rows}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${body.map(([name = '', ...cells]) => html`<tr><th scope="row"><bdi>${name}</bdi></th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;
}

import { type Html, html } from './html.ts';
import type { Order } from './table-rows.ts';
import { number, type View } from './view.ts';

interface OfTable {
  /** Of the table. */
  name: string;
  view: View;
}

/** The head of a column, which sorts by it; once more, and it sorts the other way. */
export function sortLink(
  title: string,
  { key, sorted, name, view }: OfTable & { key: string; sorted: Order['direction'] | null },
): Html {
  // Of numbers the largest are wanted first.
  const sort = sorted === 'descending' ? key : `-${key}`;
  const address = addressWith(view, { [`${name}.sort`]: sort, [`${name}.page`]: null }, name);
  return html`<a href="${address}">${title}</a>`;
}

/** Which part of the rows is shown, and the way to the others. */
export function pager({ page, pages, all, name, view }: OfTable & { page: number; pages: number; all: number }): Html {
  const { says } = view;
  if (pages === 1) return html`<span>${says.rows(number(all, view))}</span> `;
  const to = (n: number) => addressWith(view, { [`${name}.page`]: n === 1 ? null : String(n) }, name);
  const back = page > 1 ? html`<a href="${to(page - 1)}" rel="prev">${says.previousPage}</a> ` : null;
  const on = page < pages ? html`<a href="${to(page + 1)}" rel="next">${says.nextPage}</a> ` : null;
  return html`<span>${says.pageOf(number(page, view), number(pages, view), number(all, view))}</span> ${back}${on}`;
}

/** This page with some of what its address asks for changed; the reader comes back to the table. */
function addressWith({ path, query }: View, changes: Record<string, string | null>, name: string): string {
  const changed = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) changed.delete(key);
    else changed.set(key, value);
  }
  const asked = changed.toString();
  return `${path}${asked === '' ? '' : `?${asked}`}#${name}-table`;
}

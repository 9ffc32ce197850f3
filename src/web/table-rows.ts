import type { CsvValue } from './csv.ts';
import type { View } from './view.ts';

export interface Order {
  key: string;
  direction: 'ascending' | 'descending';
}

export interface AskedRows<R> {
  rows: R[];
  /** null: as the page gives them. */
  order: Order | null;
  /** From 1. */
  page: number;
  pages: number;
}

interface Sortable<R> {
  key: string;
  value(row: R): CsvValue;
}

/** The rows that the address asks for by `sort` and `page`, such as `?people.sort=-load&people.page=2`. */
export function askedRows<R>(
  all: readonly R[],
  columns: readonly Sortable<R>[],
  { name, perPage, view }: { name: string; perPage: number; view: Pick<View, 'query' | 'language'> },
): AskedRows<R> {
  const asked = view.query.get(`${name}.sort`) ?? '';
  const column = columns.find(({ key }) => key === asked.replace(/^-/, ''));
  const direction = asked.startsWith('-') ? 'descending' : 'ascending';
  const order = column === undefined ? null : ({ key: column.key, direction } as const);
  const sorted = column === undefined ? all : sortedBy(all, column, direction, view.language);
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const wanted = Number(view.query.get(`${name}.page`) ?? 1);
  const page = Number.isSafeInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1;
  return { rows: sorted.slice((page - 1) * perPage, page * perPage), order, page, pages };
}

/** What is not known stands last in either direction. */
function sortedBy<R>(rows: readonly R[], { value }: Sortable<R>, direction: Order['direction'], language: string): R[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, by: value(row) }));
  return keyed.toSorted((a, b) => compared(a.by, b.by, sign, collator)).map(({ row }) => row);
}

function compared(a: CsvValue, b: CsvValue, sign: number, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' || typeof b === 'string') return sign * collator.compare(String(a), String(b));
  return sign * (Number(a) - Number(b));
}

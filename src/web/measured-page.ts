import { z } from 'zod';
import type { MeasuredParts, PartName } from '../community/measured-parts.ts';
import { csv } from './csv.ts';
import { type Html, html } from './html.ts';
import type { JsonList } from './json-list.ts';
import type { Page, RepositoryPage } from './page.ts';
import type { Table } from './table.ts';
import { age, type View } from './view.ts';

/** What was last measured of a repository. */
export interface PartReading<Body> {
  /** ISO 8601 UTC; null, as is the body, before it was measured. */
  at: string | null;
  body: Body | null;
}

/** A page that shows one part of what is measured of a repository; `html`, `list` and `tables` are of the part alone. */
export interface MeasuredPage<Name extends PartName>
  extends Pick<Page<unknown>, 'path' | 'name' | 'titles' | 'about' | 'seenBy' | 'scripts'> {
  part: Name;
  schema: z.ZodType<MeasuredParts[Name]>;
  html(body: MeasuredParts[Name], view: View): Html;
  list?: JsonList<MeasuredParts[Name]>;
  tables?: Table<MeasuredParts[Name]>[];
}

export function measuredPage<Name extends PartName>(
  page: MeasuredPage<Name>,
): RepositoryPage<PartReading<MeasuredParts[Name]>> {
  const { part, schema, html: bodyHtml, list, tables = [], ...rest } = page;
  return {
    ...rest,
    schema: z.object({
      at: z.iso.datetime().nullable().describe('When it was measured; null, as is the body: not yet.'),
      body: schema.nullable(),
    }),
    read: async ({ repository, data }) => (await data.measured(repository, part)) ?? { at: null, body: null },
    html: (reading, view) => shown(reading, view, bodyHtml),
    ...(list && { list: measuredList(list) }),
    tables: tables.map((table) => ({
      ...table,
      csv: ({ body }) => (body === null ? csv(table.columns, []) : table.csv(body)),
    })),
  };
}

function measuredList<Body>({ size, part }: JsonList<Body>): JsonList<PartReading<Body>> {
  return {
    size: ({ body }) => (body === null ? 0 : size(body)),
    part: ({ at, body }, from, to) => ({ at, body: body === null ? null : part(body, from, to) }),
  };
}

function shown<Body>({ at, body }: PartReading<Body>, view: View, show: (body: Body, view: View) => Html): Html {
  const { says } = view;
  if (at === null || body === null) return html`<p class="quiet">${says.notMeasured}</p>`;
  return html`<p class="quiet">${says.measured} <time datetime="${at}">${age(at, view)}</time></p>
${show(body, view)}`;
}

import type { z } from 'zod';
import type { Language } from '../comment/languages.ts';
import { repositoryKey } from '../domain/thread-ref.ts';
import { within } from './bounded.ts';
import type { ShownRepository } from './dashboard-data.ts';
import type { Html } from './html.ts';
import { askedPage, listHeaders, partAsked } from './json-list.ts';
import { type KeptText, keptTexts, tagged } from './kept-text.ts';
import type { Asked, Page, RepositoryPage } from './page.ts';
import { BOUND_MS } from './read-now.ts';
import type { View } from './view.ts';

/** A page, whatever its data are. */
export interface ServedPage {
  of: 'everything' | 'repository';
  /** With `:owner` and `:repo` where it is of a repository. */
  path: string;
  /** Where its JSON lies. */
  api: string;
  name: string;
  titles: Record<Language, string>;
  about: string;
  schema: z.ZodType;
  tables: { name: string; about: string; columns: string[] }[];
  /** Its JSON is given part by part. */
  isList: boolean;
  seenBy: 'viewer' | 'operator';
  inNavigation: boolean;
  scripts: readonly string[];
  /** null: there is no such thing, or the viewer may not see it. */
  read(asked: Asked, parameters: string[]): Promise<ReadPage | null>;
}

/** A page with its data, in each of its forms. */
export interface ReadPage {
  /** null where the page is of no repository. */
  repository: ShownRepository | null;
  html(view: View): Html;
  /** What the address asks for; `headers` of it alone. */
  json(asked: Pick<View, 'path' | 'query'>): { text: KeptText; headers: Record<string, string> };
  /** null: the page has no such table. */
  csv(table: string): KeptText | null;
}

export const REPOSITORY_PATH = '/repositories/:owner/:repo';

export function servedPage<T>(page: Page<T>): ServedPage {
  return {
    of: 'everything',
    path: page.path,
    api: page.path === '/' ? `/api/v1/${page.name}` : `/api/v1${page.path}`,
    ...described(page),
    read: async (asked) => readPage(page, await page.read(asked), null),
  };
}

/** The page is asked only of a repository that is known and that the viewer may see. */
export function servedRepositoryPage<T>(page: RepositoryPage<T>): ServedPage {
  return {
    of: 'repository',
    path: `${REPOSITORY_PATH}${page.path}`,
    api: `/api/v1${REPOSITORY_PATH}${page.path}`,
    ...described(page),
    read: async (asked, [owner = '', repo = '', ...further]) => {
      const name = { owner, repo };
      // What may not be seen is not looked for: it takes as long as what is not there.
      if (!asked.viewer.maySee(name)) return null;
      const [repository] = await within(BOUND_MS, () => asked.data.repositories(new Set([repositoryKey(name)])));
      if (repository === undefined) return null;
      return readPage(page, await page.read({ ...asked, repository, further }), repository);
    },
  };
}

function described<T, A extends Asked>(page: Page<T, A>) {
  const { name, titles, about, schema, tables = [], scripts = [] } = page;
  const { seenBy = 'viewer' as const, navigation, list } = page;
  return {
    name,
    titles,
    about,
    schema,
    tables,
    seenBy,
    isList: list !== undefined,
    inNavigation: navigation === undefined,
    scripts,
  };
}

const kept = keptTexts();

function readPage<T, A extends Asked>(
  page: Page<T, A>,
  data: T | null,
  repository: ShownRepository | null,
): ReadPage | null {
  if (data === null) return null;
  return {
    repository,
    html: (view) => page.html(data, view),
    json: (asked) => jsonOf(page, data, asked),
    csv: (name) => {
      const table = page.tables?.find((one) => one.name === name);
      return table === undefined ? null : kept(data, `${page.name} ${name}`, () => table.csv(data));
    },
  };
}

/** Parts of a list are not kept: there are many, and each is made at once. */
function jsonOf<T, A extends Asked>(
  { name, schema, list }: Page<T, A>,
  data: T,
  { path, query }: Pick<View, 'path' | 'query'>,
) {
  const written = (some: T) => `${JSON.stringify(schema.parse(some))}\n`;
  if (list === undefined) return { text: kept(data, name, () => written(data)), headers: {} };
  const asked = askedPage(query, list.size(data));
  return { text: tagged(written(partAsked(data, list, asked))), headers: listHeaders(asked, path) };
}

import type { z } from 'zod';
import type { Language } from '../comment/languages.ts';
import type { DashboardData, ShownRepository } from './dashboard-data.ts';
import type { Html } from './html.ts';
import type { JsonList } from './json-list.ts';
import type { Check } from './readiness.ts';
import type { Table } from './table.ts';
import type { View } from './view.ts';
import type { Viewer } from './viewer.ts';

/** All that a page is made from. It answers for nothing that the viewer may not see. */
export interface Asked {
  viewer: Viewer;
  data: DashboardData;
  /** By name, such as database, queue and github. */
  checks: Record<string, Check>;
}

export interface AskedOfRepository extends Asked {
  /** It is known, and the viewer may see it: else the page is not asked. */
  repository: ShownRepository;
  /** What stands in further places of the path, such as the login of `/people/:login`. */
  further: string[];
}

/**
 * One value from which the page, its JSON and CSV under `/api/v1`, its place in the navigation and its part of the API's
 * description are made. It knows nothing of servers and of who may see it.
 */
export interface Page<T, A extends Asked = Asked> {
  /** `/`, `/queue`; of a page of a repository what follows its address: ``, `/people`, `/people/:login`. */
  path: string;
  /** Unique, for programs: `people`. */
  name: string;
  /** In the navigation and as the heading. */
  titles: Record<Language, string>;
  /** One sentence in English for the API's description. */
  about: string;
  /** What the JSON is. A field that is not in it is not sent. */
  schema: z.ZodType<T>;
  /** Left out: everybody who may see the dashboard; a page of a repository: who may see the repository. */
  seenBy?: 'operator';
  /** Of a page that others lead to, one of each thing. */
  navigation?: 'left out';
  /** Addresses of what the page runs where scripts are; it shows the same without. */
  scripts?: readonly string[];
  /** null: there is no such thing. */
  read(asked: A): Promise<T | null>;
  /** What stands below the heading. */
  html(data: T, view: View): Html;
  /** Of a list that may be long: its JSON is given part by part. Left out: the JSON is whole. */
  list?: JsonList<T>;
  /** Given as CSV; the same values draw themselves in `html`. */
  tables?: Table<T>[];
}

export type RepositoryPage<T> = Page<T, AskedOfRepository>;

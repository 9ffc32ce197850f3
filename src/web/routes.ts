import { type Answer, answer, json, page, seeOther, text } from './answer.ts';
import { within } from './bounded.ts';
import type { DashboardData } from './dashboard-data.ts';
import { overviewPage, type Read } from './overview-page.ts';
import { type Check, readiness, reasonOf } from './readiness.ts';
import { notFoundPage, repositoryPage } from './repository-page.ts';
import { ICON, STYLE } from './style.ts';
import { repositoryPath } from './suggestion-view.ts';
import type { View } from './view.ts';

export interface Route {
  /** Segments that begin with `:` are handed on, decoded. */
  path: string;
  /** What changes something is sent by a form of ours. */
  method?: 'POST';
  /** The dashboard shows names of people; the rest is for probes and carries none. */
  seenBy: 'anyone' | 'operator';
  answer(parameters: string[], view: View, sources: WebSources): Promise<Answer> | Answer;
}

export interface WebSources {
  /** By name, such as database, queue and github. */
  checks: Record<string, Check>;
  data: DashboardData;
  metrics: { contentType: string; text(): Promise<string> };
}

export const routes: Route[] = [
  { path: '/healthz', seenBy: 'anyone', answer: () => text(200, 'up') },
  { path: '/readyz', seenBy: 'anyone', answer: ready },
  { path: '/metrics', seenBy: 'anyone', answer: metrics },
  { path: '/assets/style.css', seenBy: 'anyone', answer: () => asset('text/css; charset=utf-8', STYLE) },
  { path: '/assets/icon.svg', seenBy: 'anyone', answer: () => asset('image/svg+xml', ICON) },
  { path: '/', seenBy: 'operator', answer: overview },
  { path: '/repositories/:owner/:repo', seenBy: 'operator', answer: repository },
  { path: '/repositories/:owner/:repo/learn', method: 'POST', seenBy: 'operator', answer: learnNow },
];

const BOUND_MS = 2000;
const SHOWN_SUGGESTIONS = 50;

function asset(type: string, body: string): Answer {
  return answer(200, type, body, { 'cache-control': 'max-age=300' });
}

async function ready(_parameters: string[], _view: View, { checks }: WebSources): Promise<Answer> {
  const found = await readiness(checks, BOUND_MS);
  return json(found.ready ? 200 : 503, found);
}

async function metrics(_parameters: string[], _view: View, sources: WebSources): Promise<Answer> {
  return answer(200, sources.metrics.contentType, await sources.metrics.text());
}

async function overview(_parameters: string[], view: View, { checks, data }: WebSources): Promise<Answer> {
  const [found, queue, repositories, suggestions] = await Promise.all([
    readiness(checks, BOUND_MS),
    read(() => data.queueCounts()),
    read(() => data.repositories()),
    read(() => data.recentSuggestions(SHOWN_SUGGESTIONS)),
  ]);
  return page(200, overviewPage({ readiness: found, queue, repositories, suggestions }, view));
}

async function repository([owner = '', repo = '']: string[], view: View, { data }: WebSources): Promise<Answer> {
  const name = { owner, repo };
  const [all, acceptance, suggestions] = await Promise.all([
    read(() => data.repositories()),
    read(() => data.acceptanceOf(name)),
    read(() => data.suggestionsOf(name, SHOWN_SUGGESTIONS)),
  ]);
  if ('reason' in all) return page(200, repositoryPage({ name, repository: all, acceptance, suggestions }, view));
  const known = all.value.find((one) => isSame(one.owner, owner) && isSame(one.repo, repo));
  if (known === undefined) return page(404, notFoundPage(view));
  return page(200, repositoryPage({ name: known, repository: { value: known }, acceptance, suggestions }, view));
}

async function learnNow([owner = '', repo = '']: string[], view: View, { data }: WebSources): Promise<Answer> {
  if (!(await within(BOUND_MS, () => data.learnNow({ owner, repo })))) return page(404, notFoundPage(view));
  return seeOther(repositoryPath({ owner, repo }, view));
}

/** GitHub takes names in either case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

async function read<T>(question: () => Promise<T>): Promise<Read<T>> {
  try {
    return { value: await within(BOUND_MS, question) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

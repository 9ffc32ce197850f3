import { type Answer, answer, json, page, seeOther, text } from './answer.ts';
import { within } from './bounded.ts';
import { notFoundPage } from './not-found-page.ts';
import { apiDescription } from './openapi.ts';
import { pageRoutes } from './page-routes.ts';
import { pages } from './pages.ts';
import { queueWords } from './queue-words.ts';
import { BOUND_MS } from './read-now.ts';
import { readiness } from './readiness.ts';
import type { Route, RouteRequest, WebSources } from './route.ts';
import { networkScripts } from './scripts.ts';
import { seenData } from './seen-data.ts';
import { ICON, STYLE } from './style.ts';
import { repositoryPath } from './suggestion-view.ts';
import { inner } from './view.ts';

/** What has a hash of itself in its address. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export const routes: Route[] = [
  { path: '/healthz', seenBy: 'anyone', speaks: 'text', answer: () => text(200, 'up') },
  { path: '/readyz', seenBy: 'anyone', speaks: 'text', answer: ready },
  { path: '/metrics', seenBy: 'anyone', speaks: 'text', answer: metrics },
  asset('/assets/style.css', 'text/css; charset=utf-8', STYLE),
  asset('/assets/icon.svg', 'image/svg+xml', ICON),
  ...networkScripts.map(({ address, text }) => asset(address, 'text/javascript; charset=utf-8', text, FOR_EVER)),
  {
    path: '/api/v1/openapi.json',
    seenBy: 'anyone',
    speaks: 'json',
    answer: ({ view }) => json(200, apiDescription(pages, view.version)),
  },
  ...pages.flatMap((one) => pageRoutes(one, pages)),
  { path: '/queue/:lane/:id/retry', method: 'POST', seenBy: 'operator', speaks: 'html', answer: retryJob },
  { path: '/repositories/:owner/:repo/learn', method: 'POST', seenBy: 'viewer', speaks: 'html', answer: learnNow },
  {
    path: '/repositories/:owner/:repo/rehearse',
    method: 'POST',
    seenBy: 'viewer',
    speaks: 'html',
    answer: rehearseNow,
  },
];

/** The style of the pages and the like: the same for all, and no secret. */
function asset(path: string, type: string, body: string, keep = 'max-age=300'): Route {
  const headers = { 'cache-control': keep };
  return { path, seenBy: 'anyone', speaks: 'text', answer: () => answer(200, type, body, headers) };
}

async function ready(_asked: RouteRequest, { checks }: WebSources): Promise<Answer> {
  const found = await readiness(checks, BOUND_MS);
  return json(found.ready ? 200 : 503, found);
}

async function metrics(_asked: RouteRequest, sources: WebSources): Promise<Answer> {
  return answer(200, sources.metrics.contentType, await sources.metrics.text());
}

async function learnNow({ parameters, viewer, view }: RouteRequest, { data }: WebSources): Promise<Answer> {
  const [owner = '', repo = ''] = parameters;
  const repository = { owner, repo };
  const known = await within(BOUND_MS, () => seenData(data, viewer).learnNow(repository));
  return known ? seeOther(inner(repositoryPath(repository), view)) : page(404, notFoundPage(view));
}

async function rehearseNow({ parameters, viewer, view }: RouteRequest, { data }: WebSources): Promise<Answer> {
  const [owner = '', repo = ''] = parameters;
  const repository = { owner, repo };
  const known = await within(BOUND_MS, () => seenData(data, viewer).rehearseNow(repository));
  return known ? seeOther(inner(`${repositoryPath(repository)}/quality`, view)) : page(404, notFoundPage(view));
}

async function retryJob({ parameters, viewer, view }: RouteRequest, { data }: WebSources): Promise<Answer> {
  const [lane = '', id = ''] = parameters;
  const begun = await within(BOUND_MS, () => seenData(data, viewer).retryJob(lane, id));
  return begun ? seeOther(inner('/queue', view)) : text(409, queueWords[view.language].cannot);
}

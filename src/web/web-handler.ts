import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, page, problem, text } from './answer.ts';
import { chooseLanguage } from './choose-language.ts';
import { isLocal, isOwnForm } from './local-only.ts';
import { forbiddenPage } from './not-found-page.ts';
import type { Route, WebSources } from './route.ts';
import { routes } from './routes.ts';
import { type View, viewOf } from './view.ts';
import { operator } from './viewer.ts';

export interface WebOptions extends WebSources {
  version: string;
  /** Where threads are linked to, such as `https://github.com`. */
  webUrl: string;
  /** `local`: only a request from this machine sees the dashboard. */
  dashboard: 'off' | 'local' | 'github';
  now(): Date;
  log: { error(facts: object, sentence: string): void };
}

/** Answers the paths of `routes` and leaves every other request to the next handler. */
export function webHandler(options: WebOptions): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  return async (req, res) => {
    const url = urlOf(req);
    const found = url === null ? null : findRoute(url.pathname);
    if (url === null || found === null) return false;
    const view = viewFor(req, url, options);
    send(req, res, await answerOf(req, found, view, options));
    return true;
  };
}

async function answerOf(req: IncomingMessage, found: Found, view: View, options: WebOptions): Promise<Answer> {
  const refused = refusal(req, found, view, options);
  if (refused !== null) return refused;
  const { route, parameters } = found;
  const known = req.headers['if-none-match'] ?? '';
  try {
    return await route.answer({ parameters, viewer: operator(null, ''), view, known }, options);
  } catch (error) {
    options.log.error({ err: error, route: route.path }, 'a page could not be made');
    return route.speaks === 'json' ? problem(500, view.says.failed) : text(500, view.says.failed);
  }
}

/** null: it may be answered. */
function refusal(req: IncomingMessage, { route }: Found, view: View, { dashboard }: WebOptions): Answer | null {
  const { method, seenBy, speaks } = route;
  const methods = method === undefined ? ['GET', 'HEAD'] : [method];
  if (!methods.includes(req.method ?? '')) {
    return text(405, `only ${methods.join(' and ')}`, { allow: methods.join(', ') });
  }
  if (seenBy === 'anyone') return null;
  if (dashboard === 'off') return speaks === 'json' ? problem(404, 'not found') : text(404, 'not found');
  if (!isLocal(req)) {
    if (speaks === 'json') return problem(403, view.says.forbidden);
    return page(403, forbiddenPage(req.socket.localPort ?? 3000, view));
  }
  if (method === 'POST' && !isOwnForm(req)) return text(403, 'only from a page of this dashboard');
  return null;
}

function viewFor(req: IncomingMessage, url: URL, { now, webUrl, version }: WebOptions): View {
  const asked = url.searchParams.get('lang');
  const language = chooseLanguage(asked, req.headers['accept-language'] ?? '');
  const languageChosen = asked === language;
  const { pathname: path, searchParams: query } = url;
  return viewOf(language, { languageChosen, now: now(), webUrl, version, path, query });
}

interface Found {
  route: Route;
  parameters: string[];
}

function findRoute(pathname: string): Found | null {
  const segments = pathname.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (pattern.length !== segments.length) continue;
    const fits = pattern.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]));
    const parameters = fits ? decoded(segments.filter((_, i) => pattern[i]?.startsWith(':'))) : null;
    if (parameters !== null) return { route, parameters };
  }
  return null;
}

function decoded(segments: string[]): string[] | null {
  try {
    return segments.map(decodeURIComponent);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** null for what is no path, such as `*`. */
function urlOf(req: IncomingMessage): URL | null {
  const address = `http://localhost${req.url ?? ''}`;
  return req.url?.startsWith('/') && URL.canParse(address) ? new URL(address) : null;
}

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Answer): void {
  res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  res.end(req.method === 'HEAD' ? undefined : body);
}

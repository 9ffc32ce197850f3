import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, page, text } from './answer.ts';
import { chooseLanguage } from './choose-language.ts';
import { isLocal, isOwnForm } from './local-only.ts';
import { forbiddenPage } from './repository-page.ts';
import { type Route, routes, type WebSources } from './routes.ts';
import { type View, viewOf } from './view.ts';

export interface WebOptions extends WebSources {
  version: string;
  /** Where threads are linked to, such as `https://github.com`. */
  webUrl: string;
  /** `local`: only a request from this machine sees the dashboard. */
  dashboard: 'off' | 'local';
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
  const methods = found.route.method === undefined ? ['GET', 'HEAD'] : [found.route.method];
  if (!methods.includes(req.method ?? '')) {
    return text(405, `only ${methods.join(' and ')}`, { allow: methods.join(', ') });
  }
  if (found.route.seenBy === 'operator') {
    if (options.dashboard === 'off') return text(404, 'not found');
    if (!isLocal(req)) return page(403, forbiddenPage(req.socket.localPort ?? 3000, view));
    if (found.route.method === 'POST' && !isOwnForm(req)) return text(403, 'only from a page of this dashboard');
  }
  try {
    return await found.route.answer(found.parameters, view, options);
  } catch (error) {
    options.log.error({ err: error, route: found.route.path }, 'a page could not be made');
    return text(500, view.says.failed);
  }
}

function viewFor(req: IncomingMessage, url: URL, { now, webUrl, version }: WebOptions): View {
  const asked = url.searchParams.get('lang');
  const language = chooseLanguage(asked, req.headers['accept-language'] ?? '');
  return viewOf(language, { languageChosen: asked === language, now: now(), webUrl, version, path: url.pathname });
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

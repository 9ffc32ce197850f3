import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Access, accessOf, type DashboardAccess } from './access.ts';
import { type Answer, problem, text } from './answer.ts';
import { chooseLanguage } from './choose-language.ts';
import type { Route, WebSources } from './route.ts';
import { routes } from './routes.ts';
import { signInDoor } from './sign-in-door.ts';
import { type View, viewOf } from './view.ts';
import { stranger } from './viewer.ts';

export interface WebOptions extends WebSources {
  version: string;
  /** Where threads are linked to, such as `https://github.com`. */
  webUrl: string;
  /** `local`: only a request from this machine sees the dashboard. */
  dashboard: DashboardAccess;
  now(): Date;
  log: { error(facts: object, sentence: string): void };
}

/** Answers the paths of `routes`, and of the door where people sign in, and leaves every other request to the next handler. */
export function webHandler(options: WebOptions): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  const { dashboard, now } = options;
  const access = accessOf(dashboard);
  const door = typeof dashboard === 'string' ? [] : signInDoor(dashboard, now);
  const all = [...door, ...routes];
  return async (req, res) => {
    const url = urlOf(req);
    const found = url === null ? null : findRoute(url.pathname, all);
    if (url === null || found === null) return false;
    send(req, res, await answerOf(req, found, viewFor(req, url, options), { ...options, access }));
    return true;
  };
}

async function answerOf(
  req: IncomingMessage,
  { route, parameters }: Found,
  view: View,
  options: WebOptions & { access: Access },
): Promise<Answer> {
  const methods = route.method === undefined ? ['GET', 'HEAD'] : [route.method];
  if (!methods.includes(req.method ?? '')) {
    return text(405, `only ${methods.join(' and ')}`, { allow: methods.join(', ') });
  }
  try {
    const found = route.seenBy === 'anyone' ? { viewer: stranger } : await options.access.admit(req, route, view);
    if ('answer' in found) return found.answer;
    const known = req.headers['if-none-match'] ?? '';
    const asked = { parameters, viewer: found.viewer, view: { ...view, ...found }, request: req, known };
    return await route.answer(asked, options);
  } catch (error) {
    options.log.error({ err: error, route: route.path }, 'a page could not be made');
    return route.speaks === 'json' ? problem(500, view.says.failed) : text(500, view.says.failed);
  }
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

function findRoute(pathname: string, routes: readonly Route[]): Found | null {
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

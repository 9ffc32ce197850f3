import { accessWords, type SignInFailure } from './access-words.ts';
import { type Answer, page, problem, text } from './answer.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { forbiddenPage } from './not-found-page.ts';
import type { Route } from './route.ts';
import { inner, type View } from './view.ts';

/** Everything here is shown to strangers as well: it names nothing. */

type Speaks = Route['speaks'];

/** Where GitHub's answer takes the browser back to the page that was asked for. */
export function signInAnswer(view: View, speaks: Speaks): Answer {
  const says = accessWords[view.language];
  const headers = { 'www-authenticate': 'GitHub realm="CommScore"' };
  if (speaks !== 'html') return withHeaders(refused(401, says.title, speaks), headers);
  const content = html`<h1>${says.title}</h1>
<p>${says.why}</p>
<p><a class="button" href="${signInAddress(view)}">${says.withGitHub}</a></p>`;
  return withHeaders(page(401, layout(view, { title: says.title, navigation: null, content })), headers);
}

function signInAddress({ path, query }: View): string {
  const asked = query.size === 0 ? path : `${path}?${query}`;
  return `/sign-in?${new URLSearchParams({ to: asked.startsWith('/sign-') ? '/' : asked })}`;
}

const STATUS = { expired: 400, declined: 403, github: 502, 'too-many': 429, unsure: 503, foreign: 403 } as const;

export function failureAnswer(failure: SignInFailure, view: View, speaks: Speaks): Answer {
  const says = accessWords[view.language];
  const { title, what } = says.failures[failure];
  const status = STATUS[failure];
  const headers = status === 429 || status === 503 ? { 'retry-after': '60' } : {};
  if (speaks !== 'html') return withHeaders(refused(status, what, speaks), headers);
  const content = html`<h1>${title}</h1>
<p>${what}</p>
<p><a class="button" href="${inner('/', view)}">${says.again}</a></p>`;
  return withHeaders(page(status, layout(view, { title, navigation: null, content })), headers);
}

export function strangerAnswer(port: number, view: View, speaks: Speaks): Answer {
  return speaks === 'html' ? page(403, forbiddenPage(port, view)) : refused(403, view.says.forbidden, speaks);
}

export function nowhere(speaks: Speaks): Answer {
  return refused(404, 'not found', speaks);
}

function refused(status: number, why: string, speaks: Speaks): Answer {
  return speaks === 'json' ? problem(status, why) : text(status, why);
}

function withHeaders(answer: Answer, headers: Answer['headers']): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

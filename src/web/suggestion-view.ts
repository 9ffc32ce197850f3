import { cleanLine } from '../comment/escape.ts';
import { openFirst } from '../comment/order-related.ts';
import { standingOf } from '../comment/standing-of.ts';
import type { Ink } from '../comment/words.ts';
import type { RankedLabel, RankedPerson, RelatedItem } from '../domain/suggestion.ts';
import type { ShownSuggestion } from './dashboard-data.ts';
import { escapeHtml, type Html, html, trusted } from './html.ts';
import { age, inner, span, type View } from './view.ts';

const THREAD_PATH = { issue: 'issues', pull: 'pull', discussion: 'discussions' } as const;
const MAX_TEXT = 120;

export function suggestionList(shown: ShownSuggestion[], view: View): Html {
  if (shown.length === 0) return html`<p class="quiet">${view.says.noSuggestions}</p>`;
  return html`<ol class="suggestions">${shown.map((one) => html`<li>${suggestionView(one, view)}</li>\n`)}</ol>`;
}

function suggestionView(shown: ShownSuggestion, view: View): Html {
  const { says } = view;
  const { labels, assignees, reviewers, related } = shown.suggestion;
  const people = shown.type === 'pull' ? reviewers : assignees;
  const ink = htmlInk(shown, view);
  const silent = labels.length + people.length + related.length === 0;
  const name = `${shown.owner}/${shown.repo}`;
  return html`<article>
<h3><a href="${inner(repositoryPath(shown), view)}"><bdi>${name}</bdi></a> <a href="${threadUrl(shown, view, shown)}">#${shown.number}</a> <span class="quiet">${says.threads[shown.type]}</span></h3>
<p class="facts"><time datetime="${shown.savedAt}">${age(shown.savedAt, view)}</time> <span class="badge ${shown.mode === 'shadow' ? 'shadow' : ''}">${says.comments[shown.comment] ?? shown.comment}</span>${latency(shown, view)}</p>
${silent ? html`<p class="quiet">${says.nothing}</p>` : null}
<dl>${labelRow(labels, ink, view)}${peopleRow(people, shown, ink, view)}${relatedRow(related, shown, ink, view)}</dl>
</article>`;
}

function latency({ latencyMs }: ShownSuggestion, view: View): Html | null {
  return latencyMs === null ? null : html` <span class="quiet">${view.says.after} ${span(latencyMs, view)}</span>`;
}

function labelRow(labels: RankedLabel[], ink: Ink, { words }: View): Html | null {
  if (labels.length === 0) return null;
  return html`<dt>${words.labels}</dt><dd><ul>${labels.map(({ name, probability, reasons }) => {
    const why = reasons.map((reason) => words.labelReason(reason, ink)).join(words.semicolon);
    return html`<li><span class="label"><bdi>${shownText(name)}</bdi></span> <span class="quiet">${words.sureness(probability)}${why === '' ? null : html`${words.semicolon}${trusted(why)}`}</span></li>`;
  })}</ul></dd>`;
}

function peopleRow(people: RankedPerson[], { type }: ShownSuggestion, ink: Ink, { words }: View): Html | null {
  if (people.length === 0) return null;
  return html`<dt>${words.people(type)}</dt><dd><ul>${people.map(({ login, probability, reasons }) => {
    const why = reasons.map((reason) => words.personReason(reason, ink)).join(words.semicolon);
    return html`<li><b><bdi>${shownText(login)}</bdi></b> <span class="quiet">${words.sureness(probability)}</span>${why === '' ? null : html`<br>${trusted(why)}`}</li>`;
  })}</ul></dd>`;
}

function relatedRow(related: RelatedItem[], shown: ShownSuggestion, ink: Ink, view: View): Html | null {
  if (related.length === 0) return null;
  const { words } = view;
  return html`<dt>${words.related}</dt><dd><ul>${openFirst(related).map((item) => {
    const why = item.reasons.map((reason) => words.relatedReason(reason, ink)).join(words.semicolon);
    return html`<li>${relatedName(item, shown, view)} <span class="quiet">${trusted(standingOf(item, words, ink))}</span>${why === '' ? null : html`<br><span class="quiet">${trusted(why)}</span>`}</li>`;
  })}</ul></dd>`;
}

function relatedName(item: RelatedItem, shown: ShownSuggestion, view: View): Html {
  const title = html`<bdi>${shownText(item.title === '' ? item.id : item.title)}</bdi>`;
  if (item.kind === 'thread' && /^\d{1,10}$/.test(item.id)) {
    const url = threadUrl(shown, view, { type: item.type ?? 'issue', number: Number(item.id) });
    return html`<a href="${url}">#${item.id}</a> ${title}`;
  }
  return item.url !== null && /^https?:\/\//i.test(item.url) ? html`<a href="${item.url}">${title}</a>` : title;
}

export function repositoryPath({ owner, repo }: { owner: string; repo: string }): string {
  return `/repositories/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}`;
}

function threadUrl(
  { owner, repo }: { owner: string; repo: string },
  { webUrl }: View,
  { type, number }: { type: ShownSuggestion['type']; number: number },
): string {
  return `${webUrl}/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/${THREAD_PATH[type]}/${number}`;
}

function htmlInk(shown: ShownSuggestion, view: View): Ink {
  return {
    code: (text) => `<code><bdi>${escapeHtml(shownText(text))}</bdi></code>`,
    thread: (id) => {
      if (!/^\d{1,10}$/.test(id)) return `<code>${escapeHtml(shownText(id))}</code>`;
      const url = threadUrl(shown, view, { type: 'issue', number: Number(id) });
      return `<a href="${escapeHtml(url)}">#${id}</a>`;
    },
  };
}

function shownText(text: string): string {
  return cleanLine(text, MAX_TEXT);
}

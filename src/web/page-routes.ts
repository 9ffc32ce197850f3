import { type Answer, cached, page as htmlPage, problem, scriptedPage } from './answer.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { addressOf, repositoryNavigation, siteNavigation } from './navigation.ts';
import { notFoundPage } from './not-found-page.ts';
import type { Route, RouteRequest, WebSources } from './route.ts';
import { seenData } from './seen-data.ts';
import { REPOSITORY_PATH, type ReadPage, type ServedPage } from './served-page.ts';

/** The page itself, its JSON, and each of its tables as CSV: all by one reading, with the same access. */
export function pageRoutes(page: ServedPage, pages: readonly ServedPage[]): Route[] {
  const { path, api, seenBy, tables } = page;
  return [
    { path, seenBy, speaks: 'html', answer: (asked, sources) => answerHtml({ page, pages }, asked, sources) },
    { path: api, seenBy, speaks: 'json', answer: (asked, sources) => answerJson(page, asked, sources) },
    ...tables.map(({ name }) => ({
      path: `${api}/${name}.csv`,
      seenBy,
      speaks: 'json' as const,
      answer: (asked: RouteRequest, sources: WebSources) => answerCsv(page, name, asked, sources),
    })),
  ];
}

async function answerHtml(
  { page, pages }: { page: ServedPage; pages: readonly ServedPage[] },
  asked: RouteRequest,
  sources: WebSources,
): Promise<Answer> {
  const read = await readFor(page, asked, sources);
  if (read === null) return htmlPage(404, notFoundPage(asked.view));
  const { repository } = read;
  const view = { ...asked.view, api: addressOf(page.api, repository, asked.parameters.slice(2)) };
  const shown = { pages, current: page, viewer: asked.viewer, view };
  const name = page.titles[view.language];
  const document = layout(view, {
    title: repository === null ? name : `${name} · ${repository.owner}/${repository.repo}`,
    navigation: siteNavigation(shown),
    scripts: page.scripts,
    content: html`${heading(page.path === REPOSITORY_PATH ? null : name, read)}
${repository === null ? null : repositoryNavigation(repository, shown)}
${read.html(view)}
<p class="under"><a href="${view.api}">JSON</a></p>`,
  });
  return page.scripts.length === 0 ? htmlPage(200, document) : scriptedPage(document);
}

/** Of a repository its name, and the name of the page unless it is the first. */
function heading(name: string | null, { repository }: ReadPage): Html {
  if (repository === null) return html`<h1>${name}</h1>`;
  const rest = name === null ? null : html` <span class="quiet">${name}</span>`;
  return html`<h1><bdi>${repository.owner}/${repository.repo}</bdi>${rest}</h1>`;
}

async function answerJson(page: ServedPage, asked: RouteRequest, sources: WebSources): Promise<Answer> {
  const read = await readFor(page, asked, sources);
  if (read === null) return problem(404, 'not found');
  const { text, headers } = read.json(asked.view);
  return cached(asked, text, { ...headers, 'content-type': 'application/json; charset=utf-8' });
}

async function answerCsv(page: ServedPage, table: string, asked: RouteRequest, sources: WebSources): Promise<Answer> {
  const text = (await readFor(page, asked, sources))?.csv(table) ?? null;
  if (text === null) return problem(404, 'not found');
  const name = [...asked.parameters, page.name, table].join('-').replace(/[^\w.-]+/g, '_');
  return cached(asked, text, {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}.csv"`,
  });
}

function readFor(page: ServedPage, { viewer, parameters }: RouteRequest, { data, checks }: WebSources) {
  return page.read({ viewer, data: seenData(data, viewer), checks }, parameters);
}

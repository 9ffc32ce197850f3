import type { RepositoryName } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import type { ServedPage } from './served-page.ts';
import { inner, type View } from './view.ts';
import type { Viewer } from './viewer.ts';

interface Shown {
  pages: readonly ServedPage[];
  current: ServedPage;
  viewer: Viewer;
  view: View;
}

/** The way to every page that the viewer may see and that is of no repository. */
export function siteNavigation(shown: Shown): Html {
  const links = linksTo('everything', shown, (path) => path);
  return html`<nav aria-label="${shown.view.says.siteNavigation}"><ul class="site">${links}</ul></nav>`;
}

/** From one page of a repository to the others. */
export function repositoryNavigation(repository: RepositoryName, shown: Shown): Html {
  const links = linksTo('repository', shown, (path) => addressOf(path, repository));
  return html`<nav aria-label="${shown.view.says.repositoryNavigation}"><ul class="tabs">${links}</ul></nav>`;
}

function linksTo(of: ServedPage['of'], { pages, current, viewer, view }: Shown, address: (path: string) => string) {
  const open = pages.filter(
    (page) => page.inNavigation && page.of === of && (page.seenBy === 'viewer' || viewer.isOperator),
  );
  return open.map((page) => {
    const mark = page === current ? html` aria-current="page"` : null;
    return html`<li><a href="${inner(address(page.path), view)}"${mark}>${page.titles[view.language]}</a></li>`;
  });
}

/** The path of a page or of its JSON, with the repository and what else is given in its places. */
export function addressOf(path: string, repository: RepositoryName | null, further: readonly string[] = []): string {
  if (repository === null) return path;
  const given = [repository.owner, repository.repo, ...further];
  return path.replace(/:\w+/g, () => encodeURIComponent(given.shift() ?? ''));
}

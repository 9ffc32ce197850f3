import type { Acceptance } from '../domain/acceptance.ts';
import { acceptanceTable } from './acceptance-view.ts';
import type { RepositoryName, ShownRepository, ShownSuggestion } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { layout, section } from './layout.ts';
import { learningView, type Read, shown } from './overview-page.ts';
import { suggestionList } from './suggestion-view.ts';
import { inner, type View } from './view.ts';

export interface RepositoryReading {
  name: RepositoryName;
  repository: Read<ShownRepository>;
  acceptance: Read<Acceptance[]>;
  suggestions: Read<ShownSuggestion[]>;
}

export function repositoryPage({ name, repository, acceptance, suggestions }: RepositoryReading, view: View): Html {
  const { says } = view;
  const title = `${name.owner}/${name.repo}`;
  const content = html`<nav><a href="${inner('/', view)}">${says.overview}</a></nav>
<h1><bdi>${title}</bdi></h1>
${shown(repository, view, learningView)}
${'value' in repository ? learnForm(repository.value, view) : null}
${section('acceptance', says.acceptance.title, shown(acceptance, view, acceptanceTable))}
${section('suggestions', says.suggestions, shown(suggestions, view, suggestionList))}`;
  return layout(view, title, content);
}

/** Nothing to ask for while it is being read. */
function learnForm({ owner, repo, learning }: ShownRepository, view: View): Html | null {
  if (learning.state === 'running') return null;
  const action = inner(`/repositories/${encodeURIComponent(owner)}/${encodeURIComponent(repo)}/learn`, view);
  return html`<form method="post" action="${action}"><button>${view.says.learnNow}</button></form>`;
}

export function notFoundPage(view: View): Html {
  const { says } = view;
  return layout(
    view,
    says.notFound,
    html`<h1>${says.notFound}</h1><p>${says.notFoundHint}</p><p><a href="${inner('/', view)}">${says.overview}</a></p>`,
  );
}

/** Says no name of anything: whoever sees it may be a stranger. */
export function forbiddenPage(port: number, view: View): Html {
  const { says } = view;
  const address = `http://localhost:${port}/`;
  return layout(
    view,
    says.forbidden,
    html`<h1>${says.forbidden}</h1>
<p>${says.forbiddenWhy}</p>
<p>${says.forbiddenHow}</p>
<pre><code>ssh -N -L ${port}:127.0.0.1:${port} USER@HOST</code></pre>
<p>${says.forbiddenThen} <a href="${address}">${address}</a></p>`,
  );
}

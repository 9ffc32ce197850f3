import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { inner, type View } from './view.ts';

export function notFoundPage(view: View): Html {
  const { says } = view;
  return layout(view, {
    title: says.notFound,
    navigation: null,
    content: html`<h1>${says.notFound}</h1><p>${says.notFoundHint}</p><p><a href="${inner('/', view)}">${says.overview}</a></p>`,
  });
}

/** Says no name of anything: whoever sees it may be a stranger. */
export function forbiddenPage(port: number, view: View): Html {
  const { says } = view;
  const address = `http://localhost:${port}/`;
  return layout(view, {
    title: says.forbidden,
    navigation: null,
    content: html`<h1>${says.forbidden}</h1>
<p>${says.forbiddenWhy}</p>
<p>${says.forbiddenHow}</p>
<pre><code>ssh -N -L ${port}:127.0.0.1:${port} USER@HOST</code></pre>
<p>${says.forbiddenThen} <a href="${address}">${address}</a></p>`,
  });
}

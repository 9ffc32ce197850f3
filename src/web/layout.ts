import { type Content, type Html, html } from './html.ts';
import { inner, type View } from './view.ts';

export function layout(view: View, title: string, content: Content): Html {
  const { says, path, version } = view;
  const other = says.otherLanguage;
  return html`<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · CommScore</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body>
<a class="skip" href="#content">${says.skip}</a>
<header class="top">
<a class="brand" href="${inner('/', view)}"><img src="/assets/icon.svg" alt="" width="28" height="28"> CommScore</a>
<span class="quiet">${says.version} ${version}</span>
<a class="language" href="${path}?lang=${other.code}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>
</header>
<main id="content">
${content}
</main>
</body>
</html>
`;
}

export function section(id: string, title: string, content: Content): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

/** In the place of what could not be read now. */
export function unreadable({ says }: View, reason: string): Html {
  return html`<p class="problem" role="status">${says.unreadable} ${reason}</p>`;
}

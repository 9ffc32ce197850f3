import { type Content, type Html, html } from './html.ts';
import type { Read } from './read-now.ts';
import { signedIn } from './signed-in.ts';
import { inner, type View } from './view.ts';

export interface Framed {
  title: string;
  /** null where a stranger may be looking. */
  navigation: Html | null;
  /** Left out: none. */
  scripts?: readonly string[];
  content: Content;
}

export function layout(view: View, { title, navigation, scripts = [], content }: Framed): Html {
  const { says, version } = view;
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
${scripts.map(
  (address) => html`<script src="${address}" type="module"></script>
`,
)}</head>
<body>
<a class="skip" href="#content">${says.skip}</a>
<header class="top">
<a class="brand" href="${inner('/', view)}"><img src="/assets/icon.svg" alt="" width="28" height="28"> CommScore</a>
<span class="quiet">${says.version} ${version}</span>
${navigation}
<a class="language" href="${inOtherLanguage(view)}" lang="${other.code}" hreflang="${other.code}">${other.name}</a>
${signedIn(view)}
</header>
<main id="content">
${content}
</main>
</body>
</html>
`;
}

function inOtherLanguage({ path, query, says }: View): string {
  const asked = new URLSearchParams(query);
  asked.set('lang', says.otherLanguage.code);
  return `${path}?${asked}`;
}

export function section(id: string, title: string, content: Content): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}
</section>
`;
}

export function shown<T>(read: Read<T>, view: View, show: (value: T, view: View) => Html): Html {
  return 'value' in read ? show(read.value, view) : unreadable(view, read.reason);
}

/** In the place of what could not be read now. */
export function unreadable({ says }: View, reason: string): Html {
  return html`<p class="problem" role="status">${says.unreadable} ${reason}</p>`;
}

import { accessWords } from './access-words.ts';
import { formToken } from './form-token.ts';
import { type Html, html } from './html.ts';
import type { View } from './view.ts';

/** In the head of every page of somebody who signed in. */
export function signedIn(view: View): Html | null {
  const { login } = view.viewer;
  if (login === null) return null;
  const says = accessWords[view.language];
  return html`<form class="signed-in" method="post" action="/sign-out">${formToken(view)}<span class="quiet">${says.signedInAs} <bdi>${login}</bdi></span> <button>${says.signOut}</button></form>`;
}

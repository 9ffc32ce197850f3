import { type Html, html } from './html.ts';
import type { Viewer } from './viewer.ts';

export const FORM_TOKEN = 'token';

/** In every form that changes something: shows that a page of ours made it for this viewer. */
export function formToken({ viewer }: { viewer: Viewer }): Html {
  return html`<input type="hidden" name="${FORM_TOKEN}" value="${viewer.formToken}">`;
}

import { cleanLine } from '../comment/escape.ts';
import type { Area } from '../community/areas.ts';
import { type Html, html } from './html.ts';

const MAX_TEXT = 80;

/** Names of areas come from GitHub: one line, and not too long. */
export function areaText({ name }: Pick<Area, 'name'>): string {
  return cleanLine(name, MAX_TEXT);
}

/** A directory looks like a path, a label like a label, a topic like a word. */
export function areaView(area: Area): Html {
  const text = areaText(area);
  if (area.kind === 'directory') return html`<code><bdi>${text}</bdi></code>`;
  if (area.kind === 'label') return html`<span class="label"><bdi>${text}</bdi></span>`;
  return html`<bdi>${text}</bdi>`;
}

/** On one line, with something between them. */
export function areaList(areas: readonly Area[]): Html {
  return html`${areas.map((area, at) => html`${at === 0 ? '' : ' '}${areaView(area)}`)}`;
}

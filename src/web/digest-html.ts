import type { DigestBlock, DigestItem } from '../comment/digest-block.ts';
import { digestBlocks } from '../comment/digest-blocks.ts';
import type { DigestInk } from '../comment/digest-ink.ts';
import { digestLanguages } from '../comment/digest-languages.ts';
import type { Digest } from '../community/digest.ts';
import { type Html, html, trusted } from './html.ts';
import { threadAddress } from './thread-address.ts';
import type { View } from './view.ts';

/** The digest as it is written on GitHub, in HTML. */
export function digestHtml(digest: Digest, view: View): Html {
  const blocks = digestBlocks(digest, digestLanguages[view.language], htmlInk(view));
  return html`${blocks.map((block) => blockHtml(block))}`;
}

/** Escapes what it is given, so that the words around it are markup. */
function htmlInk(view: View): DigestInk {
  const threadOf: DigestInk['threadOf'] = (type, id) =>
    html`<a href="${threadAddress({ type, id }, view)}">#${id}</a>`.markup;
  return {
    code: (text) => html`<code><bdi>${text}</bdi></code>`.markup,
    thread: (id) => threadOf('issue', id),
    threadOf,
    person: (login) => html`<a href="${view.webUrl}/${encodeURIComponent(login)}"><bdi>${login}</bdi></a>`.markup,
    text: (text) => html`<bdi>${text}</bdi>`.markup,
    strong: (shown) => `<strong>${shown}</strong>`,
  };
}

function blockHtml(block: DigestBlock): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3>${trusted(block.text)}</h3>\n`;
    case 'line':
      return html`<p>${trusted(block.text)}</p>\n`;
    case 'list': {
      const items = block.items.map(itemHtml);
      return block.numbered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
    case 'table':
      return tableHtml(block);
    case 'folded':
      return html`<details><summary>${trusted(block.summary)}</summary>\n${block.blocks.map(blockHtml)}</details>\n`;
  }
}

function itemHtml({ text, below = [] }: DigestItem): Html {
  const more = below.map((line) => html`<li>${trusted(line)}</li>\n`);
  return html`<li>${trusted(text)}${more.length === 0 ? null : html`<ul>${more}</ul>`}</li>\n`;
}

function tableHtml({ head, rows }: Extract<DigestBlock, { kind: 'table' }>): Html {
  const [first = '', ...others] = head;
  const corner = first === '' ? html`<td></td>` : html`<th scope="col">${trusted(first)}</th>`;
  const lines = rows.map(([name = '', ...cells]) => {
    const values = cells.map((cell) => html`<td class="number">${trusted(cell)}</td>`);
    return html`<tr><th scope="row">${trusted(name)}</th>${values}</tr>\n`;
  });
  const label = head.filter((title) => title !== '').join(', ');
  const titles = others.map((title) => html`<th scope="col" class="number">${trusted(title)}</th>`);
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${corner}${titles}</tr></thead>
<tbody>${lines}</tbody></table></div>\n`;
}

/** Markup that is safe to send: made by `html` only, which escapes every piece of text put into it. */
export interface Html {
  readonly markup: string;
}

export type Content = Html | Html[] | string | number | null;

export function html(pieces: TemplateStringsArray, ...contents: Content[]): Html {
  return {
    markup: pieces.map((piece, i) => piece + (i < contents.length ? markupOf(contents[i] ?? null) : '')).join(''),
  };
}

/** Words of ours around pieces that are markup already. */
export function trusted(markup: string): Html {
  return { markup };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (Array.isArray(content)) return content.map((part) => part.markup).join('');
  return typeof content === 'object' ? content.markup : escapeHtml(String(content));
}

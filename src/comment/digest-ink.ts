import type { ThreadType } from '../domain/fact.ts';
import { escapeInline } from './escape.ts';
import { markdownInk, type RepositoryAddress } from './markdown-ink.ts';
import type { Ink } from './words.ts';

/** How the parts of a digest are shown, as Markdown or HTML, escaped there. */
export interface DigestInk extends Ink {
  threadOf(type: ThreadType, id: string): string;
  /** Notifies nobody. */
  person(login: string): string;
  /** Text of a user in a line. */
  text(text: string): string;
  /** Words of ours, or parts that are shown already. */
  strong(shown: string): string;
}

const MAX_TITLE = 90;

export function digestMarkdownInk(address: RepositoryAddress): DigestInk {
  const ink = markdownInk(address);
  return {
    ...ink,
    // A bar would end the cell of a table; no login has one.
    person: (login) => ink.person(login.replaceAll('|', '｜')),
    text: (text) => escapeInline(text, MAX_TITLE),
    strong: (shown) => `**${shown}**`,
  };
}

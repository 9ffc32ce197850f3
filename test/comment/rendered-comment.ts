import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export interface RenderedNode {
  type: string;
  value?: string;
  url?: string;
  children?: RenderedNode[];
}

/** Markdown as GitHub reads it: CommonMark with its tables, addresses, footnotes and struck out text. */
export function rendered(markdown: string): RenderedNode {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as RenderedNode;
}

export function nodesOf(node: RenderedNode): RenderedNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** What is left of a text when whoever wrote it could make nothing of it but text: only these kinds of node. */
const HARMLESS = new Set(
  'root paragraph strong text inlineCode link list listItem html blockquote table tableRow tableCell'.split(' '),
);

/** All markup that the app itself writes. */
const OWN_HTML =
  /^(?:<!-- commscore:(?:triage|digest|reply [\w=-]+) -->|<details>\n<summary>[^<>@#&]*<\/summary>|<\/details>|<\/?sub>)$/;

/** GitHub looks for these in what is neither code nor an address, once Markdown is read. */
const LIVE: [what: string, pattern: RegExp][] = [
  ['a mention', /@[\p{L}\p{N}]/u],
  ['a reference', /#\d/],
  ['a reference', /\bgh-\d/i],
  ['a commit', /[0-9a-f]{7}/i],
  ['an address', /:\/\/|\bwww\.|mailto:[^\s]*@/i],
];

export interface Allowed {
  /** What links may begin with. */
  links: string[];
  /** People who are mentioned on purpose. */
  mentions?: string[];
  /** Whether the app writes headings in it. */
  headings?: boolean;
}

/** Everything in it by which somebody would be pinged, led away or shown something that the app did not mean. */
export function harmIn(markdown: string, { links, mentions = [], headings = false }: Allowed): string[] {
  const nodes = nodesOf(rendered(markdown));
  const found = nodes.filter(({ type }) => !headings || type !== 'heading').flatMap((node) => harmOf(node, links));
  const linked = new Set(nodes.filter(({ type }) => type === 'link').flatMap(nodesOf));
  const texts = nodes.filter(({ type, value = '' }) => type === 'text' && !mentions.includes(value));
  for (const node of texts) found.push(...liveIn(node.value ?? '', linked.has(node), mentions));
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u.test(markdown.replaceAll('\n', ''))) found.push('an invisible character');
  if (markdown.split('commscore:').length > markdown.split('<!-- commscore:').length) found.push(...forged(nodes));
  return found;
}

function harmOf({ type, value = '', url = '' }: RenderedNode, links: string[]): string[] {
  if (!HARMLESS.has(type)) return [`a node of type ${type}`];
  if (type === 'html' && !OWN_HTML.test(value)) return [`markup ${value}`];
  if (type === 'link' && !links.some((allowed) => url.startsWith(allowed))) return [`a link to ${url}`];
  return [];
}

/** The number of a thread of this repository is the text of a link to it. */
function liveIn(text: string, isLinked: boolean, mentions: string[]): string[] {
  if (isLinked && /^#\d{1,10}$/.test(text)) return [];
  const told = mentions.reduce((rest, login) => rest.replaceAll(`@${login}`, ''), text);
  return LIVE.filter(([, pattern]) => pattern.test(told)).map(([what]) => `${what} in ${JSON.stringify(text)}`);
}

/** A marker counts wherever a comment begins with it. */
function forged(nodes: RenderedNode[]): string[] {
  return nodes.filter(({ type, value = '' }) => type === 'html' && !OWN_HTML.test(value)).map(() => 'a forged marker');
}

/** How it is built: what stands beside what, and how long each list and table is. */
export function buildOf(markdown: string): string[] {
  return nodesOf(rendered(markdown))
    .filter(({ type }) => ['root', 'list', 'table', 'tableRow', 'blockquote', 'html', 'heading'].includes(type))
    .map(({ type, value, children = [] }) => (type === 'html' ? `${value}` : `${type} of ${children.length}`));
}

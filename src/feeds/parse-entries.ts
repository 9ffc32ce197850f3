import { type AnyFeed, parseFeed } from 'feedsmith';
import { FeedError } from './feed-error.ts';
import { isCheap } from './parsing-cost.ts';

/** A feed of any format as we need it; texts may be absent, hostile and of any size. */
export interface ParsedFeed {
  /** Address of the page that the feed belongs to. */
  home: string | null;
  entries: FeedEntry[];
}

export interface FeedEntry {
  url: string | null;
  title: MarkedText | null;
  body: MarkedText | null;
  time: string | null;
}

/** `unknown`: the format does not say whether it is HTML. */
export interface MarkedText {
  text: string;
  type: 'text' | 'html' | 'unknown';
}

/** Reads RSS, RDF, Atom and JSON Feed. @throws FeedError where it is none of them. */
export function parseEntries(text: string, maxEntries: number): ParsedFeed {
  if (!isCheap(text)) throw new FeedError({ kind: 'too-large' });
  let parsed: AnyFeed;
  try {
    parsed = parseFeed(text, { maxItems: maxEntries });
  } catch (cause) {
    throw new FeedError({ kind: 'not-a-feed' }, { cause });
  }
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed);
    case 'rdf':
      return fromRdf(parsed.feed);
    case 'atom':
      return fromAtom(parsed.feed);
    case 'json':
      return fromJson(parsed.feed);
  }
}

type Feed<Format extends AnyFeed['format']> = Extract<AnyFeed, { format: Format }>['feed'];

function fromRss({ link, items = [] }: Feed<'rss'>): ParsedFeed {
  return {
    home: link ?? null,
    entries: items.map((item) => ({
      url: item.link ?? permalink(item.guid),
      title: marked(item.title, 'unknown'),
      body: marked(item.content?.encoded ?? item.description, 'html'),
      time: item.pubDate ?? item.dc?.dates?.[0] ?? null,
    })),
  };
}

/** Where the format does not deny it, an id that looks like an address is one. */
function permalink(guid: { value?: string; isPermaLink?: boolean } | undefined): string | null {
  if (guid?.isPermaLink === false || guid?.value === undefined) return null;
  return /^https?:/i.test(guid.value) ? guid.value : null;
}

function fromRdf({ link, items = [] }: Feed<'rdf'>): ParsedFeed {
  return {
    home: link ?? null,
    entries: items.map((item) => ({
      url: item.link ?? item.rdf?.about ?? null,
      title: marked(item.title, 'unknown'),
      body: marked(item.content?.encoded ?? item.description, 'html'),
      time: item.dc?.dates?.[0] ?? null,
    })),
  };
}

function fromAtom({ links, entries = [] }: Feed<'atom'>): ParsedFeed {
  return {
    home: alternate(links),
    entries: entries.map((entry) => ({
      url: alternate(entry.links),
      title: markedText(entry.title),
      body: markedText(entry.content) ?? markedText(entry.summary),
      time: entry.published ?? entry.updated ?? null,
    })),
  };
}

function alternate(links: { href?: string; rel?: string }[] = []): string | null {
  return links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href ?? null;
}

function markedText(text: { value?: string; type?: string } | undefined): MarkedText | null {
  return marked(text?.value, atomType(text?.type));
}

function atomType(type = 'text'): MarkedText['type'] {
  if (type === 'text' || type === 'text/plain') return 'text';
  return /html/i.test(type) ? 'html' : 'unknown';
}

function fromJson({ home_page_url: home, items = [] }: Feed<'json'>): ParsedFeed {
  return {
    home: home ?? null,
    entries: items.map((item) => ({
      url: item.url ?? item.external_url ?? null,
      title: marked(item.title, 'text'),
      body: marked(item.content_text, 'text') ?? marked(item.content_html, 'html') ?? marked(item.summary, 'text'),
      time: item.date_published ?? item.date_modified ?? null,
    })),
  };
}

function marked(text: string | undefined, type: MarkedText['type']): MarkedText | null {
  return text === undefined || text.trim() === '' ? null : { text, type };
}

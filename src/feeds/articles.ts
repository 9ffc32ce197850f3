import { type Article, newestFirst } from '../domain/feed.ts';
import { htmlText, plainLines } from './html-text.ts';
import type { FeedEntry, MarkedText, ParsedFeed } from './parse-entries.ts';

const MAX_TITLE = 300;
const MAX_BODY = 20_000;
/** No longer than what a comment may link to. */
const MAX_URL = 500;
const TITLE_OF_BODY = 80;

export interface ArticleRules {
  /** Where the feed was configured to be. */
  asked: URL;
  /** Where it was found. */
  found: URL;
  /** How many at most. */
  newest: number;
  /** Hosts that no feed may name as its home: a link into GitHub tells the thread it leads to. */
  notHome: readonly string[];
}

/**
 * The newest entries as they are learnt. Only those count that lie on the host of the feed or on that of the home
 * page it names: a feed may not make us link to anywhere.
 */
export function articlesOf({ home, entries }: ParsedFeed, { asked, found, newest, notHome }: ArticleRules): Article[] {
  const homePage = webAddress(home, found);
  const hosts = new Set([hostOf(asked)]);
  if (homePage !== null && !notHome.includes(hostOf(homePage))) hosts.add(hostOf(homePage));
  const byId = new Map<string, Article>();
  for (const entry of entries) {
    const url = webAddress(entry.url, found);
    if (url === null || !hosts.has(hostOf(url))) continue;
    const article = articleOf(entry, url);
    if (article !== null && !byId.has(article.fact.id)) byId.set(article.fact.id, article);
  }
  return [...byId.values()].toSorted(newestFirst).slice(0, newest);
}

function articleOf({ title, body, time }: FeedEntry, { href }: URL): Article | null {
  const text = body === null ? '' : bodyText(body);
  const name = title === null ? '' : titleText(title);
  const shown = name === '' ? text.slice(0, TITLE_OF_BODY).split('\n').join(' ') : name;
  if (shown === '') return null;
  return { fact: { kind: 'document', id: href, url: href, title: shown, body: text }, time: timeOf(time) };
}

function webAddress(text: string | null, base: URL): URL | null {
  if (text === null || !URL.canParse(text.trim(), base.href)) return null;
  const url = new URL(text.trim(), base.href);
  const plain = ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '';
  return plain && url.href.length <= MAX_URL ? url : null;
}

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

function bodyText({ text, type }: MarkedText): string {
  return type === 'text' ? plainLines(text, MAX_BODY) : htmlText(text, MAX_BODY);
}

/** RSS does not say whether its titles are HTML: `Vec<T>` is not, `<b>new</b> &amp; shiny` is. */
const LOOKS_LIKE_HTML =
  /<\/?(?:a|b|code|em|i|span|strong|sub|sup|tt|u)\b[^<>]{0,200}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,30});/i;

function titleText({ text, type }: MarkedText): string {
  const start = text.slice(0, 4 * MAX_TITLE);
  const isHtml = type === 'html' || (type === 'unknown' && LOOKS_LIKE_HTML.test(start));
  const plain = isHtml ? htmlText(start, MAX_TITLE) : plainLines(start, MAX_TITLE);
  return plain.split('\n').join(' ');
}

function timeOf(text: string | null): string | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

import type { NextTask } from '../domain/next-task.ts';
import type { NextArticle, PersonToMeet, Recommendations } from '../domain/recommendations.ts';
import { codeSpan, escapeInline, link } from './escape.ts';
import type { Language } from './languages.ts';
import type { MarkdownInk } from './markdown-ink.ts';
import { isOwnReason, type RecommendationWords } from './recommendation-words.ts';
import { englishRecommendations } from './recommendation-words-en.ts';
import { chineseRecommendations } from './recommendation-words-zh.ts';
import type { Words } from './words.ts';

export const recommendationLanguages: Record<Language, RecommendationWords> = {
  en: englishRecommendations,
  'zh-CN': chineseRecommendations,
};

interface Speaking {
  words: Words;
  say: RecommendationWords;
  ink: MarkdownInk;
}

const MOST_REASONS = 3;

/** Markdown that pings nobody; a list with nothing in it is left out. */
export function renderRecommendations({ tasks, articles, people }: Recommendations, speaking: Speaking): string {
  const { say } = speaking;
  const parts = [
    tasks.length === 0 ? say.nothing : list(say.tasks, tasks, (task) => taskLine(task, speaking)),
    list(say.articles, articles, (article) => articleLine(article, speaking)),
    list(say.people, people, (person) => personLine(person, speaking)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function taskLine({ id, type, title, welcome, reasons }: NextTask, { words, say, ink }: Speaking): string {
  const told = reasons.map((reason) =>
    isOwnReason(reason) ? say.reason(reason, ink) : words.personReason(reason, ink),
  );
  const why = [
    ...(welcome === null ? [] : [say.labelled(codeSpan(welcome))]),
    ...(type === 'discussion' ? [say.unanswered] : []),
    ...told,
  ];
  const name = `${ink.threadOf(type, id)} ${escapeInline(title)}`;
  return why.length === 0 ? name : `${name}${words.colon}${why.slice(0, MOST_REASONS).join(words.semicolon)}`;
}

function articleLine({ url, title, fits, terms }: NextArticle, { words, say, ink }: Speaking): string {
  return `${link(escapeInline(title), url)}${words.colon}${say.fits(fits, terms, ink)}`;
}

function personLine({ login, areas }: PersonToMeet, { words, say, ink }: Speaking): string {
  return `${ink.person(login)}${words.colon}${say.shared(areas, ink)}`;
}

function list<Item>(title: string, items: readonly Item[], line: (item: Item) => string): string {
  return items.length === 0 ? '' : [`**${title}**`, '', ...items.map((item) => `- ${line(item)}`)].join('\n');
}

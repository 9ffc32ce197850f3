import type { NextTask } from '../domain/next-task.ts';
import type { Recommendations } from '../domain/recommendations.ts';
import { isOwnReason } from './recommendation-words.ts';
import { englishRecommendations as say } from './recommendation-words-en.ts';
import type { Ink } from './words.ts';
import { english as words } from './words-en.ts';

/** The same in plain English lines, with all reasons; a list with nothing in it is left out. */
export function plainRecommendations({ tasks, articles, people }: Recommendations, ink: Ink): string {
  const parts = [
    tasks.length === 0
      ? say.nothing
      : list(
          say.tasks,
          tasks.map((task) => taskLine(task, ink)),
        ),
    list(
      say.articles,
      articles.map(({ url, title, fits, terms }) => `${title} <${url}>: ${say.fits(fits, terms, ink)}`),
    ),
    list(
      say.people,
      people.map(({ login, areas }) => `${login}: ${say.shared(areas, ink)}`),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function taskLine({ id, type, title, welcome, reasons }: NextTask, ink: Ink): string {
  const why = [
    ...(welcome === null ? [] : [say.labelled(ink.code(welcome))]),
    ...(type === 'discussion' ? [say.unanswered] : []),
    ...reasons.map((reason) => (isOwnReason(reason) ? say.reason(reason, ink) : words.personReason(reason, ink))),
  ];
  const name = `${ink.thread(id)} ${oneLine(title)}`;
  return why.length === 0 ? name : `${name}: ${why.join('; ')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, '', ...lines.map((line) => `- ${line}`)].join('\n');
}

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { standingOf } from '../comment/standing-of.ts';
import { percent } from '../comment/words.ts';
import { english } from '../comment/words-en.ts';
import type { RankedContent } from '../domain/suggestion.ts';
import { emptyTask } from '../domain/task.ts';
import { eligiblePeople } from '../match/eligible.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { evidenceTables } from './evidence-table.ts';
import { CommandError } from './fail.ts';
import type { HistorySource } from './history-source.ts';
import { learnFeeds } from './learn-feeds.ts';
import { learntModel } from './learnt-model.ts';
import { peopleTable, plain, relatedReasons } from './plain-words.ts';
import { scoresOf, scoresTable } from './scores-table.ts';
import { table } from './table.ts';

export interface IssueOptions extends HistorySource {
  title: string;
  bodyFile?: string;
  author?: string;
  feed?: string[];
  json?: boolean;
}

const SHOWN = 5;

/** Who could take the issue, which labels fit, and what is related, from what is given. */
export async function suggestIssue(options: IssueOptions, reasons: 'best' | 'all'): Promise<string> {
  const body = options.bodyFile === undefined ? '' : await readBody(options.bodyFile);
  const { model, at } = await learntModel(options);
  await learnFeeds(model, options.feed ?? []);
  const author = options.author ?? null;
  const task = { ...emptyTask, author, title: options.title, body };
  const allowed = eligiblePeople({ author });
  const answer = {
    assignees: model.assignees(task, { at, k: SHOWN, allowed, explain: reasons === 'all' }),
    labels: model.labels(task, { at, k: SHOWN }),
    related: model.related(task, { at, k: SHOWN }),
  };
  const scores = reasons === 'all' ? scoresOf(model, task, answer.assignees, { at, allowed }) : null;
  if (options.json) return JSON.stringify({ ...answer, ...(scores && { scores }) });
  return [
    `Could take "${options.title}"\n\n${peopleTable(answer.assignees, { reasons })}`,
    reasons === 'all' ? evidenceTables(answer.assignees) : '',
    answer.labels.length > 0 ? `Labels\n\n${labelsTable(answer.labels)}` : '',
    answer.related.length > 0 ? `Related\n\n${relatedTable(model, answer.related)}` : '',
    scores === null ? '' : scoresTable(scores),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

async function readBody(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CommandError(`--body-file ${file} cannot be read (${code}): give a file, or - for standard input`, {
      cause,
    });
  }
}

function labelsTable(labels: { name: string; probability: number }[]): string {
  return table(labels.map(({ name, probability }) => [`${percent(probability)}%`, name]));
}

function relatedTable(model: RepositoryModel, related: RankedContent[]): string {
  const rows = related.flatMap(({ id, reasons }) => {
    const content = model.content(id);
    if (content === null) return [];
    const standing = standingOf({ id, ...content }, english, plain);
    return [[content.kind === 'thread' ? `#${id}` : id, content.title, standing, relatedReasons(reasons)]];
  });
  return table(rows);
}

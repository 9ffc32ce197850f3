import type { ThreadFact } from '../domain/fact.ts';
import type { NextTask } from '../domain/next-task.ts';
import type { RepositoryModel } from '../match/repository-model.ts';

/** The latest so many are looked at. */
const LOOKED_AT = 300;
const MOST = 5;
/** Somebody fits a task when they are among so many who fit it best. */
const AMONG_BEST = 10;
/** Who did less than this is new here. */
const FIRST_STEPS = 3;

const WELCOME =
  /\b(?:good first (?:issue|bug)|first timers? only|help wanted|up for grabs|contributions? welcome|low hanging fruit|beginners?|newcomers?|easy|starter)\b/;

/** Numbers of the threads among which somebody's next task is looked for. */
export function threadsToTake(model: Pick<RepositoryModel, 'freeThreads'>): string[] {
  return model.freeThreads(LOOKED_AT);
}

/** Whether somebody has hardly done anything here yet. */
export function isNewcomer(model: Pick<RepositoryModel, 'acts'>, login: string, at: string): boolean {
  return model.acts(login, at) < FIRST_STEPS;
}

/** How a free thread fits somebody; null where nothing speaks for it, or where it is their own question. */
export function taskFor(
  login: string,
  fact: ThreadFact,
  model: Pick<RepositoryModel, 'assignees'>,
  at: string,
): NextTask | null {
  const { id, type, title, body, labels, author, participants } = fact;
  if (author?.toLowerCase() === login.toLowerCase() || fact.assignees.length > 0) return null;
  const task = { type, id, author, title, body, files: [], labels, participants };
  const own = model
    .assignees(task, { at, k: AMONG_BEST })
    .find((one) => one.login.toLowerCase() === login.toLowerCase());
  const welcome = labels.find((name) => WELCOME.test(name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))) ?? null;
  if (own === undefined && welcome === null) return null;
  return { id, type, title, probability: own?.probability ?? 0, welcome, reasons: own?.reasons ?? [] };
}

/** The best few: for newcomers first what is meant for them, for everybody else first what fits them. */
export function nextTasks(tasks: NextTask[], { newcomer }: { newcomer: boolean }): NextTask[] {
  const welcomes = ({ welcome }: NextTask) => (newcomer && welcome !== null ? 1 : 0);
  return tasks
    .toSorted((a, b) => welcomes(b) - welcomes(a) || b.probability - a.probability || Number(b.id) - Number(a.id))
    .slice(0, MOST);
}

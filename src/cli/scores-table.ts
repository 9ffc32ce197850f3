import type { CostRank, Difficulty } from '../community/difficulty.ts';
import { type AreaDemand, type PersonScores, type TaskScores, taskScores } from '../community/task-scores.ts';
import { defaultConfig } from '../config/repository-config.ts';
import type { Task } from '../domain/task.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { printable, table } from './table.ts';

const MAX_AREAS = 5;
const ONE = { days: 'day', people: 'person', files: 'file' };

/** Scores of those who are suggested for a task, in their order. */
export function scoresOf(
  model: RepositoryModel,
  task: Task,
  suggested: readonly { login: string }[],
  { at, allowed }: { at: string; allowed: (login: string) => boolean },
): TaskScores {
  const logins = suggested.map(({ login }) => login);
  return taskScores(model.work(Date.parse(at)), task, { capacity: defaultConfig.people.capacity, allowed, logins });
}

/** The scores of the founding paper in plain words; docs/algorithms.md says what each is. */
export function scoresTable({ difficulty, demand, people }: TaskScores): string {
  const waiting = demand.slice(0, MAX_AREAS).map(demandLine);
  const task = [`difficulty ${difficultyWords(difficulty)}`, ...waiting].join('\n');
  return ['Scores', task, people.length > 0 ? peopleScores(people) : ''].filter((part) => part !== '').join('\n\n');
}

function difficultyWords({ score, days, people, files }: Difficulty): string {
  if (score === null) return 'not known: no closed task is like this one';
  const costs = [costWords('days', days), costWords('people', people), costWords('files', files)];
  return `${thousandths(score)} (${costs.filter((words) => words !== '').join('; ')})`;
}

function costWords(unit: keyof typeof ONE, cost: CostRank | null): string {
  if (cost === null) return '';
  const typical = Number(cost.typical.toFixed(1));
  return `${typical} ${typical === 1 ? ONE[unit] : unit}, percentile ${Math.round(100 * cost.percentile)}`;
}

function demandLine({ kind, name, open, perWeek, weeks }: AreaDemand): string {
  const wait = weeks === null ? 'no end in sight' : `${weeks.toFixed(1)} weeks of work waiting`;
  return `${kind} ${printable(name)}: ${wait} (${open.toFixed(1)} open, ${perWeek.toFixed(1)} done a week)`;
}

function peopleScores(people: PersonScores[]): string {
  const head = ['interest', 'skill', 'match', 'completes', 'completion', 'cooperation', 'who'];
  const rows = people.map(({ login, interest, skill, match, completionChance, completion, cooperation }) => [
    ...[interest, skill, match, completionChance, completion, cooperation].map(thousandths),
    login,
  ]);
  return table([head, ...rows]);
}

function thousandths(score: number): string {
  return score.toFixed(3);
}

import { taskScores } from '../src/community/task-scores.ts';
import type { ThreadFact } from '../src/domain/fact.ts';
import { emptyTask } from '../src/domain/task.ts';
import { createRepositoryModel } from '../src/match/repository-model.ts';
import { CASE_TIME, papersCase, taskId } from './papers-case.ts';
import { plantedMatching } from './planted-matching.ts';

/** What docs/algorithms.md says of the founding paper's case. */
export async function benchPaperCase(print: (line: string) => void): Promise<void> {
  for (const line of [caseFigures(), '', matchingFigures()].join('\n').split('\n')) print(`  ${line}`);
}

/** How well people are chosen where the truth is known. */
export function matchingFigures(): string {
  const rows = plantedMatching().map(({ chosenBy, first, firstThree, amongBest }) => {
    return [chosenBy, first.toFixed(3), firstThree.toFixed(3), amongBest.toFixed(2)];
  });
  return tableLines([['chosen by', 'first', 'first three', 'first is one of the five best'], ...rows]).join('\n');
}

/** The first task of every fifth project is asked about; that of the first project is shown. */
export function caseFigures(): string {
  const { facts, homes, projects } = papersCase(2024);
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  const work = model.work(CASE_TIME);
  const threads = new Map(facts.flatMap((fact) => (fact.kind === 'thread' ? [[fact.id, fact]] : [])));
  const asked = projects
    .filter((_, at) => at % 5 === 0)
    .map((project) => {
      const { title, labels, id } = threads.get(taskId(project, 0)) as ThreadFact;
      const options = { capacity: 5, k: 100 };
      return { title, project, ...taskScores(work, { ...emptyTask, id, title, labels }, options) };
    });
  const [first] = asked;
  const weeks = asked.flatMap(({ demand, project }) => demand.find(({ name }) => name === project)?.weeks ?? []);
  const difficulties = asked.flatMap((task) => task.difficulty.score ?? []);
  const home = asked.filter(({ people, project }) => homes.get(people[0]?.login ?? '')?.includes(project));
  const sum = (of: 'match' | 'completion') => first?.people.reduce((all, person) => all + person[of], 0);
  const range = (numbers: number[], digits: number) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    return [0, 0.5, 1].map((part) => sorted[Math.round(part * (sorted.length - 1))]?.toFixed(digits)).join(', ');
  };
  const cells = first?.people.slice(0, 5).map((person) => {
    const { login, interest, skill, match, completionChance, completion, cooperation } = person;
    const scores = [interest, skill, match, completionChance, completion, cooperation];
    return [login, ...scores.map((score) => score.toFixed(3))];
  });
  return [
    `Task "${first?.title}": T(k) = ${first?.difficulty.score?.toFixed(3)}, ${first?.people.length} candidates, sum of S_i ${sum('match')?.toFixed(3)}, sum of C_k ${sum('completion')?.toFixed(3)}. The five best matches:`,
    '',
    ...tableLines([['person', 'I, mean over the areas', 'S(i,k)', 'S_i', 'C(i,k)', 'C_k', 'C_i'], ...(cells ?? [])]),
    '',
    'Over the first task of every fifth project (least, median, most):',
    '',
    `- D(project) in weeks: ${range(weeks, 1)}`,
    `- T(k): ${range(difficulties, 3)}`,
    `- Tasks whose best match has the project as a home: ${home.length} of ${asked.length}`,
  ].join('\n');
}

/** A table as the formatter leaves it: every column as wide as its widest cell. */
function tableLines([head = [], ...rows]: string[][]): string[] {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

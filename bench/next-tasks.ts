import { areaDemands } from '../src/community/area-demand.ts';
import { intraListDiversity, overlap } from '../src/community/diverse.ts';
import { type FittingTask, fittingTasks } from '../src/community/fitting-tasks.ts';
import { nextTasks, traitsOf } from '../src/community/next-tasks.ts';
import { personView } from '../src/community/person-view.ts';
import { taskLevel } from '../src/community/task-level.ts';
import type { ThreadFact } from '../src/domain/fact.ts';
import { createRepositoryModel, type RepositoryModel } from '../src/match/repository-model.ts';
import { finish } from '../src/match/steps.ts';
import { isNewcomer } from '../src/triage/recommend.ts';
import { readPack } from './pack-facts.ts';
import { seededRandom } from './seeded-random.ts';

const PACKS = ['ambari', 'datalab', 'geode', 'hdds'];
/** The packs do not tell when a task was taken: after so many later ones on average, so that being new says nothing. */
const MEAN_WAIT = 50;
/** Asked after every so many tasks; right is what somebody takes before so many more are filed. */
const ASKED_EVERY = 40;
const SOON = 15;
const MOST = 10;

type Ranking = 'newest' | 'label' | 'chance' | 'next';

const NAMES: Record<Ranking, string> = {
  newest: 'newest first',
  label: 'label they took most',
  chance: 'probability alone, as before',
  next: 'next tasks',
};

interface Scores {
  asked: number;
  hit5: number;
  hit10: number;
  mrr: number;
  diversity: number[];
}

/** Whether people took what would have been recommended to them, over what was open at the time. */
export async function benchNextTasks(print: (line: string) => void): Promise<void> {
  print('  pack     ranking                       asked  hit@5 hit@10    MRR  diversity@5');
  const all: Record<Ranking, Scores>[] = [];
  for (const name of PACKS) {
    const pack = await readPack(`assign-jira-a-${name}`);
    if (pack === null) {
      print(`  ${name}: skipped, the pack is not there`);
      continue;
    }
    const threads = pack.facts.filter((fact) => fact.kind === 'thread');
    const scores = replay(threads, Date.parse(pack.queries[0]?.time ?? ''));
    all.push(scores);
    for (const ranking of Object.keys(NAMES) as Ranking[]) print(line(name, NAMES[ranking], figures(scores[ranking])));
  }
  for (const ranking of Object.keys(NAMES) as Ranking[]) {
    const each = all.map((scores) => figures(scores[ranking]));
    const means = [0, 1, 2, 3].map((at) => each.reduce((sum, one) => sum + (one.shares[at] ?? 0), 0) / each.length);
    if (each.length > 0) print(line('mean', NAMES[ranking], { asked: null, shares: means }));
  }
}

function replay(unordered: ThreadFact[], from: number): Record<Ranking, Scores> {
  const threads = unordered.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
  const random = seededRandom(1);
  const takenAt = threads.map((_, place) => place + Math.floor(-Math.log(1 - random()) * MEAN_WAIT));
  const scores = Object.fromEntries(
    Object.keys(NAMES).map((name) => [name, { asked: 0, hit5: 0, hit10: 0, mrr: 0, diversity: [] }]),
  ) as unknown as Record<Ranking, Scores>;
  for (const [place, { time }] of threads.entries()) {
    if (Date.parse(time) < from || place % ASKED_EVERY !== 0) continue;
    askAll(threads.slice(0, place + 1), takenAt, scores);
  }
  return scores;
}

/** Everybody who takes something soon is told what there is. */
function askAll(threads: ThreadFact[], takenAt: number[], scores: Record<Ranking, Scores>): void {
  const at = threads.at(-1)?.time ?? '';
  const { model, open, soon } = learnt(threads, takenAt);
  const work = model.work(Date.parse(at));
  for (const [login, right] of soon) {
    const view = finish(personView(work, login));
    if (view.person === null) continue;
    const level = taskLevel(work, view.person);
    const tasks = finish(fittingTasks(view, open, { model, level, at }));
    const demands = areaDemands(work, view.areas, [...new Set(tasks.flatMap(({ areas }) => areas))]);
    const options = { newcomer: isNewcomer(model, login, at), usual: level.usual, demands, most: MOST };
    const byId = new Map(tasks.map((task) => [task.fact.id, task]));
    const next = nextTasks(tasks, options).flatMap(({ id }) => byId.get(id) ?? []);
    const newest = tasks.toReversed();
    const stably = (value: (task: FittingTask) => number) => newest.toSorted((a, b) => value(b) - value(a));
    count(scores.newest, newest, right);
    count(
      scores.label,
      stably(({ interests }) => interests[0]?.interest ?? 0),
      right,
    );
    count(
      scores.chance,
      stably(({ probability }) => probability),
      right,
    );
    count(scores.next, next, right);
  }
}

interface Learnt {
  model: RepositoryModel;
  open: ThreadFact[];
  /** By login, what they take soon. */
  soon: Map<string, Set<string>>;
}

/** As it stands when the last of the threads was just filed. */
function learnt(threads: ThreadFact[], takenAt: number[]): Learnt {
  const now = threads.length - 1;
  const found: Learnt = { model: createRepositoryModel(), open: [], soon: new Map() };
  for (const [place, fact] of threads.entries()) {
    const taken = takenAt[place] ?? 0;
    if (taken <= now && place < now) {
      found.model.learn({ ...fact, closedAt: threads[taken]?.time ?? fact.time, outcome: 'completed' });
      continue;
    }
    const filed: ThreadFact = { ...fact, assignees: [], state: 'open', closedAt: null, outcome: null };
    found.model.learn(filed);
    found.open.push(filed);
    for (const login of taken <= now + SOON ? fact.assignees : []) {
      found.soon.set(login, (found.soon.get(login) ?? new Set()).add(fact.id));
    }
  }
  return found;
}

function count(scores: Scores, ranked: readonly FittingTask[], right: ReadonlySet<string>): void {
  const place = ranked.findIndex(({ fact }) => right.has(fact.id));
  scores.asked += 1;
  if (place >= 0 && place < 5) scores.hit5 += 1;
  if (place >= 0 && place < MOST) {
    scores.hit10 += 1;
    scores.mrr += 1 / (place + 1);
  }
  const diversity = intraListDiversity(ranked.slice(0, 5).map(traitsOf), (a, b) => overlap(a, b));
  if (diversity !== null) scores.diversity.push(diversity);
}

interface Figures {
  asked: number | null;
  /** hit@5, hit@10, MRR, diversity. */
  shares: number[];
}

function figures({ asked, hit5, hit10, mrr, diversity }: Scores): Figures {
  const mean = diversity.reduce((sum, one) => sum + one, 0) / Math.max(1, diversity.length);
  return { asked, shares: [hit5 / asked, hit10 / asked, mrr / asked, mean] };
}

function line(name: string, ranking: string, { asked, shares }: Figures): string {
  const cells = shares.map((share) => share.toFixed(3).padStart(7));
  return `  ${name.padEnd(8)} ${ranking.padEnd(30)} ${String(asked ?? '').padStart(4)}${cells.join('')}`;
}

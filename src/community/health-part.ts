import { DAY_MS } from '../match/decay.ts';
import type { WorkThread } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { areaSteps } from './areas.ts';
import { type DirectoryRisk, directoryRisks, knowledgeIn } from './directory-knowledge.ts';
import { type FileRisk, fileRisks } from './file-risks.ts';
import type { Forecast } from './forecast.ts';
import { type LoadSpread, loadSpread } from './load-spread.ts';
import type { MeasuredInput } from './measured-input.ts';
import { type MilestoneForecast, milestoneForecasts } from './milestones.ts';
import { type AreaWork, openWork, wholeForecast } from './open-work.ts';
import { inactiveDays } from './silence.ts';
import { NOT_TOLD, type SpokenTimes, spokenTimes } from './spoken-times.ts';
import { type StalledThread, stalledThreads } from './stalled-threads.ts';
import { type WaitingTime, waitingTimes } from './waiting-times.ts';
import { type WeekOfWork, weeklyWork } from './weekly-work.ts';

/** How the work of a repository stands; docs/algorithms.md derives each number. */
export interface HealthPart {
  threads: { open: number; finished: number; dropped: number };
  /** Until all that is open now is closed. */
  forecast: Forecast;
  areas: AreaWork[];
  milestones: MilestoneForecast[];
  /** Silence after which open work is stalled. */
  stalledAfterDays: number;
  stalled: StalledRow[];
  load: Omit<LoadSpread, 'people'> & { people: LoadRow[] };
  /** Who did nothing for so long is not counted on. */
  inactiveAfterDays: number;
  directories: DirectoryRisk[];
  /** Up to 100, those that change most first. */
  filesAtRisk: FileRisk[];
  times: WaitingTime[];
  weeks: WeekOfWork[];
}

export type StalledRow = Omit<StalledThread, 'reviewers'> & { reviewers: string[] };

export type LoadRow = LoadSpread['people'][number] & {
  /** How many they may hold. */
  capacity: number;
};

type SpokenThread = WorkThread & SpokenTimes;

/** Who is left out counts, and is not named. */
export function* healthPart(input: MeasuredInput): Steps<HealthPart> {
  const { work, config, leftOut } = input;
  const threads = yield* spokenThreads(input);
  const count = (wanted: WorkThread['standing']) => threads.filter(({ standing }) => standing === wanted).length;
  const counts = { open: count('open'), finished: count('finished'), dropped: count('dropped') };
  yield;
  const forecast = yield* wholeForecast(work);
  yield;
  const areas = yield* openWork(work, yield* areaSteps(work));
  const milestones = yield* milestoneForecasts(work, input.threads);
  const stalledAfterDays = config.community.stalledAfter / DAY_MS;
  const stalled = stalledRows(input, threads, stalledAfterDays);
  yield;
  const inactiveAfterDays = inactiveDays(config);
  const load = toldLoad(loadSpread(work, inactiveAfterDays), input);
  yield;
  const knowledge = yield* knowledgeIn(work, inactiveAfterDays);
  const directories = yield* directoryRisks(work, knowledge);
  const files = yield* fileRisks(work, knowledge);
  const times = waitingTimes(threads, work.at);
  yield;
  return {
    ...{ threads: counts, forecast, areas, milestones, stalledAfterDays, stalled, load, inactiveAfterDays, times },
    directories: directories.map((row) => ({ ...row, heldBy: row.heldBy.filter((login) => !leftOut(login)) })),
    filesAtRisk: files.map((row) => ({ ...row, knownBy: toldName(row.knownBy, leftOut) })),
    weeks: yield* weeklyWork(threads, work.at),
  };
}

function toldName(login: string | null, leftOut: (login: string) => boolean): string | null {
  return login === null || leftOut(login) ? null : login;
}

const THREADS_A_PIECE = 2000;

/** When somebody spoke is in the facts of threads alone: without them it is not told. */
function* spokenThreads({ work, threads }: MeasuredInput): Steps<SpokenThread[]> {
  const times = new Map<string, SpokenTimes>();
  yield* rested(threads, THREADS_A_PIECE, (fact) => times.set(fact.id, spokenTimes(fact)));
  const found: SpokenThread[] = [];
  yield* rested(work.threads, THREADS_A_PIECE, (thread) =>
    found.push({ ...thread, ...(times.get(thread.id) ?? NOT_TOLD) }),
  );
  return found;
}

function stalledRows({ work, leftOut }: MeasuredInput, threads: SpokenThread[], afterDays: number): StalledRow[] {
  const open = threads.filter(({ standing }) => standing === 'open');
  const told = (person: number) => work.login(person);
  return stalledThreads(open, work.at, afterDays).map((thread) => ({
    ...thread,
    reviewers: thread.reviewers
      .map(told)
      .filter((login) => !leftOut(login))
      .toSorted(),
  }));
}

function toldLoad({ people, ...spread }: LoadSpread, { config, settings, leftOut }: MeasuredInput): HealthPart['load'] {
  const capacityOf = (login: string) => settings.get(login.toLowerCase())?.capacity ?? config.people.capacity;
  const told = people.filter(({ login }) => !leftOut(login));
  return { ...spread, people: told.map((row) => ({ ...row, capacity: capacityOf(row.login) })) };
}

import { DAY_MS } from '../match/decay.ts';
import { readiness } from '../match/match-shares.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { areaActs } from './area-acts.ts';
import type { Area } from './areas.ts';
import { type Availability, availabilityIn } from './availability.ts';
import type { CommunityPerson, MeasuredCommunity } from './community-report.ts';
import type { AreaAct } from './interest.ts';
import { measuredCommunity } from './measured-community.ts';
import type { MeasuredInput } from './measured-input.ts';
import { type MeanScores, openTaskScores, openTasks } from './open-task-scores.ts';
import { type AreaSkill, type PersonAreas, personAreas } from './person-areas.ts';
import type { Standing } from './presence.ts';
import { rounded } from './rounded.ts';

/** Everybody but bots and those who are left out: what they do, know and hold, with the founding paper's scores. */
export interface PeoplePart {
  /** The latest open threads, over which scores of a person and a task are means. */
  askedTasks: number;
  /** Largest first. */
  groups: { areas: Area[]; size: number }[];
  /** Most influential first. */
  people: MeasuredPerson[];
}

export interface MeasuredPerson {
  login: string;
  standing: Standing;
  /** ISO 8601 UTC. */
  firstAct: string;
  lastAct: string;
  acts: number;
  /** PageRank times the number of people: 1 is the mean. */
  influence: number;
  /** Betweenness, 0..1. */
  bridging: number;
  /** Place in `groups`; null outside of them. */
  group: number | null;
  /** C_i. */
  cooperation: number;
  /** I(i,j) where they stand out most, the strongest first. */
  interests: PersonAreas['interests'];
  skills: KnownArea[];
  availability: Availability;
  /** Means over the asked tasks; null where none is open. */
  scores: MeanScores | null;
}

export interface KnownArea extends Omit<AreaSkill, 'lastDays'> {
  /** ISO 8601 UTC. */
  lastAct: string;
}

const PEOPLE_A_PIECE = 200;

export function* peoplePart(input: MeasuredInput): Steps<PeoplePart> {
  const { work, threads } = input;
  const community = yield* measuredCommunity(input);
  const areas = yield* personAreas(actsAmong(input, community));
  const available = availabilities(input, community);
  yield;
  const tasks = openTasks(work, threads);
  yield;
  const scores = yield* openTaskScores(work, tasks, readyPeople(community, available));
  const time = (daysAgo: number) => new Date(work.at - daysAgo * DAY_MS).toISOString();
  const person = (told: CommunityPerson): MeasuredPerson[] => {
    const number = work.find(told.login) ?? 0;
    const availability = available.get(number);
    if (availability === undefined) return [];
    return [
      {
        ...{ login: told.login, standing: told.standing, acts: told.acts, group: told.group },
        ...{ firstAct: time(told.firstDays), lastAct: time(told.lastDays), availability },
        influence: rounded(told.influence),
        bridging: rounded(told.bridging),
        cooperation: rounded(told.cooperation),
        ...toldAreas(areas.get(number), time),
        scores: tasks.length === 0 ? null : toldScores(scores.get(number)),
      },
    ];
  };
  yield;
  const { people, groups } = community.report;
  const told: MeasuredPerson[] = [];
  yield* rested(people, PEOPLE_A_PIECE, (one) => told.push(...person(one)));
  return {
    askedTasks: tasks.length,
    groups: groups.map(({ areas: told, members }) => ({ areas: told, size: members.length })),
    people: told,
  };
}

function* actsAmong({ work }: MeasuredInput, { areas, present }: MeasuredCommunity): Iterable<AreaAct> {
  for (const act of areaActs(work, areas)) if (present.has(act.person)) yield act;
}

function availabilities(input: MeasuredInput, { present, report }: MeasuredCommunity): Map<number, Availability> {
  const availabilityOf = availabilityIn(input, report.historyDays);
  return new Map([...present].map(([person, { lastDays }]) => [person, availabilityOf(person, lastDays)]));
}

/** Alpha_i of everybody. */
function readyPeople(
  { present }: MeasuredCommunity,
  available: ReadonlyMap<number, Availability>,
): Map<number, number> {
  const ready = new Map<number, number>();
  for (const [person, { lastDays: idleDays }] of present) {
    const found = available.get(person);
    if (found === undefined) continue;
    const { state, load: openLoad, capacity } = found;
    ready.set(person, readiness({ idleDays, available: state === 'away' ? 0 : 1, openLoad, capacity }));
  }
  return ready;
}

function toldAreas(found: PersonAreas | undefined, time: (daysAgo: number) => string) {
  const { interests, skills } = found ?? { interests: [], skills: [] };
  return {
    interests: interests.map((area) => ({ ...area, interest: rounded(area.interest) })),
    skills: skills.map(({ lastDays, skill, ...area }) => ({ ...area, skill: rounded(skill), lastAct: time(lastDays) })),
  };
}

function toldScores(scores: MeanScores | undefined): MeanScores {
  const { skill = 0, match = 0, completionChance = 0, completion = 0 } = scores ?? {};
  return {
    skill: rounded(skill),
    match: rounded(match, 6),
    completionChance: rounded(completionChance),
    completion: rounded(completion, 6),
  };
}

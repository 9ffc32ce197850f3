import type { KnownWork } from '../match/known-work.ts';
import { finish, type Steps } from '../match/steps.ts';
import { areaActs } from './area-acts.ts';
import { type Area, type Areas, areaSteps } from './areas.ts';
import { cooperationSteps, type Help } from './cooperation.ts';
import { groupAreaSteps } from './group-areas.ts';
import { grouping } from './groups.ts';
import { helpGiven } from './help-given.ts';
import { type Influence, influenceSteps } from './influence.ts';
import { type InteractionGraph, interactionSteps, standingFlowSteps } from './interaction-graph.ts';
import type { AreaAct } from './interest.ts';
import { type Presence, presenceSteps } from './presence.ts';

/** The community as its interactions show it; docs/algorithms.md derives each number. */
export interface CommunityReport {
  /** Most influential first: equal ones by login. */
  people: CommunityPerson[];
  /** Largest first. */
  groups: CommunityGroup[];
  modularity: number | null;
  ties: number;
  /** Since the first act of anybody. */
  historyDays: number;
}

export interface CommunityPerson extends Influence, Presence {
  login: string;
  /** C_i. */
  cooperation: number;
  /** Place in `groups`; null outside of them. */
  group: number | null;
}

export interface CommunityGroup {
  /** What they do that others do not, strongest first. */
  areas: Area[];
  /** Most influential first. */
  members: string[];
}

/** Everybody but bots and those who are left out, who count in no number of others either. */
export function communityReport(work: KnownWork, leftOut: (login: string) => boolean): CommunityReport {
  return finish(communitySteps(work, leftOut)).report;
}

/** The report, and what it was taken from. */
export interface MeasuredCommunity {
  report: CommunityReport;
  graph: InteractionGraph;
  areas: Areas;
  /** Numbers of those who are told of. */
  present: ReadonlyMap<number, Presence>;
}

export function* communitySteps(
  work: KnownWork,
  leftOut: (login: string) => boolean,
  silentDays?: number,
): Steps<MeasuredCommunity> {
  const everybody = yield* presenceSteps(work, silentDays);
  const present = new Map([...everybody].filter(([person]) => !leftOut(work.login(person))));
  const graph = yield* interactionSteps(work, present.keys());
  const flow = yield* standingFlowSteps(graph);
  const { groups, modularity } = grouping(graph, flow);
  yield;
  const influences = yield* influenceSteps(graph, flow);
  const cooperating = yield* cooperationSteps(helpAmong(work, present));
  const people = peopleOf({ graph, groups, present, influences, cooperating });
  const areas = yield* areaSteps(work);
  const persons = groups.map((places) => places.map((place) => graph.people[place]?.person ?? 0));
  const areasOf = yield* groupAreaSteps(persons, actsAmong(work, areas, present));
  const members: string[][] = groups.map(() => []);
  for (const { group, login } of people) if (group !== null) members[group]?.push(login);
  const report: CommunityReport = {
    people,
    groups: groups.map((_, group) => ({ areas: areasOf[group] ?? [], members: members[group] ?? [] })),
    modularity,
    ties: graph.ties.length,
    historyDays: people.reduce((most, { firstDays }) => Math.max(most, firstDays), 0),
  };
  return { report, graph, areas, present };
}

interface Found {
  graph: InteractionGraph;
  groups: number[][];
  present: Map<number, Presence>;
  influences: Influence[];
  cooperating: Map<number, number>;
}

function peopleOf({ graph, groups, present, influences, cooperating }: Found): CommunityPerson[] {
  const groupOf = new Map(groups.flatMap((places, group) => places.map((place) => [place, group] as const)));
  const people = graph.people.flatMap(({ person, login }, place): CommunityPerson[] => {
    const [influence, presence] = [influences[place], present.get(person)];
    if (influence === undefined || presence === undefined) return [];
    const group = groupOf.get(place) ?? null;
    return [{ login, ...influence, cooperation: cooperating.get(person) ?? 0, group, ...presence }];
  });
  // Stable: equal ones stay ordered by login.
  return people.sort((a, b) => b.influence - a.influence);
}

function* actsAmong(work: KnownWork, areas: Areas, present: Map<number, Presence>): Iterable<AreaAct> {
  for (const act of areaActs(work, areas)) if (present.has(act.person)) yield act;
}

function* helpAmong(work: KnownWork, present: Map<number, Presence>): Iterable<Help> {
  for (const help of helpGiven(work)) if (present.has(help.from) && present.has(help.to)) yield help;
}

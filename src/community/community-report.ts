import type { KnownWork } from '../match/known-work.ts';
import { areaActs } from './area-acts.ts';
import { type Area, readAreas } from './areas.ts';
import { cooperation, type Help } from './cooperation.ts';
import { groupAreas } from './group-areas.ts';
import { grouping } from './groups.ts';
import { helpGiven } from './help-given.ts';
import { type Influence, influences } from './influence.ts';
import { type InteractionGraph, interactionGraph, standingFlow, type TieGraph } from './interaction-graph.ts';
import type { AreaAct } from './interest.ts';
import { type Presence, presences } from './presence.ts';

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
  const present = new Map([...presences(work)].filter(([person]) => !leftOut(work.login(person))));
  const graph = interactionGraph(work, present.keys());
  const flow = standingFlow(graph);
  const { groups, modularity } = grouping(graph, flow);
  const people = peopleOf(work, { graph, flow, groups, present });
  const persons = groups.map((places) => places.map((place) => graph.people[place]?.person ?? 0));
  const areas = groupAreas(persons, actsAmong(work, present));
  return {
    people,
    groups: groups.map((_, group) => ({
      areas: areas[group] ?? [],
      members: people.filter((person) => person.group === group).map(({ login }) => login),
    })),
    modularity,
    ties: graph.ties.length,
    historyDays: people.reduce((most, { firstDays }) => Math.max(most, firstDays), 0),
  };
}

interface Measured {
  graph: InteractionGraph;
  flow: TieGraph;
  groups: number[][];
  present: Map<number, Presence>;
}

function peopleOf(work: KnownWork, { graph, flow, groups, present }: Measured): CommunityPerson[] {
  const groupOf = new Map(groups.flatMap((places, group) => places.map((place) => [place, group] as const)));
  const found = influences(graph, flow);
  const cooperating = cooperation(helpAmong(work, present));
  const people = graph.people.flatMap(({ person, login }, place): CommunityPerson[] => {
    const [influence, presence] = [found[place], present.get(person)];
    if (influence === undefined || presence === undefined) return [];
    const group = groupOf.get(place) ?? null;
    return [{ login, ...influence, cooperation: cooperating.get(person) ?? 0, group, ...presence }];
  });
  // Stable: equal ones stay ordered by login.
  return people.sort((a, b) => b.influence - a.influence);
}

function* actsAmong(work: KnownWork, present: Map<number, Presence>): Iterable<AreaAct> {
  for (const act of areaActs(work, readAreas(work))) if (present.has(act.person)) yield act;
}

function* helpAmong(work: KnownWork, present: Map<number, Presence>): Iterable<Help> {
  for (const help of helpGiven(work)) if (present.has(help.from) && present.has(help.to)) yield help;
}

import type { Steps } from '../match/steps.ts';
import type { Area } from './areas.ts';
import type { CommunityPerson, MeasuredCommunity } from './community-report.ts';
import type { Tie } from './interaction-graph.ts';
import type { InteractionKind } from './interactions.ts';
import { measuredCommunity } from './measured-community.ts';
import type { MeasuredInput } from './measured-input.ts';
import { placePeople } from './place-people.ts';
import type { Standing } from './presence.ts';
import { rounded } from './rounded.ts';

/** The interaction graph as it is drawn: the most influential people of those who have ties, and the strongest ties. */
export interface GraphPart {
  /** All people and all their ties, drawn or not. */
  people: number;
  ties: number;
  /** How much more of the ties lie within groups than chance would put there; null without ties. */
  modularity: number | null;
  /** Largest first. */
  groups: DrawnGroup[];
  /** Most influential first. */
  nodes: DrawnPerson[];
  /** Strongest first. */
  edges: DrawnTie[];
}

export interface DrawnGroup {
  /** What they do that others do not, strongest first. */
  areas: Area[];
  size: number;
  /** Most influential first, the first few. */
  members: string[];
  /** 0 to 7; groups of the same colour differ in form. */
  colour: number;
}

export interface DrawnPerson {
  login: string;
  /** Place in `groups`; null outside of them. */
  group: number | null;
  standing: Standing;
  influence: number;
  /** Centre and radius, in units of which the longer side of the drawing has 1000. */
  x: number;
  y: number;
  radius: number;
}

/** All that one did for another, by kind, weighted and decayed. */
export interface DrawnTie extends Record<InteractionKind, number> {
  from: string;
  to: string;
  weight: number;
}

export const MOST_DRAWN = 400;
const MOST_TIES = 2000;
const MEMBERS = 12;
const COLOURS = 8;
const SMALLEST = 4;
const LARGEST = 16;

export function* graphPart(input: MeasuredInput): Steps<GraphPart> {
  const community = yield* measuredCommunity(input);
  const { report } = community;
  yield;
  const { people, ties } = drawnOf(community);
  yield;
  const most = Math.max(1, ...people.map(({ influence }) => influence));
  const radii = people.map(({ influence }) =>
    rounded(SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(influence / most), 1),
  );
  const places = yield* placePeople(
    people.map(({ group }, at) => ({ group, size: radii[at] ?? SMALLEST })),
    ties,
  );
  const login = (place: number) => people[place]?.login ?? '';
  return {
    people: report.people.length,
    ties: report.ties,
    modularity: report.modularity === null ? null : rounded(report.modularity),
    groups: report.groups.map(({ areas, members }, at) => {
      return { areas, size: members.length, members: members.slice(0, MEMBERS), colour: at % COLOURS };
    }),
    nodes: people.map(({ login, group, standing, influence }, at) => {
      const { x, y } = places[at] ?? { x: 0, y: 0 };
      return { login, group, standing, influence: rounded(influence), x, y, radius: radii[at] ?? SMALLEST };
    }),
    edges: ties.slice(0, MOST_TIES).map(({ from, to, weight, reviewed, took, replied, cochanged }) => ({
      ...{ from: login(from), to: login(to), weight: rounded(weight) },
      ...{ reviewed: rounded(reviewed), took: rounded(took) },
      ...{ replied: rounded(replied), cochanged: rounded(cochanged) },
    })),
  };
}

/** The most influential who have a tie with another of them; ties name them by their place among these. */
function drawnOf({ report, graph }: MeasuredCommunity): { people: CommunityPerson[]; ties: Tie[] } {
  const tied = new Set(graph.ties.flatMap(({ from, to }) => [graph.people[from]?.login, graph.people[to]?.login]));
  const some = report.people.filter(({ login }) => tied.has(login)).slice(0, MOST_DRAWN);
  const chosen = new Set(some.map(({ login }) => login));
  const among = graph.ties.filter(({ from, to }) => {
    return chosen.has(graph.people[from]?.login ?? '') && chosen.has(graph.people[to]?.login ?? '');
  });
  const linked = new Set(among.flatMap(({ from, to }) => [graph.people[from]?.login, graph.people[to]?.login]));
  const people = some.filter(({ login }) => linked.has(login));
  const placeOf = new Map(people.map(({ login }, place) => [login, place]));
  const place = (at: number) => placeOf.get(graph.people[at]?.login ?? '') ?? 0;
  const ties = among.map((tie) => ({ ...tie, from: place(tie.from), to: place(tie.to) }));
  return { people, ties: ties.sort((a, b) => b.weight - a.weight || a.from - b.from || a.to - b.to) };
}

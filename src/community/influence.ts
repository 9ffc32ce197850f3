import pageRankModule from 'graphology-metrics/centrality/pagerank.js';
import { finish, type Steps } from '../match/steps.ts';
import { betweennessSteps } from './betweenness.ts';
import type { InteractionGraph, TieGraph } from './interaction-graph.ts';

export interface Influence {
  /** PageRank times the number of people: 1 is the mean, without unit. */
  influence: number;
  /** The part of shortest ways between two others that lead over this person, 0..1. */
  bridging: number;
}

/** The part of standing that is handed on to those who helped, instead of to everybody. */
const DAMPING = 0.85;
const ITERATIONS = 200;
const TOLERANCE = 1e-9;

// Its types say `default`, what is loaded is the function itself.
const pageRank = pageRankModule as unknown as typeof pageRankModule.default;

/** In the order of the people. */
export function influences(graph: InteractionGraph, flow: TieGraph): Influence[] {
  return finish(influenceSteps(graph, flow));
}

export function* influenceSteps(graph: InteractionGraph, flow: TieGraph): Steps<Influence[]> {
  const { people } = graph;
  if (people.length === 0) return [];
  const options = { alpha: DAMPING, maxIterations: ITERATIONS, tolerance: TOLERANCE, getEdgeWeight: 'weight' as const };
  const ranks = pageRank(flow, options);
  yield;
  const near = neighbours(graph);
  yield;
  const bridges = yield* betweennessSteps(near);
  return people.map((_, place) => ({
    influence: people.length * (ranks[place] ?? 0),
    bridging: bridges[place] ?? 0,
  }));
}

/** Of each person those with a tie in either direction. */
function neighbours({ people, ties }: InteractionGraph): number[][] {
  const found = people.map(() => new Set<number>());
  for (const { from, to } of ties) {
    found[from]?.add(to);
    found[to]?.add(from);
  }
  return found.map((others) => [...others]);
}

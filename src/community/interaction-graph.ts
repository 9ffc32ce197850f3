import { DirectedGraph } from 'graphology';
import type { KnownWork } from '../match/known-work.ts';
import { createPairIndex } from '../match/pair-index.ts';
import { rested } from '../match/rested.ts';
import { finish, type Steps } from '../match/steps.ts';
import { eachInteraction, type InteractionKind } from './interactions.ts';

/** Who did what for whom, in one order whatever the order of facts: everything taken from it is a function of their set. */
export interface InteractionGraph {
  /** By login, with or without ties, which name them by their place here. */
  people: { person: number; login: string }[];
  /** By `from`, then `to`. */
  ties: Tie[];
}

/** A weaker tie has faded and is none. A lone reply is one for 418 days, a lone review for 598. */
export const FADED = 0.1;

/** All that one did for another, by kind, weighted and decayed; `weight` is the sum. */
export interface Tie extends Record<InteractionKind, number> {
  from: number;
  to: number;
  weight: number;
}

export type TieGraph = DirectedGraph<object, { weight: number }>;

export function interactionGraph(work: KnownWork, persons: Iterable<number>): InteractionGraph {
  return finish(interactionSteps(work, persons));
}

const PAIRS_A_PIECE = 50_000;
const TIES_A_PIECE = 1000;

export function* interactionSteps(work: KnownWork, persons: Iterable<number>): Steps<InteractionGraph> {
  const people = byLogin(work, persons);
  const placeOf = new Map(people.map(({ person }, place) => [person, place]));
  const pairs = createPairIndex();
  // Most ties have faded: only of those that last an object is made.
  const [givers, takers]: [number[], number[]] = [[], []];
  const sums: Record<InteractionKind, number[]> = { reviewed: [], took: [], replied: [], cochanged: [] };
  const belongs = (person: number) => placeOf.has(person);
  yield* eachInteraction(work, belongs, ({ from, to, kind, weight }) => {
    const [giver, taker] = [placeOf.get(from) ?? 0, placeOf.get(to) ?? 0];
    const pair = pairs.number(giver, taker);
    if (pair === givers.length) {
      givers.push(giver);
      takers.push(taker);
      for (const sum of Object.values(sums)) sum.push(0);
    }
    sums[kind][pair] = (sums[kind][pair] ?? 0) + weight;
  });
  const ties: Tie[] = [];
  yield* rested(givers.entries(), PAIRS_A_PIECE, ([pair, from]) => {
    const tie = lastingTie(from, takers[pair] ?? 0, sums, pair);
    if (tie !== null) ties.push(tie);
  });
  yield;
  return { people, ties: ties.sort((a, b) => a.from - b.from || a.to - b.to) };
}

function lastingTie(from: number, to: number, sums: Record<InteractionKind, number[]>, pair: number): Tie | null {
  const sum = (kind: InteractionKind) => sums[kind][pair] ?? 0;
  const [reviewed, took, replied, cochanged] = [sum('reviewed'), sum('took'), sum('replied'), sum('cochanged')];
  const weight = reviewed + took + replied + cochanged;
  return weight < FADED ? null : { from, to, weight, reviewed, took, replied, cochanged };
}

function byLogin(work: KnownWork, persons: Iterable<number>): InteractionGraph['people'] {
  const people = [...persons].map((person) => ({ person, login: work.login(person) }));
  return people.sort((a, b) => (a.login.toLowerCase() < b.login.toLowerCase() ? -1 : 1));
}

/** From the one who was helped to the helper, as standing goes. Nodes are places of people. */
export function standingFlow(graph: InteractionGraph): TieGraph {
  return finish(standingFlowSteps(graph));
}

export function* standingFlowSteps({ people, ties }: InteractionGraph): Steps<TieGraph> {
  const flow: TieGraph = new DirectedGraph();
  for (const place of people.keys()) flow.addNode(place);
  yield* rested(ties, TIES_A_PIECE, ({ from, to, weight }) => flow.addDirectedEdge(to, from, { weight }));
  return flow;
}

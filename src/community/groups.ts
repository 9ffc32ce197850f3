import louvainModule from 'graphology-communities-louvain';
import type { InteractionGraph, TieGraph } from './interaction-graph.ts';
import { seededRandom } from './seeded-random.ts';

/** Two are a pair. */
const SMALLEST = 3;
const SEED = 1;

// Its types say `default`, what is loaded is the function itself.
const louvain = louvainModule as unknown as typeof louvainModule.default;

export interface Grouping {
  /** Places of the people of each group of three or more, the largest first. */
  groups: number[][];
  /** How much more of the ties lie within groups than chance would put there, -0.5..1; null without ties. */
  modularity: number | null;
}

/** Those who have more to do with each other than with others (Louvain, modularity of directed, weighted ties). */
export function grouping({ people, ties }: InteractionGraph, flow: TieGraph): Grouping {
  if (ties.length === 0) return { groups: [], modularity: null };
  const found = louvain.detailed(flow, { rng: seededRandom(SEED), getEdgeWeight: 'weight' });
  const groups = new Map<number, number[]>();
  for (const place of people.keys()) {
    const group = found.communities[place] ?? -1;
    const places = groups.get(group) ?? [];
    if (places.length === 0) groups.set(group, places);
    places.push(place);
  }
  const large = [...groups.values()].filter(({ length }) => length >= SMALLEST);
  return {
    groups: large.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0)),
    modularity: found.modularity,
  };
}

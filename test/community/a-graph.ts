import type { InteractionGraph } from '../../src/community/interaction-graph.ts';

/** People with numbers for names; each tie is who helped, whom, how much. */
export function aGraph(people: number, ties: [from: number, to: number, weight: number][]): InteractionGraph {
  return {
    people: Array.from({ length: people }, (_, person) => ({ person, login: `p${person}` })),
    ties: ties.map(([from, to, weight]) => {
      return { from, to, weight, reviewed: weight, took: 0, replied: 0, cochanged: 0 };
    }),
  };
}

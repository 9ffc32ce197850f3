import { describe, expect, it } from '@jest/globals';
import { influences } from '../../src/community/influence.ts';
import { standingFlow } from '../../src/community/interaction-graph.ts';
import { aGraph } from './a-graph.ts';

function influenceOf(people: number, ties: [number, number, number][]) {
  const graph = aGraph(people, ties);
  return influences(graph, standingFlow(graph));
}

describe('influence', () => {
  it('goes from those who are helped to those who help, as much as they help', () => {
    // 1 helped 0 three times as much as 2 did; 1 and 2 hand on to all. With x of 0: 3 x + 0.85 x = 1.
    const found = influenceOf(3, [
      [1, 0, 3],
      [2, 0, 1],
    ]).map(({ influence }) => influence);

    expect(found[0]).toBeCloseTo(3 / 3.85, 6);
    expect(found[1]).toBeCloseTo((3 * (1 + 0.85 * 0.75)) / 3.85, 6);
    expect(found[2]).toBeCloseTo((3 * (1 + 0.85 * 0.25)) / 3.85, 6);
  });

  it('is 1 for everybody where nobody helps, or all alike', () => {
    const ring: [number, number, number][] = [
      [0, 1, 2],
      [1, 2, 2],
      [2, 0, 2],
    ];

    for (const ties of [[], ring]) {
      for (const { influence } of influenceOf(3, ties)) expect(influence).toBeCloseTo(1, 9);
    }
    expect(influenceOf(0, [])).toEqual([]);
  });

  it('tells apart who joins the others', () => {
    expect(
      influenceOf(3, [
        [0, 1, 1],
        [1, 2, 1],
        [2, 1, 1],
      ]).map(({ bridging }) => bridging),
    ).toEqual([0, 1, 0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { UndirectedGraph } from 'graphology';
import libraryModule from 'graphology-metrics/centrality/betweenness.js';
import { betweenness } from '../../src/community/betweenness.ts';
import { seededRandom } from '../match/small-history.ts';

const library = libraryModule as unknown as typeof libraryModule.default;

/** About three ties a node, in pieces here and there. */
function randomTies(nodes: number): [number, number][] {
  const random = seededRandom(5);
  const one = () => Math.floor(random() ** 2 * nodes);
  const ties = Array.from({ length: nodes * 2 }, () => [one(), one()] as [number, number]);
  const keys = new Set<string>();
  return ties.filter(([a, b]) => a !== b && !keys.has(`${b} ${a}`) && keys.size < keys.add(`${a} ${b}`).size);
}

function neighboursOf(nodes: number, ties: [number, number][]): number[][] {
  const found: number[][] = Array.from({ length: nodes }, () => []);
  for (const [a, b] of ties) {
    found[a]?.push(b);
    found[b]?.push(a);
  }
  return found;
}

describe('betweenness', () => {
  it.each([
    // On 0-1-2-3 the ways 0-2 and 0-3 of the three pairs without 1 lead over 1.
    ['a row', [[1], [0, 2], [1, 3], [2]], [0, 2 / 3, 2 / 3, 0]],
    ['a star', [[1, 2, 3], [0], [0], [0]], [1, 0, 0, 0]],
    // Of a square one of three pairs is opposite, and half of its ways lead over a corner.
    [
      'a square',
      [
        [1, 3],
        [0, 2],
        [1, 3],
        [0, 2],
      ],
      [1 / 6, 1 / 6, 1 / 6, 1 / 6],
    ],
    ['two pieces', [[1], [0, 2], [1], []], [0, 1 / 3, 0, 0]],
    ['two people', [[1], [0]], [0, 0]],
    ['nobody', [], []],
  ])('of %s is what a hand works out', (_, neighbours, expected) => {
    const found = betweenness(neighbours);

    for (const [node, value] of expected.entries()) expect(found[node]).toBeCloseTo(value, 12);
    expect(found).toHaveLength(expected.length);
  });

  it('is what graphology tells where everybody is a source', () => {
    const ties = randomTies(80);
    const graph = new UndirectedGraph();
    for (let node = 0; node < 80; node++) graph.addNode(node);
    for (const [a, b] of ties) graph.addUndirectedEdge(a, b);

    const found = betweenness(neighboursOf(80, ties));
    const told = library(graph, { getEdgeWeight: null });

    for (const [node, value] of found.entries()) expect(value).toBeCloseTo(told[node] ?? -1, 12);
    expect(Math.max(...found)).toBeGreaterThan(0.05);
  });

  it('is near that, and the same each time, where sources are drawn', () => {
    const neighbours = neighboursOf(400, randomTies(400));
    const [all, some] = [betweenness(neighbours), betweenness(neighbours, 200)];
    const errors = all.map((value, node) => Math.abs(value - (some[node] ?? 1)));

    expect(Math.max(...errors)).toBeLessThan(0.03);
    expect(errors.some((error) => error > 0)).toBe(true);
    expect(betweenness(neighbours, 200)).toEqual(some);
  });

  it('stays within 0 and 1 with few sources', () => {
    const star = [[1, 2, 3, 4, 5], [0], [0], [0], [0], [0]];

    expect(betweenness(star, 2)).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

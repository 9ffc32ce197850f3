import { describe, expect, it } from '@jest/globals';
import { graphPart, MOST_DRAWN } from '../../src/community/graph-part.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { latestOfEach, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { aChange } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';

const graphOf = (facts: readonly Fact[]) => finish(graphPart(measuredInput(facts)));

const circle = (names: string[], paths: string[]) =>
  names.map((name, at) => aChange(name, [names[(at + 1) % names.length] ?? ''], 0, [`${paths[0]}/${name}.ts`]));
const twoCircles = [
  ...circle(['ann', 'bob', 'cas'], ['src']),
  ...circle(['dee', 'eve', 'fay', 'gil'], ['docs']),
  aChange('ann', ['dee'], 0, ['src/ann.ts']),
  aChange('hal', [], 0, ['lone.ts']),
];

describe('graph part', () => {
  it('draws people with ties, their groups and who does what for whom', () => {
    const graph = graphOf(twoCircles);

    expect(graph).toMatchObject({ people: 8, ties: 8 });
    expect(graph.nodes.map(({ login }) => login).toSorted()).toEqual(['ann', 'bob', 'cas', 'dee', 'eve', 'fay', 'gil']);
    expect(graph.groups.map(({ size, colour, areas }) => [size, colour, areas[0]?.name])).toEqual([
      [4, 0, 'docs'],
      [3, 1, 'src'],
    ]);
    expect(graph.edges).toContainEqual({
      ...{ from: 'bob', to: 'ann', weight: 1, reviewed: 1, took: 0, replied: 0, cochanged: 0 },
    });
    // 7 of 8 within; by chance (5 x 4 + 3 x 4) / 64: groups give and take 5 and 4, and 3 and 4.
    expect(graph.modularity).toBe(0.375);
  });

  it('places everybody apart, groups together, within the drawing', () => {
    const { nodes } = graphOf(twoCircles);
    const distance = (a: string, b: string) => {
      const [one, other] = [a, b].map((login) => nodes.find((node) => node.login === login));
      return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));
    };

    for (const { x, y } of nodes) {
      expect(x >= 0 && x <= 1000 && y >= 0 && y <= 1000).toBe(true);
    }
    for (const a of nodes) {
      for (const b of nodes) {
        if (a.login !== b.login) expect(distance(a.login, b.login)).toBeGreaterThan(a.radius + b.radius);
      }
    }
    expect(distance('bob', 'cas')).toBeLessThan(distance('bob', 'fay'));
  });

  it('draws no more than the most influential', () => {
    const names = Array.from({ length: MOST_DRAWN + 20 }, (_, at) => `p${String(at).padStart(3, '0')}`);
    const graph = graphOf(names.map((name) => aChange(name, ['hub'], 0, [`${name}.ts`])));

    expect(graph.people).toBe(MOST_DRAWN + 21);
    expect(graph.nodes).toHaveLength(MOST_DRAWN);
    expect(graph.nodes[0]).toMatchObject({ login: 'hub', radius: 16 });
    expect(graph.edges.every(({ from }) => from === 'hub')).toBe(true);
  });

  it('is the same for the same set of facts, in plain JSON', () => {
    const history = latestOfEach(smallHistory(12, 300)).filter(({ kind }) => kind !== 'person');
    const graph = graphOf(history);

    expect(graph.nodes.length).toBeGreaterThan(3);
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph);
    expect(graphOf(shuffled(history, seededRandom(2)))).toEqual(graph);
  });

  it('is empty where nobody has ties', () => {
    expect(graphOf([aChange('hal', [], 0, ['lone.ts'])])).toEqual({
      ...{ people: 1, ties: 0, modularity: null, groups: [], nodes: [], edges: [] },
    });
  });
});

import { describe, expect, it } from '@jest/globals';
import { groupAreas } from '../../src/community/group-areas.ts';
import { grouping } from '../../src/community/groups.ts';
import { standingFlow } from '../../src/community/interaction-graph.ts';
import type { AreaAct } from '../../src/community/interest.ts';
import { aGraph } from './a-graph.ts';

function groupsOf(people: number, ties: [number, number, number][]) {
  const graph = aGraph(people, ties);
  return grouping(graph, standingFlow(graph));
}

describe('groups', () => {
  it('are those who have more to do with each other than with others', () => {
    const found = groupsOf(8, [
      [0, 1, 1],
      [1, 2, 1],
      [2, 0, 1],
      [3, 4, 1],
      [4, 5, 1],
      [5, 3, 1],
      [0, 3, 1],
    ]);

    expect(found.groups).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    // 6 of 7 ties lie within; 4 x 3 and 3 x 4 of 49 would by chance: 6/7 - 24/49.
    expect(found.modularity).toBeCloseTo(18 / 49, 12);
  });

  it('are of three or more, the largest first', () => {
    const found = groupsOf(9, [
      [0, 1, 1],
      ...([2, 3, 4] as const).map((n, at): [number, number, number] => [n, [3, 4, 2][at] ?? 0, 1]),
      ...([5, 6, 7, 8] as const).map((n, at): [number, number, number] => [n, [6, 7, 8, 5][at] ?? 0, 1]),
    ]);

    expect(found.groups).toEqual([
      [5, 6, 7, 8],
      [2, 3, 4],
    ]);
  });

  it('are none without ties', () => {
    expect(groupsOf(3, [])).toEqual({ groups: [], modularity: null });
  });
});

describe('areas of groups', () => {
  const act = (person: number, area: string, share = 1): AreaAct => {
    return { person, area, kind: 'changed', share, ageDays: 0 };
  };

  it('are what a group does and others do not', () => {
    const found = groupAreas(
      [[1, 2], [3]],
      [
        // README: 2 of 4 in the first group, 2 x 2/4 = 1. docs: 1.5 of 1.5, 1.5. One of no group counts in the whole.
        ...[1, 2, 3, 4].map((person) => act(person, 'topic:readme')),
        ...[act(1, 'directory:docs'), act(2, 'directory:docs', 0.5)],
        act(3, 'directory:src/queue'),
      ],
    );

    expect(found).toEqual([
      [
        { kind: 'directory', name: 'docs' },
        { kind: 'topic', name: 'readme' },
      ],
      [
        { kind: 'directory', name: 'src/queue' },
        { kind: 'topic', name: 'readme' },
      ],
    ]);
  });

  it('do not lie in one another, and are three at most', () => {
    const areas = ['directory:src', 'directory:src/web', 'directory:srcs', 'label:b', 'label:c'];

    expect(
      groupAreas(
        [[1]],
        areas.map((area) => act(1, area)),
      )[0]?.map(({ name }) => name),
    ).toEqual(['src', 'srcs', 'b']);
  });
});

import type { PathTree } from './path-tree.ts';

export interface AskedAreas {
  /** Files and directories asked about and all above them, each after its parent. */
  areas: number[];
  /** Place among the areas by node, 0 for a node that is not among them. */
  place: Int32Array;
}

export function askedAreas(tree: PathTree, nodes: readonly number[]): AskedAreas {
  const place = new Int32Array(tree.count());
  const areas: number[] = [-1];
  function add(node: number): void {
    if (node < 0 || place[node] !== 0) return;
    add(tree.parent(node));
    place[node] = areas.push(node) - 1;
  }
  add(0);
  for (const node of nodes) add(node);
  return { areas, place };
}

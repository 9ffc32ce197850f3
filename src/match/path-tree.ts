/** Directories below this depth are not told apart. */
const MAX_DEPTH = 32;

/** Files and directories as numbers; 0 is the whole repository. */
export interface PathTree {
  /** Number of a path, given first where needed. */
  number(path: string): number;
  find(path: string): number | null;
  path(node: number): string;
  parent(node: number): number;
  depth(node: number): number;
  /** All numbers of nodes are below this. */
  count(): number;
  /** Whether the node is the area or lies below it. */
  within(node: number, area: number): boolean;
  /** Deepest known directory of a path, the path itself included. */
  deepestKnown(path: string): number;
}

export function createPathTree(): PathTree {
  const numbers = new Map<string, number>([['', 0]]);
  const paths = [''];
  const parents = [-1];
  const depths = [0];

  function number(path: string): number {
    const known = numbers.get(path);
    if (known !== undefined) return known;
    const parent = number(parentPath(path));
    const fresh = paths.length;
    numbers.set(path, fresh);
    paths.push(path);
    parents.push(parent);
    depths.push((depths[parent] ?? 0) + 1);
    return fresh;
  }

  return {
    number,
    find: (path) => numbers.get(path) ?? null,
    path: (node) => paths[node] ?? '',
    parent: (node) => parents[node] ?? -1,
    depth: (node) => depths[node] ?? 0,
    count: () => paths.length,
    within(node, area) {
      const depth = depths[area] ?? 0;
      let at = node;
      while ((depths[at] ?? 0) > depth) at = parents[at] ?? 0;
      return at === area;
    },
    deepestKnown(path) {
      let at = path;
      for (;;) {
        const known = numbers.get(at);
        if (known !== undefined) return known;
        at = parentPath(at);
      }
    },
  };
}

function parentPath(path: string): string {
  const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return directory.length < 2 * MAX_DEPTH ? directory : directory.split('/', MAX_DEPTH).join('/');
}

import { hashTerm } from '../text/hash-term.ts';
import { longer } from './longer-column.ts';
import type { PathTree } from './path-tree.ts';

/** Files by the last name of their path, with or without what follows its last dot. */
export interface FileNames {
  /** Nodes of all files that are called so, in no order that means anything. */
  called(name: string): number[];
}

type Tree = Pick<PathTree, 'path' | 'count'>;

const FIRST_BUCKETS = 1024;

/** Takes in what is new in the tree when it is asked, so that learning changes costs nothing. */
export function createFileNames(tree: Tree): FileNames {
  /** Entries are chained by bucket; a number is 0 for none, else that of an entry plus one. */
  let buckets = new Int32Array(FIRST_BUCKETS);
  let nodes = new Int32Array(FIRST_BUCKETS);
  let older = new Int32Array(FIRST_BUCKETS);
  let entries = 0;
  let taken = 0;

  function bucketOf(name: string): number {
    return hashTerm(name) & (buckets.length - 1);
  }

  function add(name: string, node: number): void {
    if (entries === nodes.length) {
      nodes = longer(nodes);
      older = longer(older);
    }
    const bucket = bucketOf(name);
    nodes[entries] = node;
    older[entries] = buckets[bucket] ?? 0;
    buckets[bucket] = ++entries;
  }

  function takeIn(): void {
    if (2 * tree.count() > buckets.length) {
      buckets = new Int32Array(2 ** Math.ceil(Math.log2(4 * tree.count())));
      entries = 0;
      taken = 0;
    }
    for (; taken < tree.count(); taken++) {
      const { name, stem } = namesOf(tree.path(taken));
      if (stem === name) continue;
      add(name, taken);
      add(stem, taken);
    }
  }

  return {
    called(wanted) {
      takeIn();
      const found: number[] = [];
      for (let entry = buckets[bucketOf(wanted)] ?? 0; entry > 0; entry = older[entry - 1] ?? 0) {
        const node = nodes[entry - 1] ?? 0;
        const { name, stem } = namesOf(tree.path(node));
        if (name === wanted || stem === wanted) found.push(node);
      }
      return found;
    },
  };
}

/** A name without a dot in it, or with none but its first sign, has no other stem: mostly a directory. */
function namesOf(path: string): { name: string; stem: string } {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return { name, stem: dot > 0 ? name.slice(0, dot) : name };
}

import type { PathTree } from './path-tree.ts';

const MAX_CHARACTERS = 20_000;
const MAX_FILES = 20;
const PATH_LIKE = /[\p{L}\p{N}_@+.-]+(?:\/[\p{L}\p{N}_@+.-]+)+/gu;

/** Files and directories of the repository that a text names by their path, in the order of the text. */
export function namedFiles(text: string, tree: Pick<PathTree, 'find'>): number[] {
  const found = new Set<number>();
  for (const [name] of text.slice(0, MAX_CHARACTERS).matchAll(PATH_LIKE)) {
    const path = name.replace(/^(?:\.\/)+|^[ab]\/(?=[^/]+\/)/, '').replace(/\.$/, '');
    const node = tree.find(name.replace(/\.$/, '')) ?? tree.find(path);
    if (node !== null) found.add(node);
    if (found.size === MAX_FILES) break;
  }
  return [...found];
}

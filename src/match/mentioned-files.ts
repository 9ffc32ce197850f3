import { fileMentions } from '../text/file-mentions.ts';
import type { FileNames } from './file-names.ts';
import { namedFiles } from './named-files.ts';
import type { PathTree } from './path-tree.ts';

/** Where files are looked up. */
export interface KnownFiles {
  tree: Pick<PathTree, 'find' | 'path'>;
  fileNames: FileNames;
  /** Whether anything is known of a file now: others are as good as not there. */
  isLive: (node: number) => boolean;
}

const MAX_CHARACTERS = 20_000;
const MAX_FILES = 20;
const MOST_MENTIONS = 300;
/** In a link to a file on a forge, what follows is the branch and the path. */
const FORGE_PATH = /^.*?\/(?:blob|tree|raw)\/[^/]+\//;
const HUMPS = /^\p{Lu}[\p{Ll}\p{N}]+(?:\p{Lu}[\p{Ll}\p{N}]*)+$/u;

/** Files of the repository that a text points at, by path or by a name that only one has, in the order of the text. */
export function mentionedFiles(text: string, known: KnownFiles): number[] {
  const read = text.slice(0, MAX_CHARACTERS);
  const found = new Set(namedFiles(read, known.tree).filter(known.isLive));
  const looked = new Set<string>();
  for (const mention of fileMentions(read)) {
    if (found.size >= MAX_FILES || looked.size >= MOST_MENTIONS) break;
    if (looked.has(mention)) continue;
    looked.add(mention);
    const node = mention.includes('://') ? linkedFile(mention, known) : fileOf(mention.replaceAll('\\', '/'), known);
    if (node !== null) found.add(node);
  }
  return [...found];
}

function linkedFile(link: string, { tree, isLive }: KnownFiles): number | null {
  const path = link.replace(FORGE_PATH, '').replace(/[?#].*$/, '');
  const node = path === link ? null : tree.find(path);
  return node !== null && isLive(node) ? node : null;
}

function fileOf(mention: string, known: KnownFiles): number | null {
  const path = mention.replace(/^[./]+/, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!name.includes('.')) return HUMPS.test(name) ? onlyOne(name, '', known) : null;
  const file = onlyOne(name, path.slice(0, Math.max(0, path.lastIndexOf('/'))), known);
  return file ?? classOf(path, known);
}

/** `org.example.queue.QueueWorker$Job.run` is told by its class and, where several are called so, by its package. */
function classOf(dotted: string, known: KnownFiles): number | null {
  const names = dotted.replace(/\$.*$/, '').split(/[./]/);
  const at = names.findLastIndex((name) => HUMPS.test(name));
  return at < 0 ? null : onlyOne(names[at] ?? '', names.slice(0, at).join('/'), known);
}

/** The file that is called so; of several the one whose directory agrees best with the one named. */
function onlyOne(name: string, directory: string, { tree, fileNames, isLive }: KnownFiles): number | null {
  const files = fileNames.called(name).filter(isLive);
  const agreeing = files.map((node) => ({ node, agreement: namesShared(directoryOf(tree.path(node)), directory) }));
  const best = Math.max(0, ...agreeing.map(({ agreement }) => agreement));
  const [first, second] = agreeing.filter(({ agreement }) => agreement === best);
  return first !== undefined && second === undefined ? first.node : null;
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** How many names two directories have alike, from their ends. */
function namesShared(some: string, other: string): number {
  const [a, b] = [some.split('/').toReversed(), other.split('/').toReversed()];
  let shared = 0;
  while (shared < a.length && a[shared] !== '' && a[shared] === b[shared]) shared++;
  return shared;
}

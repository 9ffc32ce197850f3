import type { KnownWork, WorkChange, WorkThread } from '../match/known-work.ts';
import { namedFiles } from '../match/named-files.ts';
import { pathWords } from '../match/path-words.ts';
import { rested } from '../match/rested.ts';
import { finish, type Steps } from '../match/steps.ts';
import type { TaskNeeds } from '../match/task-needs.ts';

/** Where work happens: a directory, a label of threads, or a topic, which is a word that titles and paths share. */
export interface Area {
  kind: 'directory' | 'label' | 'topic';
  name: string;
}

/** Areas of one repository as keys, which `areaOf` reads. */
export interface Areas {
  /** The part of the change's files in each area; a directory holds all below it. */
  ofChange(change: WorkChange): Map<string, number>;
  /** Labels and topics, and directories where the title names a path. */
  ofThread(thread: WorkThread): string[];
  /** The nearest directories of its files, its labels, and topics of its text. */
  ofTask(needs: TaskNeeds): string[];
}

export function areaKey({ kind, name }: Area): string {
  return `${kind}:${name}`;
}

export function areaOf(key: string): Area {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as Area['kind'], name: key.slice(at + 1) };
}

const FACTS_A_PIECE = 1000;

export function readAreas(work: KnownWork): Areas {
  return finish(areaSteps(work));
}

export function* areaSteps(work: KnownWork): Steps<Areas> {
  const { tree } = work;
  const titleWords = new Set<string>();
  yield* rested(work.threads, FACTS_A_PIECE, ({ words }) => {
    for (const word of words) titleWords.add(word);
  });
  const topics = new Set<string>();
  const directories = new Set<number>();
  const keysOfFile = new Map<number, string[]>();
  yield* rested(work.changes, FACTS_A_PIECE, ({ files }) => {
    for (const file of files) fileKeys(file);
  });

  function fileKeys(file: number): string[] {
    const known = keysOfFile.get(file);
    if (known !== undefined) return known;
    for (let node = tree.parent(file); node > 0; node = tree.parent(node)) directories.add(node);
    const keys = new Set(directoriesFrom(tree.parent(file)));
    for (const word of pathWords(tree.path(file))) {
      if (!titleWords.has(word)) continue;
      topics.add(word);
      keys.add(`topic:${word}`);
    }
    keysOfFile.set(file, [...keys]);
    return [...keys];
  }

  /** A directory and those above it; the whole repository is no area. */
  function directoriesFrom(directory: number): string[] {
    const keys: string[] = [];
    for (let node = directory; node > 0; node = tree.parent(node)) keys.push(`directory:${tree.path(node)}`);
    return keys;
  }

  function directoryOf(node: number): number {
    return directories.has(node) ? node : tree.parent(node);
  }

  function topicsOf(words: string[]): string[] {
    return words.filter((word) => topics.has(word)).map((word) => `topic:${word}`);
  }

  return {
    ofChange({ files }) {
      const found = new Map<string, number>();
      for (const file of files) for (const key of fileKeys(file)) found.set(key, (found.get(key) ?? 0) + 1);
      for (const [key, times] of found) found.set(key, times / files.length);
      return found;
    },
    ofThread({ title, words, labels }) {
      const places = namedFiles(title, tree).flatMap((node) => directoriesFrom(directoryOf(node)));
      return [...new Set([...places, ...labels.map(labelKey), ...topicsOf(words)])];
    },
    ofTask({ nodes, labels, terms }) {
      const places = nodes.map(directoryOf).filter((node) => node > 0);
      const directories = [...new Set(places)].map((node) => `directory:${tree.path(node)}`);
      return [...directories, ...labels.map(labelKey), ...topicsOf(terms)];
    },
  };
}

function labelKey(name: string): string {
  return areaKey({ kind: 'label', name });
}

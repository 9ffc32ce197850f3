import type { Task } from '../domain/task.ts';
import { contentWords } from './content-words.ts';
import type { KnownWork } from './known-work.ts';
import { namedFiles } from './named-files.ts';

/** What can be told of a task that somebody has to know for it, each once. */
export interface TaskNeeds {
  /** Known files, or the deepest known directory of new ones: changed by the task or named in its text. */
  nodes: number[];
  labels: string[];
  /** Words of its text. */
  terms: string[];
  /** Endings of file names. */
  languages: string[];
}

const MAX_FILES = 100;
const MAX_TERMS = 30;

export function taskNeeds({ tree }: KnownWork, { title, body, labels, files }: Task): TaskNeeds {
  const text = `${title}\n${body}`;
  const named = namedFiles(text, tree);
  const paths = files.slice(0, MAX_FILES).map(({ path }) => path);
  const languages = [...paths, ...named.map(tree.path)].flatMap((path) => languageOf(path) ?? []);
  return {
    // The whole repository, number 0, is no need of its own.
    nodes: [...new Set([...paths.map(tree.deepestKnown), ...named])].filter((node) => node !== 0),
    labels: [...new Set(labels)],
    terms: contentWords(text).slice(0, MAX_TERMS),
    languages: [...new Set(languages)],
  };
}

/** The ending of a file's name stands for its language; null where it has none. */
export function languageOf(path: string): string | null {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 && dot < path.length - 1 ? path.slice(dot + 1).toLowerCase() : null;
}

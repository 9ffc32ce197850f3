import { isMap, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { ZodError } from 'zod';
import { type ConfigProblem, type RepositoryConfig, repositoryConfig } from './repository-config.ts';

export interface ConfigFile {
  /** As it is named in problems. */
  name: string;
  text: string;
}

export type ParsedConfig = { config: RepositoryConfig; problems: [] } | { config: null; problems: ConfigProblem[] };

/**
 * Lays the files over one another, the last on top: maps are merged, lists and single values replaced.
 * Any problem in any file makes the whole unusable; each is told with its file and line.
 */
export function parseConfig(files: ConfigFile[]): ParsedConfig {
  const problems: ConfigProblem[] = [];
  let merged: Record<string, unknown> = {};
  for (const file of files) {
    const { value, problems: found } = parseFile(file);
    problems.push(...found);
    merged = mergeMaps(merged, value);
  }
  if (problems.length > 0) return { config: null, problems };
  return { config: repositoryConfig.parse(merged), problems: [] };
}

function parseFile({ name, text }: ConfigFile): { value: Record<string, unknown>; problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problem = (line: number | null, message: string): ConfigProblem => ({ file: name, line, message });
  if (document.errors.length > 0) {
    return {
      value: {},
      problems: document.errors.map((e) => problem(lines.linePos(e.pos[0]).line, e.message.split('\n')[0] ?? e.code)),
    };
  }
  const root = document.contents;
  if (root === null) return { value: {}, problems: [] };
  if (!isMap(root)) return { value: {}, problems: [problem(1, 'expected keys and values at the top level')] };
  const value = toPlainMap(document);
  if (value === null) return { value: {}, problems: [problem(null, 'aliases are not supported')] };
  const parsed = repositoryConfig.safeParse(value);
  if (parsed.success) return { value, problems: [] };
  return { value: {}, problems: zodProblems(parsed.error, (path) => lineOf(root, path, lines), problem) };
}

function toPlainMap(document: ReturnType<typeof parseDocument>): Record<string, unknown> | null {
  try {
    return document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function zodProblems(
  error: ZodError,
  line: (path: PropertyKey[]) => number | null,
  problem: (line: number | null, message: string) => ConfigProblem,
): ConfigProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return problem(line(path), `unknown key '${path.join('.')}'`);
      });
    }
    return [problem(line(issue.path), `${issue.path.join('.')}: ${issue.message}`)];
  });
}

/** Line of the deepest node on the path that exists; a key's own line for a map entry. */
function lineOf(root: ParsedNode, path: PropertyKey[], lines: LineCounter): number | null {
  let node: unknown = root;
  let offset: number | undefined = root.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === String(step));
      if (pair === undefined) break;
      offset = (pair.key as ParsedNode | null)?.range?.[0] ?? offset;
      node = pair.value;
    } else {
      const item: unknown = (node as { items?: unknown[] } | null)?.items?.[Number(step)];
      if (item === undefined) break;
      offset = (item as ParsedNode).range?.[0] ?? offset;
      node = item;
    }
  }
  return offset === undefined ? null : lines.linePos(offset).line;
}

function mergeMaps(below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isPlainMap(under) && isPlainMap(value) ? mergeMaps(under, value) : value;
  }
  return merged;
}

function isPlainMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
